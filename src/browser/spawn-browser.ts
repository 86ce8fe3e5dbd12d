import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { browserEnvironment, browserFlags, fontconfigFile } from './browser-flags.ts'
import type { BrowserFiles } from './find-browser.ts'
import { NOBODY } from './temporary-folder.ts'

/** How a browser is started. */
export interface LaunchMode {
  readonly sandbox: boolean
  /** True: as the unprivileged user, which only root can do. */
  readonly asNobody: boolean
}

/** Starts the program with a profile below `folder`; errors come as events of the process. */
export function spawnBrowser(files: BrowserFiles, mode: LaunchMode, folder: string): ChildProcess {
  // The outer folder stays ours; the inner one is the browser's, whoever that is.
  const profile = join(folder, 'profile')
  mkdirSync(profile, { mode: 0o700 })
  const fontconfig = files.fonts === undefined ? undefined : join(profile, 'fonts.conf')
  if (fontconfig && files.fonts) writeFileSync(fontconfig, fontconfigFile(files.fonts, profile))
  if (mode.asNobody) {
    chmodSync(folder, 0o711)
    for (const path of [profile, ...(fontconfig ? [fontconfig] : [])]) chownSync(path, NOBODY, NOBODY)
  }
  return spawn(files.executable, browserFlags(profile, mode.sandbox), {
    cwd: profile,
    env: browserEnvironment(profile, files, fontconfig),
    // A group of its own, so that one signal ends all of its processes, and Ctrl-C is ours to handle.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
    ...(mode.asNobody && { uid: NOBODY, gid: NOBODY }),
  })
}

/**
 * Kills the group once: later the number may be another group's. A leader that ends takes its children along.
 */
export function groupKiller(child: ChildProcess): () => void {
  let done = child.pid === undefined
  const killGroup = () => {
    if (done || child.pid === undefined) return
    done = true
    try {
      if (process.platform === 'win32') child.kill('SIGKILL')
      else process.kill(-child.pid, 'SIGKILL')
    } catch {}
  }
  child.once('exit', killGroup)
  return killGroup
}
