import type { HtmlPieces } from '../render/html.ts'
import { openPage, type PrintPage } from './print-page.ts'
import type { StartedBrowser } from './start-browser.ts'
import { contentPolicy } from './warm-document.ts'
import { StepTimeout } from './watchdog.ts'

/** Pages that are lent for one print each, and used again. */
export interface PageLending {
  /** Prints on a page of the shared browser, which is started anew when it is gone. */
  readonly printShared: (document: HtmlPieces) => Promise<Uint8Array>
  /** Prints in a browser of its own: no neighbour can crash it, and it can crash no neighbour. */
  readonly printAlone: (document: HtmlPieces) => Promise<Uint8Array>
  /** The browser that is shared now. */
  readonly browser: () => Promise<StartedBrowser>
  /** Settles when the first page is open, or will not be; never rejects. */
  readonly warm: Promise<void>
}

/** What lending needs. */
export interface LendingOptions {
  /** Starts a browser. */
  readonly start: () => Promise<StartedBrowser>
  /** Most milliseconds for a step. */
  readonly timeout: number
  /** How many prints there are at a time: no more pages stay open. */
  readonly concurrency: number
  /** Told of each step of a print as it begins. */
  readonly onStep?: ((step: string) => void) | undefined
}

interface Lease {
  readonly browser: StartedBrowser
  readonly page: PrintPage
}

// A renderer grows to a plateau of some 300 MB; a fresh page gives that back.
const MAX_PRINTS_PER_PAGE = 250

/** Starts a browser at once and opens a page in it, to be ready when the first document is. */
export function lendPages(options: LendingOptions): PageLending {
  const { start, concurrency } = options
  const idle: Lease[] = []
  let shared = start()
  // What goes wrong here is told by the first print, if there is one.
  const warm = shared.then(async (browser) => void idle.push(await newLease(browser))).catch(() => {})

  async function livingBrowser(): Promise<StartedBrowser> {
    const known = shared
    if (!(await known).isGone()) return known
    if (shared === known) shared = start()
    return shared
  }

  async function newLease(browser: StartedBrowser): Promise<Lease> {
    try {
      return { browser, page: await openPage(browser, options) }
    } catch (error) {
      // A browser that cannot open a page is of no use to anyone.
      browser.kill()
      throw error
    }
  }

  async function lend(document: HtmlPieces): Promise<Lease> {
    await warm
    const browser = await livingBrowser()
    const ready = idle.filter((lease) => lease.browser === browser)
    const policy = contentPolicy(document)
    const fitting = ready.filter(({ page }) => page.accepts(policy))
    const lease = fitting.find(({ page }) => page.suits(document)) ?? fitting[0]
    idle.splice(0, idle.length, ...ready.filter((other) => other !== lease))
    if (lease) return lease
    if (idle.length >= concurrency) discard(idle.shift())
    return newLease(browser)
  }

  async function printShared(document: HtmlPieces): Promise<Uint8Array> {
    const lease = await lend(document)
    try {
      const pdf = await lease.page.print(document)
      if (lease.page.prints() < MAX_PRINTS_PER_PAGE) idle.push(lease)
      else discard(lease)
      return pdf
    } catch (error) {
      if (error instanceof StepTimeout) lease.browser.kill()
      else discard(lease)
      throw error
    }
  }

  async function printAlone(document: HtmlPieces): Promise<Uint8Array> {
    const browser = await start()
    try {
      return await (await newLease(browser)).page.print(document)
    } finally {
      await browser.close()
    }
  }
  return { printShared, printAlone, browser: () => shared, warm }
}

/** Nobody waits for it: the page may be lost already. */
function discard(lease: Lease | undefined): void {
  lease?.page.close().catch(() => {})
}
