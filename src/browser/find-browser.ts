import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ReleaseError } from '../finding.ts'
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
  if (chosen) return [chosenBrowser(chosen[0] ?? '', chosen[1] ?? '')]
  return [
    ...embeddedBrowser(),
    ...puppeteerFolders(env).map((path) => onDisk('puppeteer', path)),
    ...systemPaths(env).map((path) => onDisk('system', path)),
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

function puppeteerFolders(env: NodeJS.ProcessEnv): string[] {
  const cache = join(env.HOME ?? homedir(), '.cache', 'puppeteer')
  return ['chrome-headless-shell', 'chrome'].flatMap((kind) =>
    // chrome/linux-147.0.7727.57/chrome-linux64/chrome: the newest build first.
    listFolder(join(cache, kind))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .flatMap((build) =>
        listFolder(join(cache, kind, build)).map((inner) => join(cache, kind, build, inner)),
      )
      .flatMap((folder) => PUPPETEER_PROGRAMS.map((program) => join(folder, program)))
      .filter((path) => whyNotProgram(path) === undefined),
  )
}

const PUPPETEER_PROGRAMS = [
  'chrome-headless-shell',
  'chrome-headless-shell.exe',
  'chrome',
  'chrome.exe',
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
]

function systemPaths(env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)))
  return [...new Set([...onPath, ...wellKnownPaths(env)])].filter((path) => whyNotProgram(path) === undefined)
}

const PROGRAMS =
  process.platform === 'win32'
    ? ['chrome.exe', 'msedge.exe']
    : [
        'chrome-headless-shell',
        'chromium-headless-shell',
        'google-chrome-stable',
        'google-chrome',
        'chromium',
        'chromium-browser',
        'microsoft-edge-stable',
        'microsoft-edge',
      ]

function wellKnownPaths(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map(
        (root) => `${root}/${name}.app/Contents/MacOS/${name}`,
      ),
    )
  }
  if (process.platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    )
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(
      (path) => roots.map((root) => join(root, path)),
    )
  }
  return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge']
}

function whyNotProgram(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 'does not exist'
  if (!stat.isFile()) return 'is not a file'
  try {
    accessSync(path, constants.X_OK)
    return undefined
  } catch {
    return 'is not executable'
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
