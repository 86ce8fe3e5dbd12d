import { statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserFiles } from './find-browser.ts'

/** The command line: no script, no network, no background work, everything it writes below `profile`. */
export function browserFlags(profile: string, sandbox: boolean): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    // Unlike the switch of a page this one reaches frames in other processes too.
    '--blink-settings=scriptEnabled=false',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    // The second wall; without <-loopback> the proxy is not asked for this machine's own servers.
    '--proxy-server=http://127.0.0.1:1',
    '--proxy-bypass-list=<-loopback>',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-domain-reliability',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-features=Translate,OptimizationHints,MediaRouter,SpareRendererForSitePerProcess',
    // A process less to start; on Linux it has no sandbox of its own in either place.
    '--enable-features=NetworkServiceInProcess2',
    '--disable-gpu',
    '--in-process-gpu',
    // Nobody looks at the page: frames are drawn when they are asked for, and a print needs none.
    '--enable-begin-frame-control',
    '--force-color-profile=srgb',
    '--font-render-hinting=none',
    '--hide-scrollbars',
    '--lang=en-US',
    '--metrics-recording-only',
    '--mute-audio',
    '--no-default-browser-check',
    '--no-first-run',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(hasLargeSharedMemory() ? [] : ['--disable-dev-shm-usage']),
    ...(sandbox ? [] : ['--no-sandbox']),
    'about:blank',
  ]
}

/**
 * The environment: nothing of ours passes, so that no secret of a CI job and no locale or zone reaches a
 * page.
 */
export function browserEnvironment(
  profile: string,
  files: BrowserFiles,
  fontconfig?: string,
): NodeJS.ProcessEnv {
  if (process.platform === 'win32') {
    return { SystemRoot: process.env.SystemRoot, TEMP: profile, TMP: profile, LOCALAPPDATA: profile }
  }
  return {
    // Debian's chromium is a shell script that calls other programs.
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: profile,
    TMPDIR: profile,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...(files.libraries && { LD_LIBRARY_PATH: files.libraries }),
    ...(fontconfig && { FONTCONFIG_FILE: fontconfig }),
  }
}

/**
 * A fontconfig file that knows one folder and none of the system's. Not zero fonts: Chromium 147 ends itself
 * where it finds none for a fallback.
 */
export function fontconfigFile(fonts: string, profile: string): string {
  const [dir, cache] = [fonts, join(profile, 'fontconfig')].map((path) =>
    path.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${dir}</dir><cachedir>${cache}</cachedir></fontconfig>
`
}

const MIN_SHARED_MEMORY = 256 * 1024 * 1024

function hasLargeSharedMemory(): boolean {
  if (process.platform !== 'linux') return true
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize >= MIN_SHARED_MEMORY
  } catch {
    return false
  }
}
