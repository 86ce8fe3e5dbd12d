import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ReleaseError } from '../finding.ts'
import { nearest } from '../yaml/nearest.ts'

/** The file that makes a folder a letterhead. */
const DATA_FILE = 'letterhead.yaml'

/** A letterhead that a name may mean. */
export interface KnownLetterhead {
  readonly name: string
  /** Absolute path of its folder. */
  readonly folder: string
  /** True for one that comes with the tool. */
  readonly builtIn: boolean
}

/** Lists the user's own letterheads, then the built-in ones that they do not replace. */
export async function listLetterheads(own: string | undefined): Promise<KnownLetterhead[]> {
  const mine = own === undefined ? [] : await lettersIn(own, false)
  const builtIn = await lettersIn(builtInFolder(), true)
  return [...mine, ...builtIn.filter((other) => mine.every(({ name }) => name !== other.name))]
}

/**
 * Finds a letterhead's folder. A path (it holds `/` or begins with `.`) is taken from `cwd` and may only
 * come from a flag or the configuration; a draft can give nothing but a name. Throws `letterhead-unknown`.
 */
export async function findLetterhead(
  name: string,
  own: string | undefined,
  cwd: string,
): Promise<KnownLetterhead> {
  if (/[/\\]|^\./.test(name)) {
    const folder = resolve(cwd, name)
    if (existsSync(join(folder, DATA_FILE))) return { name, folder, builtIn: false }
    const hint = `make one: release letterhead eject mission ${name}`
    throw new ReleaseError('letterhead-unknown', `no ${DATA_FILE} in "${name}"`, { hint, exitCode: 2 })
  }
  const known = await listLetterheads(own)
  const found = known.find((letterhead) => letterhead.name === name)
  if (found) return found
  const names = known.map((letterhead) => letterhead.name)
  const near = nearest(name, names)
  const hint = near ? `did you mean "${near}"?` : `known: ${names.join(', ')}; a folder is given as ./${name}`
  throw new ReleaseError('letterhead-unknown', `no letterhead "${name}"`, { hint })
}

/** `templates/` of this package: above `dist/` in a bundle, above `src/letterhead/` in the sources. */
function builtInFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'templates', 'mission'))) return join(folder, 'templates')
    if (dirname(folder) === folder)
      throw new Error('the folder `templates` is missing from this installation')
  }
}

async function lettersIn(folder: string, builtIn: boolean): Promise<KnownLetterhead[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, DATA_FILE)))
    .map((entry) => ({ name: entry.name, folder: join(folder, entry.name), builtIn }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
