import { join } from 'node:path'
import { ReleaseError } from '../finding.ts'
import { CACHE_CURE, cacheFolders, prepareCacheFolder } from './cache-folder.ts'
import { type BrowserChoice, findBrowsers } from './find-browser.ts'
import { type BrowserFacts, openPrinter, type Printer } from './open-printer.ts'
import { findBrowserPackage } from './unpack-browser.ts'
import { findUnpacked } from './unpack-once.ts'

/** One line of `release doctor`. */
export interface BrowserFact {
  readonly matter: 'browser' | 'sandbox' | 'cache' | 'libraries' | 'fonts' | 'print'
  readonly ok: boolean
  /** One fact, lower-case. */
  readonly detail: string
  /** What to do about it, where there is something to do. */
  readonly cure?: string | undefined
}

/** What a probe needs. */
export interface ProbeOptions extends BrowserChoice {
  readonly noSandbox?: boolean | undefined
  /** Most milliseconds for a step; default 30,000. */
  readonly timeout?: number | undefined
  /** The present, for the browser's age. */
  readonly now: Date
}

/** Finds, starts and tries the browser as a build would. Never throws for what is wrong with the machine. */
export async function probeBrowser(options: ProbeOptions): Promise<BrowserFact[]> {
  const complaints: string[] = []
  const warnings: string[] = []
  try {
    if (findBrowsers(options).length === 0) return [absent(), cacheFact(options.env)]
    const printer = openPrinter({
      ...options,
      note: (text) => complaints.push(text),
      warn: (text) => warnings.push(text),
    })
    try {
      const facts = await printer.describe()
      return [
        browserFact(facts, options.now, complaints),
        sandboxFact(facts, warnings, options.noSandbox === true),
        cacheFact(options.env),
        librariesFact(facts),
        fontsFact(),
        await printFact(printer.print),
      ]
    } finally {
      await printer.close()
    }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    const library = /shared libraries: (\S+?):/.exec(error.message)?.[1]
    const missing: BrowserFact = {
      matter: 'libraries',
      ok: false,
      detail: `${library} is missing on this machine`,
      cure: 'npm install @sparticuz/chromium@147.0.0, which brings its own, or install the library',
    }
    return [
      { matter: 'browser', ok: false, detail: error.message, cure: error.hint },
      ...(library ? [missing] : []),
      cacheFact(options.env),
    ]
  }
}

function absent(): BrowserFact {
  const cure = 'npm install @sparticuz/chromium@147.0.0 (Linux x64), or install Chrome, Chromium or Edge'
  return { matter: 'browser', ok: false, detail: 'absent: no browser was found', cure }
}

function browserFact({ source, path, version }: BrowserFacts, now: Date, complaints: string[]): BrowserFact {
  const months = ageInMonths(Number.parseInt(version, 10), now)
  const age = months < 1 ? 'of this month' : `about ${months} month${months === 1 ? '' : 's'} old`
  const passed = complaints.filter((text) => text.startsWith('browser not usable'))
  return {
    matter: 'browser',
    ok: true,
    detail: [`Chromium ${version} (${source}, ${age}) at ${path}`, ...passed].join('; '),
    ...(months > 6 && {
      cure: 'a newer one, if you have it, with --browser; drafts run no script either way',
    }),
  }
}

const MONTH = 30.44 * 86_400_000

/** Chromium has a new major every four weeks; 147 came on 2026-04-07. */
function ageInMonths(major: number, now: Date): number {
  const released = Date.UTC(2026, 3, 7) + (major - 147) * 28 * 86_400_000
  return Math.max(0, Math.floor((now.getTime() - released) / MONTH))
}

function sandboxFact({ sandbox }: BrowserFacts, warnings: string[], asked: boolean): BrowserFact {
  if (sandbox) return { matter: 'sandbox', ok: true, detail: 'the browser runs in its sandbox' }
  return {
    matter: 'sandbox',
    ok: asked,
    detail: warnings[0] ?? 'the browser runs without its sandbox',
    cure: 'allow user namespaces: an AppArmor profile for the browser, or a seccomp profile for the container',
  }
}

function cacheFact(env: NodeJS.ProcessEnv): BrowserFact {
  const version = findBrowserPackage()?.version
  const ready = version && findUnpacked(`chromium-${version}`, env)
  if (ready) return { matter: 'cache', ok: true, detail: `the browser is unpacked in ${ready}` }
  const folders = cacheFolders(env)
  const problems = folders.map(prepareCacheFolder)
  const writable = folders[problems.indexOf(undefined)]
  if (writable) return { matter: 'cache', ok: true, detail: `${writable} can be written` }
  return {
    matter: 'cache',
    ok: false,
    detail: `unpacks anew each time: ${problems.join('; ')}`,
    cure: CACHE_CURE,
  }
}

function librariesFact({ source, path }: BrowserFacts): BrowserFact {
  const own = source === 'embedded'
  const detail = own ? `its own, in ${join(path, '..', 'lib')}` : "the machine's"
  return { matter: 'libraries', ok: true, detail }
}

function fontsFact(): BrowserFact {
  if (process.platform === 'linux' && findBrowserPackage()) {
    return { matter: 'fonts', ok: true, detail: "the document's own only; none of the machine's is seen" }
  }
  const detail = "the document's own; the machine's may stand in for a missing character"
  return { matter: 'fonts', ok: true, detail }
}

async function printFact(print: Printer['print']): Promise<BrowserFact> {
  try {
    const before = '<!doctype html><html lang="en"><head><title>Trial</title></head><p>Trial</html>'
    const { length } = await print({ before, fonts: '', behind: '' })
    return { matter: 'print', ok: true, detail: `a trial page was printed (${length} bytes)` }
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    return { matter: 'print', ok: false, detail: error.message, cure: error.hint }
  }
}
