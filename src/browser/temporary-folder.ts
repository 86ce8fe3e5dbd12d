import { chmodSync, chownSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive, pidNamespace } from '../process-life.ts'

/** The uid and gid of `nobody`, as which Chromium runs when we are root: it refuses its sandbox to root. */
export const NOBODY = 65534

/** True where the process may change to another user. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Makes a fresh folder (0700) below the system's temporary one; its name says whose it is, for the sweep. */
export function makeTemporaryFolder(kind: 'browser' | 'cache'): string {
  return mkdtempSync(join(tmpdir(), `release-${kind}-${pidNamespace()}-${process.pid}-`))
}

/** Removes a folder with all it holds; never throws, since there is nothing more to do about what stays. */
export function removeFolder(path: string): void {
  try {
    if (isRoot()) {
      // Shut the door first: nobody may swap a folder for a link while root walks through it.
      chownSync(path, 0, 0)
      chmodSync(path, 0o700)
    }
    // A killed browser's last children may still be writing when its leader is gone.
    rmSync(path, { recursive: true, force: true, maxRetries: 8, retryDelay: 25 })
  } catch {}
}

/** Removes temporary folders of runs that were killed before they could do so themselves. */
export function sweepTemporaryFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const match = /^release-(?:browser|cache)-(\d+)-(\d+)-\w{6}$/.exec(name)
    // The same pid in another namespace (containers that share a temporary folder) is another process.
    if (!match || match[1] !== pidNamespace() || isAlive(Number(match[2]))) continue
    const path = join(tmpdir(), name)
    const stat = lstatSync(path, { throwIfNoEntry: false })
    const isOurs = stat?.isDirectory() && stat.uid === (process.getuid?.() ?? stat.uid)
    if (isOurs && !isUsed(path)) removeFolder(path)
  }
}

/** True while the browser of a killed run is still ending: it would make its profile again, as another user. */
function isUsed(path: string): boolean {
  try {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return ids.some((id) => commandOf(id).includes(path))
  } catch {
    // No such folder on this system.
    return false
  }
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
