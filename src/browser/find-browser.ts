import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ReleaseError } from '../finding.ts'
import { puppeteerBrowsers, systemBrowsers, whyNotProgram } from './installed-browsers.ts'
import { findBrowserPackage, unpackBrowser, unpackFonts } from './unpack-browser.ts'
import type { UnpackOptions } from './unpack-once.ts'

/** Where a browser comes from: named by the user, our package, puppeteer's downloads, or the machine. */
export type BrowserSource = 'chosen' | 'embedded' | 'puppeteer' | 'system'

/** What is needed to start a browser. */
export interface BrowserFiles {
  readonly executable: string
  /** Folder of shared libraries that go with it. */
  readonly libraries?: string | undefined
  /** Folder of the one font that stands in where a document names none; without it the machine's fonts do. */
  readonly fonts?: string | undefined
}

/** A browser that may serve, not yet unpacked or started. */
export interface BrowserCandidate {
  readonly source: BrowserSource
  /** Where it lies, or what it is unpacked from. */
  readonly path: string
  /** Changes when the browser does, and is known without starting it: for hashes of inputs. */
  readonly build: string
  readonly prepare: (options: UnpackOptions) => Promise<BrowserFiles>
}

/** Which browser to use. */
export interface BrowserChoice {
  /** Path from `--browser` or the configuration. */
  readonly browser?: string | undefined
  /** Read: RELEASE_BROWSER, PUPPETEER_EXECUTABLE_PATH, RELEASE_CACHE_DIR, PATH and the usual folders. */
  readonly env: NodeJS.ProcessEnv
}

/**
 * Lists the browsers to try, best first. A chosen path stands alone and must be a program: `browser-missing`
 * otherwise, never a silent fallback. The list is empty where there is no browser at all.
 */
export function findBrowsers({ browser, env }: BrowserChoice): BrowserCandidate[] {
  const chosen = [
    ['--browser or the configuration', browser],
    ['RELEASE_BROWSER', env.RELEASE_BROWSER],
    ['PUPPETEER_EXECUTABLE_PATH', env.PUPPETEER_EXECUTABLE_PATH],
  ].find(([, path]) => path)
  // The browser is started in a folder of its own.
  if (chosen) return [chosenBrowser(chosen[0] ?? '', resolve(chosen[1] ?? ''))]
  return [
    ...embeddedBrowser(),
    ...puppeteerBrowsers(env).map((path) => onDisk('puppeteer', path)),
    ...systemBrowsers(env).map((path) => onDisk('system', path)),
  ]
}

function chosenBrowser(origin: string, path: string): BrowserCandidate {
  const problem = whyNotProgram(path)
  if (problem) {
    throw new ReleaseError('browser-missing', `the browser "${path}" of ${origin} ${problem}`, {
      hint: 'give the full path of a Chromium, Chrome or Edge, e.g. /usr/bin/chromium, or leave it out',
      exitCode: 3,
    })
  }
  return onDisk('chosen', path)
}

function embeddedBrowser(): BrowserCandidate[] {
  const found = process.platform === 'linux' && process.arch === 'x64' ? findBrowserPackage() : undefined
  if (!found) return []
  const prepare = async (options: UnpackOptions): Promise<BrowserFiles> => {
    const folder = await unpackBrowser(found, options)
    return {
      executable: join(folder, 'chromium'),
      libraries: join(folder, 'lib'),
      fonts: join(folder, 'fonts'),
    }
  }
  return [{ source: 'embedded', path: found.bin, build: `@sparticuz/chromium ${found.version}`, prepare }]
}

function onDisk(source: BrowserSource, path: string): BrowserCandidate {
  const { size, mtimeMs } = statSync(path)
  const prepare = async (options: UnpackOptions): Promise<BrowserFiles> => {
    // fontconfig is a matter of Linux; elsewhere the system's fonts cannot be kept away.
    const found = process.platform === 'linux' ? findBrowserPackage() : undefined
    return { executable: path, fonts: found && join(await unpackFonts(found, options), 'fonts') }
  }
  return { source, path, build: `${path} ${size} ${Math.trunc(mtimeMs)}`, prepare }
}
