import { accessSync, chmodSync, constants, lstatSync, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { isRoot } from './temporary-folder.ts'

/** What to do where no cache folder can be used. */
export const CACHE_CURE = 'name a folder of your own, e.g. RELEASE_CACHE_DIR=/srv/cache/release'

/** The folders a browser may be unpacked into, best first; a fresh temporary one comes after the last. */
export function cacheFolders(env: NodeJS.ProcessEnv): string[] {
  // XDG: a relative path is invalid and to be ignored.
  const xdg = env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : undefined
  return [
    ...(env.RELEASE_CACHE_DIR ? [resolve(env.RELEASE_CACHE_DIR)] : []),
    // A root home is closed to the unprivileged user that the browser runs as.
    ...(isRoot() ? ['/var/cache/release'] : []),
    join(xdg ?? join(env.HOME ?? homedir(), '.cache'), 'release'),
  ]
}

/**
 * Makes the folder where it is missing; answers what is wrong with it, or `undefined` when it can be written.
 */
export function prepareCacheFolder(path: string): string | undefined {
  try {
    if (mkdirSync(path, { recursive: true }) && isRoot()) chmodSync(path, 0o755)
    accessSync(path, constants.W_OK)
  } catch (error) {
    return `${path} cannot be written (${(error as NodeJS.ErrnoException).code ?? error})`
  }
  return whyUntrusted(path)
}

/**
 * Answers why programs in the folder must not be started, or `undefined` when they may: someone else could
 * have put them there, or the unprivileged user of a root process cannot reach them.
 */
export function whyUntrusted(path: string): string | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat?.isDirectory()) return `${path} is not a folder`
  if (process.platform === 'win32') return undefined
  if (stat.uid !== 0 && stat.uid !== process.getuid?.()) return `${path} belongs to another user`
  if (stat.mode & 0o022 && !(stat.mode & 0o1000)) return `${path} can be written by other users`
  if (isRoot() && !isOpenToAll(path)) return `${path} is closed to the unprivileged user of the browser`
  return undefined
}

function isOpenToAll(path: string): boolean {
  const open = (statSync(path).mode & 0o001) !== 0
  return open && (dirname(path) === path || isOpenToAll(dirname(path)))
}
