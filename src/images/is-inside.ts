import { isAbsolute, relative, sep } from 'node:path'

/** True for a path in a folder, or the folder itself; both absolute, links not followed. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
