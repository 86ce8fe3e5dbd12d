import pLimit from 'p-limit'
import { ReleaseError } from '../finding.ts'
import type { HtmlPieces } from '../render/html.ts'
import {
  type BrowserCandidate,
  type BrowserChoice,
  type BrowserSource,
  findBrowsers,
} from './find-browser.ts'
import { lendPages } from './lend-pages.ts'
import { startBrowser } from './start-browser.ts'
import { sweepTemporaryFolders } from './temporary-folder.ts'

/** How documents are printed. */
export interface PrinterOptions extends BrowserChoice {
  /** True: without the browser's sandbox (with a warning). */
  readonly noSandbox?: boolean | undefined
  /** Most milliseconds for one step of a print; default 30,000. */
  readonly timeout?: number | undefined
  /** How many pages print at the same time; default 2. */
  readonly concurrency?: number | undefined
  /** Told once when the browser runs without its sandbox. */
  readonly warn?: ((text: string) => void) | undefined
  /** Told of folders and browsers that could not be used, and of retries. */
  readonly note?: ((text: string) => void) | undefined
  /** Told of each step of a print as it begins. */
  readonly onStep?: ((step: string) => void) | undefined
}

/** The browser that prints. */
export interface BrowserFacts {
  readonly source: BrowserSource
  readonly path: string
  /** E.g. `147.0.7727.0`. */
  readonly version: string
  /** As `BrowserCandidate.build`. */
  readonly build: string
  readonly sandbox: boolean
  /** Process id and process group of the browser. */
  readonly pid: number
}

/** Prints documents with one browser, started once. */
export interface Printer {
  /**
   * Prints a self-contained HTML document. Throws `browser-missing` or, after three tries, `print-failed`.
   */
  readonly print: (document: HtmlPieces) => Promise<Uint8Array>
  /** Waits for the browser and describes it. Throws `browser-missing`. */
  readonly describe: () => Promise<BrowserFacts>
  /** Ends the browser; what is being printed fails. Never throws. */
  readonly close: () => Promise<void>
  /** As `close` but at once and without waiting: for handlers of signals. */
  readonly killNow: () => void
}

const MAX_START = 20_000

/**
 * Starts a browser in the background and answers at once. Throws `browser-missing` for a wrong chosen path.
 */
export function openPrinter(options: PrinterOptions): Printer {
  const { timeout = 30_000, concurrency = 2 } = options
  const candidates = findBrowsers(options)
  const stopped = new AbortController()
  const undo = new Set<() => void>()
  const warn = once(options.warn)
  // The browser that has worked once: a replacement of another build would print other bytes.
  let proven: BrowserCandidate | undefined
  const start = async () => {
    const started = await startBrowser(proven ? [proven] : candidates, {
      ...options,
      isProven: proven !== undefined,
      timeout: Math.min(timeout, MAX_START),
      warn,
      undo,
      signal: stopped.signal,
    })
    proven ??= candidates.find(({ build }) => build === started.build)
    return started
  }

  const pages = lendPages({ start, timeout, concurrency, onStep: options.onStep })
  pages.warm.then(sweepTemporaryFolders).catch(() => {})
  const ways = [pages.printShared, pages.printShared, pages.printAlone]

  const limit = pLimit(concurrency)
  const pending = new Set<Promise<Uint8Array>>()
  const print = (document: HtmlPieces): Promise<Uint8Array> => {
    const job = limit(() => tryAll(ways, document, stopped.signal, options.note))
    pending.add(job)
    return job.finally(() => pending.delete(job))
  }
  const killNow = () => {
    stopped.abort(new Error('the printer is closed'))
    for (const action of [...undo]) action()
    undo.clear()
    process.off('exit', killNow)
  }
  process.once('exit', killNow)
  const close = async () => {
    const browser = pages.browser()
    killNow()
    await Promise.allSettled([browser.then((started) => started.close()), pages.warm, ...pending])
    // What was begun before and ended after the abort.
    killNow()
  }
  const describe = async (): Promise<BrowserFacts> => {
    const { source, path, version, build, mode, pid } = await pages.browser()
    return { source, path, version, build, sandbox: mode.sandbox, pid }
  }
  return { print, describe, close, killNow }
}

async function tryAll(
  ways: readonly ((document: HtmlPieces) => Promise<Uint8Array>)[],
  document: HtmlPieces,
  signal: AbortSignal,
  note: PrinterOptions['note'],
): Promise<Uint8Array> {
  let cause: unknown
  for (const way of ways) {
    try {
      signal.throwIfAborted()
      return await way(document)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof ReleaseError) throw error
      cause = error
      note?.(`printing failed: ${(error as Error).message}`)
    }
  }
  throw new ReleaseError(
    'print-failed',
    `the PDF could not be printed in ${ways.length} tries: ${(cause as Error).message}`,
    {
      hint: 'a shorter document or a longer time, e.g. --timeout 120; `release doctor` tells about the browser',
      cause,
    },
  )
}

function once(warn: PrinterOptions['warn']): (text: string) => void {
  let warned = false
  return (text) => {
    if (!warned) warn?.(text)
    warned = true
  }
}
