import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ProcessLike } from '../cli.ts'
import { type Finding, ReleaseError } from '../finding.ts'
import { harmless } from '../report/harmless.ts'
import { prettyFinding } from '../report/pretty.ts'

/** The options that every command has. */
export interface Voice {
  readonly quiet?: boolean
  readonly verbose?: boolean
  /** False with `--no-color`. */
  readonly color?: boolean
}

/** How a command speaks: results to stdout, everything else to stderr. */
export interface Shell {
  readonly process: ProcessLike
  /** The working folder. Throws a `ReleaseError` where it has been deleted. */
  cwd(): string
  /** Writes to stdout: results only. */
  out(text: string | Uint8Array): void
  /** Writes to stderr as it is. */
  err(text: string): void
  /** Writes a line to stderr, made harmless for a terminal. */
  log(line: string): void
  /** Sets how loud and how colourful the command is. */
  speak(voice: Voice): void
  /** A line to stderr, unless `--quiet`. */
  tell(line: string): void
  /** A line to stderr with `--verbose` only. */
  detail(line: string): void
  /** True with `--quiet`. */
  isQuiet(): boolean
  /** Shows a line on a terminal's stderr that whatever is printed next takes the place of; `''` takes it away. */
  pass(line: string): void
  /** Prints findings to stderr with their source lines. */
  printFindings(findings: readonly Finding[]): void
  /** Keeps what cannot be read again, for the source lines of findings. */
  remember(path: string, source: Uint8Array): void
  /** Prints an error of the user's and its cure. */
  printError(error: ReleaseError): void
  /** What the command ends with is the highest that was asked for. */
  setExitCode(code: number): void
  /** Waits until everything written to stdout has gone out, or could not; answers the exit code. */
  finish(): Promise<number>
}

/** Largest file that a source line is shown from, bytes. */
const SOURCE_BYTES = 4_000_000

/** The shell of a process; a closed stdout (`| head`) ends output quietly. */
export function shellOf(process: ProcessLike): Shell {
  const { stdout, stderr } = process
  let exitCode = 0
  let lost: NodeJS.ErrnoException | undefined
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    lost ??= error
  })
  stderr.on('error', () => {})
  // no-color.org: set and not empty.
  let color = stderr.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'
  let voice: Voice = {}
  let passing = ''
  const pass = (line: string) => {
    if (line !== passing) stderr.write(`\r${line}\x1b[K`)
    passing = line
  }
  const err = (text: string) => {
    pass('')
    stderr.write(text)
  }
  const log = (line: string) => err(`${harmless(line)}\n`)
  const cwd = () => {
    try {
      return process.cwd()
    } catch (cause) {
      const hint = 'change into a folder that exists'
      throw new ReleaseError('usage', 'the working folder does not exist any more', {
        hint,
        exitCode: 3,
        cause,
      })
    }
  }
  const remembered = new Map<string, string[]>()
  const printFindings = (findings: readonly Finding[]) => {
    const files = new Map<string, string[] | undefined>(remembered)
    const sourceLine = (path: string, line: number): string | undefined => {
      if (!files.has(path)) files.set(path, readLines(resolve(cwd(), path)))
      return files.get(path)?.[line - 1]
    }
    for (const finding of findings) err(`${prettyFinding(finding, { color, sourceLine })}\n`)
  }
  const printError = (error: ReleaseError) => {
    if (error.findings.length === 0 || error.exitCode === 2) log(`error ${error.rule}: ${error.message}`)
    printFindings(error.findings)
    if (error.hint !== undefined) log(`    hint: ${error.hint}`)
  }
  return {
    process,
    cwd,
    speak(options) {
      voice = options
      if (options.color === false) color = false
    },
    tell: (line) => void (voice.quiet || log(line)),
    detail: (line) => void (voice.verbose && !voice.quiet && log(line)),
    isQuiet: () => voice.quiet === true,
    pass,
    out(text) {
      pass('')
      if (!lost) stdout.write(text)
    },
    err,
    log,
    printFindings,
    remember: (path, source) => void remembered.set(path, linesOf(Buffer.from(source).toString())),
    printError,
    setExitCode(code) {
      exitCode = Math.max(exitCode, code)
    },
    async finish() {
      await new Promise<void>((done) => stdout.write('', () => setImmediate(done)))
      if (lost === undefined || lost.code === 'EPIPE') return exitCode
      const message = `cannot write to standard output: ${lost.code ?? lost.message}`
      printError(new ReleaseError('write-failed', message, { hint: 'write to a file: -o out' }))
      return Math.max(exitCode, 3)
    },
  }
}

/** The lines of a regular file of a sensible size: reading a pipe or a device might never end. */
function readLines(file: string): string[] | undefined {
  try {
    const status = statSync(file)
    if (!status.isFile() || status.size > SOURCE_BYTES) return undefined
    return linesOf(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF+/, '').split(/\r\n?|\n/)
}
