import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ProcessLike } from '../cli.ts'
import type { Finding, ReleaseError } from '../finding.ts'
import { prettyFinding, printable } from '../report/pretty.ts'

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
  /** Writes to stdout: results only. */
  out(text: string): void
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
  /** Prints findings to stderr with their source lines. */
  printFindings(findings: readonly Finding[]): void
  /** Prints an error of the user's and its cure. */
  printError(error: ReleaseError): void
  /** What the command ends with; the highest that was asked for. */
  exitCode(): number
  setExitCode(code: number): void
  /** Resolves when everything written to stdout has gone out; rejects where it could not. */
  written(bytes: Uint8Array): Promise<void>
}

/** The shell of a process; a closed stdout (`| head`) ends output quietly. */
export function shellOf(process: ProcessLike): Shell {
  let exitCode = 0
  let closed = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    closed = true
    if (error.code !== 'EPIPE') exitCode = 3
  })
  process.stderr.on('error', () => {})
  // no-color.org: set and not empty.
  let color = process.stderr.isTTY === true && !process.env.NO_COLOR
  let voice: Voice = {}
  const err = (text: string) => void process.stderr.write(text)
  const log = (line: string) => err(`${line.split('\n').map(printable).join('\n')}\n`)
  const printFindings = (findings: readonly Finding[]) => {
    const lines = new Map<string, string[] | undefined>()
    const sourceLine = (path: string, line: number): string | undefined => {
      if (!lines.has(path)) lines.set(path, readLines(resolve(process.cwd(), path)))
      return lines.get(path)?.[line - 1]
    }
    for (const finding of findings) err(`${prettyFinding(finding, { color, sourceLine })}\n`)
  }
  return {
    process,
    speak(options) {
      voice = options
      if (options.color === false) color = false
    },
    tell: (line) => void (voice.quiet || log(line)),
    detail: (line) => void (voice.verbose && !voice.quiet && log(line)),
    out: (text) => void (closed || process.stdout.write(text)),
    err,
    log,
    printFindings,
    printError(error) {
      if (error.findings.length === 0 || error.exitCode === 2) log(`error ${error.rule}: ${error.message}`)
      printFindings(error.findings)
      if (error.hint !== undefined) log(`    hint: ${error.hint}`)
    },
    exitCode: () => exitCode,
    setExitCode(code) {
      exitCode = Math.max(exitCode, code)
    },
    written: (bytes) =>
      new Promise((done, fail) => {
        process.stdout.write(bytes, (error) =>
          error && (error as NodeJS.ErrnoException).code !== 'EPIPE' ? fail(error) : done(),
        )
      }),
  }
}

function readLines(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r\n?|\n/)
  } catch {
    return undefined
  }
}
