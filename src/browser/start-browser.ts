import { ReleaseError } from '../finding.ts'
import type { BrowserCandidate, BrowserSource } from './find-browser.ts'
import { LaunchFailure, launchBrowser, type RunningBrowser } from './launch-browser.ts'
import type { LaunchMode } from './spawn-browser.ts'
import { isRoot } from './temporary-folder.ts'

/** The oldest Chromium with page numbers in `@page` margin boxes. */
export const MIN_CHROMIUM = 131

/** What starting needs to know. */
export interface StartOptions {
  readonly env: NodeJS.ProcessEnv
  /** True: do not even try for a sandbox. */
  readonly noSandbox?: boolean | undefined
  /** True for a candidate that has worked before. */
  readonly isProven?: boolean | undefined
  /** Most milliseconds for a start. */
  readonly timeout: number
  /** Told of what did not work and of what is used instead. */
  readonly note?: ((text: string) => void) | undefined
  /** Told, once a start, that there is no sandbox. */
  readonly warn?: ((text: string) => void) | undefined
  /** Filled with what must be undone at the end, or when the process is stopped. */
  readonly undo: Set<() => void>
  /** Aborted when no browser is wanted any more. */
  readonly signal: AbortSignal
}

/** A browser that answers, and where it came from. */
export interface StartedBrowser extends RunningBrowser {
  readonly source: BrowserSource
  /** The program that runs. */
  readonly path: string
  readonly build: string
}

/**
 * Starts the first candidate that works, in a sandbox where one can be had. Throws `browser-missing` (exit 3)
 * that names what was tried.
 */
export async function startBrowser(
  candidates: readonly BrowserCandidate[],
  options: StartOptions,
): Promise<StartedBrowser> {
  const failures: string[] = []
  for (const candidate of candidates) {
    try {
      return await startAgain(candidate, options)
    } catch (error) {
      options.signal.throwIfAborted()
      failures.push(`${candidate.source} ${candidate.path}: ${(error as Error).message}`)
      options.note?.(`browser not usable: ${failures.at(-1)}`)
    }
  }
  throw new ReleaseError(
    'browser-missing',
    failures.length
      ? `no browser could be started (${failures.join('; ')})`
      : 'there is no browser to make a PDF with',
    {
      hint:
        process.platform === 'linux' && process.arch === 'x64'
          ? 'npm install @sparticuz/chromium@147.0.0, or give a Chrome, Chromium or Edge with --browser /usr/bin/chromium'
          : 'install Chrome, Chromium or Edge, or give its path with --browser',
      exitCode: 3,
    },
  )
}

/**
 * Another browser prints other bytes: one that has worked before is given three starts, and one that somebody
 * killed a second.
 */
async function startAgain(candidate: BrowserCandidate, options: StartOptions): Promise<StartedBrowser> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startCandidate(candidate, options)
    } catch (error) {
      options.signal.throwIfAborted()
      const killed = error instanceof LaunchFailure && error.killed
      if (tries >= (options.isProven ? 3 : killed ? 2 : 1)) throw error
      options.note?.(`browser started again: ${(error as Error).message}`)
    }
  }
}

async function startCandidate(candidate: BrowserCandidate, options: StartOptions): Promise<StartedBrowser> {
  const files = await candidate.prepare(options)
  let sandboxProblem = options.noSandbox ? 'switched off' : ''
  for (const mode of launchModes(options.noSandbox === true)) {
    options.signal.throwIfAborted()
    try {
      const running = await launchBrowser(files, mode, options)
      const old = Number.parseInt(running.version, 10) < MIN_CHROMIUM
      if (old) await running.close()
      if (old) throw new LaunchFailure(`is version ${running.version}, older than ${MIN_CHROMIUM}`, false)
      if (!mode.sandbox) options.warn?.(`the browser runs without its sandbox (${sandboxProblem})`)
      return { ...running, source: candidate.source, path: files.executable, build: candidate.build }
    } catch (error) {
      if (!(error instanceof LaunchFailure && error.sandbox)) throw error
      sandboxProblem = error.message
    }
  }
  throw new LaunchFailure(sandboxProblem, true)
}

/** The ways to start, safest first; the next one is only for want of a sandbox. */
function launchModes(noSandbox: boolean): LaunchMode[] {
  const users = isRoot() ? [true, false] : [false]
  return [
    ...(noSandbox ? [] : [{ sandbox: true, asNobody: isRoot() }]),
    ...users.map((asNobody) => ({ sandbox: false, asNobody })),
  ]
}
