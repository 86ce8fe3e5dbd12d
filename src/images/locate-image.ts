import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { closest, distance } from 'fastest-levenshtein'
import { EXAMPLE, ImageRefusal, quoted } from './image-refusal.ts'
import { isInside } from './is-inside.ts'

/** The folders an address is resolved against. */
export interface ImageFolders {
  /** Where relative addresses begin: the draft's folder. */
  readonly draftFolder: string
  /** Where addresses with a leading `/` begin; nothing outside it is read. */
  readonly projectFolder: string
}

/**
 * Answers the real path of the file an address means, inside the real project folder.
 * Throws `ImageRefusal` for addresses that are no local path, that lead out, or that lead nowhere.
 */
export async function locateImage(url: string, folders: ImageFolders): Promise<string> {
  const path = localPath(url)
  const root = await realpath(folders.projectFolder)
  const base = path.startsWith('/') ? root : await realpath(folders.draftFolder)
  const wanted = resolve(base, path.replace(/^\/+/, ''))
  // First by name alone, so that no message tells what exists outside; then by what the links lead to.
  if (!isInside(root, wanted)) throw outside()
  const found = await existing(wanted)
  if (found === undefined) throw await missing(root, wanted)
  if (!isInside(root, found)) throw outside()
  return found
}

/** Where the file of an address would lie, by name alone; `undefined` where nothing would be read. */
export function placeOfImage(url: string, { draftFolder, projectFolder }: ImageFolders): string | undefined {
  try {
    const path = localPath(url)
    const wanted = resolve(path.startsWith('/') ? projectFolder : draftFolder, path.replace(/^\/+/, ''))
    return isInside(projectFolder, wanted) ? wanted : undefined
  } catch {
    // An address that is refused whatever lies there.
    return undefined
  }
}

/** An address as a path with `/`, percent signs decoded; a `%` that encodes nothing is a plain one. */
function localPath(url: string): string {
  const beside = `save the image beside the draft and write its path, e.g. ${EXAMPLE}`
  if (url.trim() === '') throw new ImageRefusal('has no address', `write a path, e.g. ${EXAMPLE}`)
  if (/^\s*(?:https?:|[\\/]{2})/i.test(url)) {
    throw new ImageRefusal('is on the network, and nothing is fetched', beside)
  }
  const path = decode(url)
  if (/^[a-z]:/i.test(path) || path.includes('\\')) {
    throw new ImageRefusal('is not a path with forward slashes inside the project folder', beside)
  }
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]
  if (scheme) {
    const colon = `${beside}; a file name with a colon begins with ./`
    throw new ImageRefusal(`has the scheme "${scheme.slice(0, 20)}", and only local files are read`, colon)
  }
  if (path.startsWith('//')) throw new ImageRefusal('is on the network, and nothing is fetched', beside)
  if (path.includes('\0')) throw new ImageRefusal('has a NUL character in its path', beside)
  return path
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** The real path, tried in both Unicode forms: an archive from a Mac brings decomposed file names. */
async function existing(path: string): Promise<string | undefined> {
  for (const form of new Set([path, path.normalize('NFC'), path.normalize('NFD')])) {
    const found = await realpath(form).catch((error: NodeJS.ErrnoException) => {
      if (!['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'].includes(error.code ?? '')) throw error
    })
    if (found !== undefined) return found
  }
  return undefined
}

function outside(): ImageRefusal {
  const hint = `nothing outside is read; copy the image into the project, e.g. ${EXAMPLE}`
  return new ImageRefusal('lies outside the project folder', hint)
}

async function missing(root: string, wanted: string): Promise<ImageRefusal> {
  const near = await nearestFile(root, wanted).catch(() => undefined)
  const hint = near
    ? `did you mean ${quoted(near)}? upper and lower case count`
    : `the path begins at the draft's folder, or with / at the project folder, e.g. ${EXAMPLE}`
  return new ImageRefusal('does not exist', hint, true)
}

/** A file of the same folder with nearly the same name. */
async function nearestFile(root: string, wanted: string): Promise<string | undefined> {
  const folder = await realpath(dirname(wanted))
  if (!isInside(root, folder)) return undefined
  const name = basename(wanted).toLowerCase()
  const names = new Map((await readdir(folder)).map((file) => [file.toLowerCase(), file]))
  if (names.size === 0) return undefined
  const near = closest(name, [...names.keys()])
  return distance(name, near) <= 2 && near.length > 4 ? names.get(near) : undefined
}
