import type { Config } from '../config.ts'
import { ReleaseError } from '../finding.ts'
import { breakable } from './breakable.ts'
import type { BrowserCandidate } from './find-browser.ts'
import type { BrowserFacts, Printer } from './open-printer.ts'

/** What a build needs of the browser. */
export interface LentPrinter extends Pick<Printer, 'print' | 'close'> {
  /** Starts the browser in the background, where that has not been done. */
  start(): void
  /**
   * The browser that would print, without starting one whose name is known: `names` holds those found out
   * before, by the build of the first choice. `undefined` where there is none.
   */
  expected(names: Readonly<Record<string, string>>): Promise<NamedBrowser | undefined>
  /** The browser that has printed. */
  used(): Promise<NamedBrowser>
}

/** A browser as manifests name it, and the build of the one that stood first in the search for it. */
export interface NamedBrowser {
  /** Of the first choice, which need not be the one that prints. */
  readonly build: string
  /** Of the one that prints: the same on every machine. */
  readonly name: string
}

/**
 * Lends the browser that prints PDFs; nothing of it is loaded before it is started. Where there is no browser,
 * every print fails with `browser-missing`, and the other formats are built.
 */
export function lendPrinter(config: Config): LentPrinter {
  const { signal } = config
  let opening: Promise<Printer> | undefined
  const open = (): Promise<Printer> => {
    opening ??= openPrinter(config)
    opening.catch(() => {})
    return opening
  }
  const { unlessBroken, breakAll } = breakable()
  const stop = () => {
    opening?.then((printer) => printer.killNow()).catch(() => {})
    // Whatever was asked of the browser may never be answered now.
    breakAll(new ReleaseError('interrupted', 'interrupted before all of it was written'))
  }
  if (signal?.aborted) stop()
  else signal?.addEventListener('abort', stop, { once: true })
  let choosing: Promise<BrowserCandidate | undefined> | undefined
  const firstChoice = () => {
    choosing ??= import('./find-browser.ts').then(
      ({ findBrowsers }) => findBrowsers({ browser: config.browser, env: { ...config.env } })[0],
    )
    return choosing
  }
  return {
    start: () => void open(),
    print: (document) => unlessBroken(open().then((printer) => printer.print(document))),
    async expected(names) {
      try {
        const first = await firstChoice()
        const known = first && names[first.build]
        if (first && known !== undefined) return { build: first.build, name: known }
        if (first?.source === 'embedded') return { build: first.build, name: first.build }
        if (!first || config.dryRun) return undefined
        const facts = await unlessBroken(open().then((printer) => printer.describe()))
        return { build: first.build, name: nameOf(facts) }
      } catch (error) {
        // The print itself meets it again, and tells it.
        if (error instanceof ReleaseError) return undefined
        throw error
      }
    },
    async used() {
      const [first, facts] = await Promise.all([firstChoice(), open().then((printer) => printer.describe())])
      return { build: first?.build ?? '', name: nameOf(facts) }
    },
    async close() {
      await (await opening?.catch(() => undefined))?.close()
    },
  }
}

async function openPrinter(config: Config): Promise<Printer> {
  const module = await import('./open-printer.ts')
  return module.openPrinter({
    browser: config.browser,
    env: { ...config.env },
    noSandbox: config.noSandbox,
    timeout: config.timeout,
    concurrency: config.jobs,
    warn: (text) => config.notice(text, 'warning'),
    note: (text) => config.notice(text, 'detail'),
  })
}

/** The same on every machine: not where it lies, but what it is. */
function nameOf({ source, build, version }: BrowserFacts): string {
  return source === 'embedded' ? build : `Chromium ${version}`
}
