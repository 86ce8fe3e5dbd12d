import { relative, sep } from 'node:path'

/** A path as reports show it: relative to the working folder, with `/`. */
export function displayPath(file: string, cwd: string): string {
  return (relative(cwd, file) || '.').replaceAll(sep, '/')
}
