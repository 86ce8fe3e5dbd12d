/** How much a finding matters: an `error` fails the draft, a `warning` does so only with `--strict`. */
export type Severity = 'error' | 'warning' | 'info'

/** A place in a draft as written: 1-based line and column, columns in UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
  /** The place just behind the last character meant, where it is known. */
  readonly end?: { readonly line: number; readonly column: number }
}

/** What would mend a finding: the text that takes the place of a stretch of the draft. */
export interface Fix extends Place {
  /** True where `--fix` may apply it unasked; false: a suggestion. */
  readonly safe: boolean
  /** Offsets of the stretch in the draft with LF and without byte order mark, UTF-16 units. */
  readonly range: readonly [start: number, end: number]
  readonly text: string
}

/** Another place that a finding speaks of. */
export interface Related extends Place {
  /** The file, where it is not the finding's own: relative to the working folder, with `/`. */
  readonly path?: string
  readonly message: string
}

/** What a build or a check has to say about a draft. */
export interface Finding extends Place {
  readonly severity: Severity
  /** Kebab-case name of the rule, one of the contract's list. */
  readonly rule: string
  /** One fact, lower-case, with the value that was found. */
  readonly message: string
  /** The cure, with an accepted example. */
  readonly hint?: string
  /** The file meant, relative to the working folder, with `/`. */
  readonly path: string
  /** True when `--strict` makes this warning fail the draft. */
  readonly blocking?: true
  readonly fix?: Fix
  readonly related?: readonly Related[]
}

/** A finding whose file is not yet known: pure stages report these, `readDraft` adds the path. */
export type LocalFinding = Omit<Finding, 'path'>

/** The exit codes of the contract that an error can ask for. */
export type ExitCode = 1 | 2 | 3

/**
 * Anything the user can mend: a wrong option, a faulty letterhead, a folder that cannot be written.
 * Every other exception is our own bug and keeps its stack.
 */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError'
  /** The rule of the contract this falls under, e.g. `letterhead-unknown`. */
  readonly rule: string
  /** The cure, with an accepted example. */
  readonly hint: string | undefined
  /** 1 the draft, 2 usage or configuration, 3 the machine. */
  readonly exitCode: ExitCode
  /** All problems, where there is more than one or where they have a place. */
  readonly findings: readonly Finding[]

  constructor(
    rule: string,
    message: string,
    options: { hint?: string; exitCode?: ExitCode; findings?: readonly Finding[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.rule = rule
    this.hint = options.hint
    this.exitCode = options.exitCode ?? 1
    this.findings = options.findings ?? []
  }
}

/** The error `usage` (exit code 2): what was asked for is wrong, and nothing has been done. */
export function usageError(message: string, hint: string): ReleaseError {
  return new ReleaseError('usage', message, { hint, exitCode: 2 })
}

/** What the machine has run out of, or no longer does, and the cure. */
const MACHINE: Readonly<Record<string, string>> = {
  EMFILE: 'allow more open files: ulimit -n 1024',
  ENFILE: 'end other programs, or allow the system more open files',
  ENOMEM: 'end other programs, or take fewer --jobs',
  EIO: 'look after the disk, then build again: other outputs are kept',
}

/** The error `machine` (exit code 3) for a fault that neither a draft nor this tool is to blame for. */
export function machineFault(error: unknown): ReleaseError | undefined {
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException
  const hint = MACHINE[code]
  return hint === undefined
    ? undefined
    : new ReleaseError('machine', message, { hint, exitCode: 3, cause: error })
}
