import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'

/** A path relative to one folder as one relative to another, with `/`; standard input has none. */
export function rebase(path: string, from: string, to: string): string {
  return path === 'stdin' ? path : pathFrom(to, resolve(from, path))
}

/** The path from a folder to a file, both absolute, with `/`. */
export function pathFrom(folder: string, file: string): string {
  return (relative(folder, file) || '.').replaceAll(sep, '/')
}

/** A letterhead as manifests name it: a name, or the path of a folder that was named by its path. */
export function letterheadName(
  { name, folder }: { readonly name: string; readonly folder: string },
  base: string,
): string {
  return /[/\\]|^\./.test(name) ? pathFrom(base, folder) : name
}

/** False for a file that is gone, not for one that only cannot be seen now. */
export function isPresent(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}
