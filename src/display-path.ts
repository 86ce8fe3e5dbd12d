import { relative, sep } from 'node:path'

/** A path as reports and manifests show it: relative to the working folder, or to the manifest's, with `/`. */
export function displayPath(file: string, folder: string): string {
  return (relative(folder, file) || '.').replaceAll(sep, '/')
}
