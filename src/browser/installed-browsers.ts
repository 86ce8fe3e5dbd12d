import { accessSync, constants, readdirSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Programs that puppeteer has downloaded, headless shells first, the newest build of each first. */
export function puppeteerBrowsers(env: NodeJS.ProcessEnv): string[] {
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

/** Chromium, Chrome and Edge of the machine: those on PATH, then those at their usual places. */
export function systemBrowsers(env: NodeJS.ProcessEnv): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = PROGRAMS.flatMap((program) => folders.map((folder) => join(folder, program)))
  const programs = [...onPath, ...wellKnownPaths(env)].filter((path) => whyNotProgram(path) === undefined)
  // /bin is often a link to /usr/bin: one program is tried once.
  return [...new Map(programs.reverse().map((path) => [realpathSync(path), path])).values()].reverse()
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

/** Answers what keeps a path from being a program, or `undefined`. */
export function whyNotProgram(path: string): string | undefined {
  try {
    if (!statSync(path).isFile()) return 'is not a file'
    accessSync(path, constants.X_OK)
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'is not executable'
  }
}

function listFolder(path: string): string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}
