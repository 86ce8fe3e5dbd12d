import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { displayPath } from '../display-path.ts'

/** A path relative to one folder as one relative to another, with `/`; standard input has none. */
export function rebase(path: string, from: string, to: string): string {
  return path === 'stdin' ? path : displayPath(resolve(from, path), to)
}

/** A letterhead as manifests name it: a name, or the path of a folder that was named by its path. */
export function letterheadName(
  { name, folder }: { readonly name: string; readonly folder: string },
  base: string,
): string {
  return /[/\\]|^\./.test(name) ? displayPath(folder, base) : name
}

/** False for a file that is gone, not for one that only cannot be seen now. */
export function isPresent(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}
