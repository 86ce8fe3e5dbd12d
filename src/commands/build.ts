import { build } from '../build.ts'
import { type BuildOptions, FORMATS, type Format } from '../config.ts'
import { ReleaseError } from '../finding.ts'
import { prettySummary } from '../report/pretty.ts'
import { nearest } from '../yaml/nearest.ts'
import { untilInterrupted } from './interruption.ts'
import type { Shell, Voice } from './shell.ts'

/** Flags of `release build` as commander hands them over. */
export interface BuildFlags extends Voice {
  readonly format?: string
  readonly output?: string
  readonly letterhead?: string
  readonly config?: string
  readonly strict?: boolean
  readonly now?: string
  readonly jobs?: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly browser?: string
  /** False with `--no-sandbox`. */
  readonly sandbox?: boolean
  readonly timeout?: string
}

/** `release build`: flags → options → build → report → exit code. */
export async function runBuild(drafts: readonly string[], flags: BuildFlags, shell: Shell): Promise<void> {
  shell.speak(flags)
  const options = buildOptions(drafts, flags, shell)
  const { result, exitCode } = await untilInterrupted(shell, (signal) => build({ ...options, signal }))
  const { report, document } = result
  for (const release of report.releases) {
    const shown = flags.quiet
      ? release.findings.filter(({ severity, blocking }) => severity === 'error' || blocking)
      : release.findings
    shell.printFindings(shown)
    if (flags.dryRun && release.status === 'skipped') shell.tell(`${release.draft}: would be built`)
  }
  if (flags.json) shell.out(`${JSON.stringify(report, null, 2)}\n`)
  else if (document) await writeDocument(document, shell)
  else if (report.releases.length > 0) {
    const paths = report.releases.flatMap((release) =>
      release.status === 'unchanged' ? [] : release.outputs.map(({ path }) => path),
    )
    if (paths.length > 0) shell.out(`${paths.join('\n')}\n`)
  }
  shell.tell(prettySummary(report))
  shell.setExitCode(exitCode ?? result.exitCode)
}

async function writeDocument(document: Uint8Array, shell: Shell): Promise<void> {
  try {
    await shell.written(document)
  } catch (cause) {
    const message = `cannot write to standard output: ${(cause as NodeJS.ErrnoException).code ?? String(cause)}`
    throw new ReleaseError('write-failed', message, { hint: 'write to a file: -o out', exitCode: 3, cause })
  }
}

function buildOptions(drafts: readonly string[], flags: BuildFlags, shell: Shell): BuildOptions {
  const { process } = shell
  return {
    drafts,
    cwd: process.cwd(),
    env: process.env,
    stdin: () => readAll(process.stdin),
    notice: (text, level) => (level === 'warning' ? shell.tell(`warning: ${text}`) : shell.detail(text)),
    ...given('formats', flags.format, readFormats),
    ...given('output', flags.output, (value) => value),
    ...given('letterhead', flags.letterhead, (value) => value),
    ...given('config', flags.config, (value) => value),
    ...given('browser', flags.browser, (value) => value),
    ...given('now', flags.now, readInstant),
    ...given('jobs', flags.jobs, (value) => readNumber('--jobs', value, 1, 64)),
    ...given('timeout', flags.timeout, (value) => readNumber('--timeout', value, 1, 3600)),
    strict: flags.strict === true,
    dryRun: flags.dryRun === true,
    noSandbox: flags.sandbox === false,
  }
}

/** `{ key: read(value) }` where the flag was given. */
function given<K extends string, T>(
  key: K,
  value: string | undefined,
  read: (value: string) => T,
): { [P in K]?: T } {
  return value === undefined ? {} : ({ [key]: read(value) } as { [P in K]?: T })
}

function readFormats(list: string): Format[] {
  return list.split(',').map((written) => {
    const name = written.trim().toLowerCase() === 'txt' ? 'text' : written.trim().toLowerCase()
    const format = FORMATS.find((known) => known === name)
    if (format) return format
    const near = nearest(name, FORMATS)
    const hint = near ? `did you mean "${near}"?` : 'for example: -f html,pdf,text'
    throw new ReleaseError('usage', `"${written}" is no format`, { hint, exitCode: 2 })
  })
}

function readInstant(text: string): Date {
  const shape = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/
  const instant = new Date(shape.test(text) ? text : Number.NaN)
  if (!Number.isNaN(instant.getTime())) return instant
  const hint = 'for example: --now 2027-02-26T05:00Z'
  throw new ReleaseError('usage', `"${text}" is no instant`, { hint, exitCode: 2 })
}

function readNumber(flag: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  const hint = `a whole number from ${least} to ${most}`
  throw new ReleaseError('usage', `"${text}" is no value for ${flag}`, { hint, exitCode: 2 })
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
