import { existsSync, readdir, realpathSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { machineFault, ReleaseError, usageError } from '../finding.ts'

/** A draft that was asked for. */
export interface FoundDraft {
  /** Absolute path; `undefined` for standard input. */
  readonly file: string | undefined
  /** Folders between the named folder or a glob's fixed part and the draft, kept under the output folder. */
  readonly subfolder: string
}

/** Folders that are never looked into. */
const IGNORED = ['**/node_modules/**', '**/.git/**']

/**
 * Finds drafts in the order in which they were named, within a folder or glob by path; one that is named
 * or linked to twice is taken once. In folders every `*.md` except README and files that begin with `_`. Throws a
 * `ReleaseError` (exit code 2) where a folder or glob holds none, or nothing was named; exit code 3 where a folder
 * cannot be read.
 */
export async function findDrafts(given: readonly string[], folder: string): Promise<FoundDraft[]> {
  if (given.length === 0) {
    const hint = 'release build draft.md, or set `drafts` in release.config.yaml'
    throw usageError('no drafts named', hint)
  }
  const found = new Map<string | undefined, FoundDraft>()
  for (const name of given) {
    for (const [key, draft] of withoutLinks(await expand(name, folder))) {
      if (!found.has(key)) found.set(key, draft)
    }
  }
  return [...found.values()]
}

/** By where they lie, each once: by its own path, or the shortest of the links to it. */
function withoutLinks(drafts: readonly FoundDraft[]): [string, FoundDraft][] {
  const placed = drafts.map((draft): [string, FoundDraft] => [draft.file ? realPath(draft.file) : '-', draft])
  const best = new Map<string, FoundDraft>()
  for (const [key, draft] of placed) {
    const other = best.get(key)
    const isShorter = other?.file !== key && (draft.file ?? '').length < (other?.file ?? '').length
    if (!other || draft.file === key || isShorter) best.set(key, draft)
  }
  return placed.filter(([key, draft]) => best.get(key) === draft)
}

/** Where a path leads; itself where that cannot be told. At once: to hand over thousands of them costs more than the look. */
function realPath(file: string): string {
  try {
    return realpathSync.native(file)
  } catch {
    return file
  }
}

async function expand(name: string, folder: string): Promise<FoundDraft[]> {
  if (name === '-') return [{ file: undefined, subfolder: '' }]
  const path = resolve(folder, name)
  // A file whose name looks like a pattern is still that file.
  if (existsSync(path)) {
    const status = await stat(path).catch((error) => {
      throw unreadable(path, error)
    })
    if (!status.isDirectory()) return [{ file: path, subfolder: '' }]
    return below(path, await list('**/*.md', path), name)
  }
  // Loaded only for folders and globs: most runs name their drafts.
  const { isDynamicPattern } = await import('tinyglobby')
  if (!isDynamicPattern(name)) return [{ file: path, subfolder: '' }]
  const base = resolve(folder, fixedPart(name, isDynamicPattern))
  return below(base, await list(relative(base, path).replaceAll('\\', '/'), base), name)
}

/** Where drafts of these names lie, or would lie: a folder is one whose drafts count, with all below it. */
export async function placesOf(
  given: readonly string[],
  folder: string,
): Promise<{ readonly folders: string[]; readonly files: string[] }> {
  const { isDynamicPattern } = await import('tinyglobby')
  const places: { folders: string[]; files: string[] } = { folders: [], files: [] }
  for (const name of given) {
    const path = resolve(folder, name)
    const status = await stat(path).catch(() => undefined)
    const isGlob = !status && isDynamicPattern(name)
    if (status?.isDirectory()) places.folders.push(path)
    else if (isGlob) places.folders.push(resolve(folder, fixedPart(name, isDynamicPattern)))
    else places.files.push(path)
  }
  return places
}

async function list(pattern: string, cwd: string): Promise<string[]> {
  if (!existsSync(cwd)) return []
  const { glob } = await import('tinyglobby')
  const faults: ReleaseError[] = []
  const options = { cwd, absolute: true, ignore: IGNORED, expandDirectories: false }
  const files = await glob(pattern, { ...options, fs: { readdir: readdirTelling(faults) } })
  const [fault] = faults
  if (fault) throw fault
  // By code units, so that no locale changes the order.
  return files.map((file) => resolve(file)).sort((a, b) => (a < b ? -1 : 1))
}

/** As `readdir`; what fails is added to `faults`, for a search passes it over: its drafts would not be missed. */
function readdirTelling(faults: ReleaseError[]): typeof readdir {
  const telling = (folder: string, options: object, done: (error: Error | null, list: unknown) => void) =>
    readdir(folder, { ...options, withFileTypes: true }, (error, entries) => {
      // A folder that is deleted meanwhile has no drafts.
      if (error && error.code !== 'ENOENT') faults.push(unreadable(folder, error))
      done(error, entries)
    })
  return telling as typeof readdir
}

function unreadable(path: string, error: unknown): ReleaseError {
  const fault = machineFault(error)
  if (fault) return fault
  const { code = 'error' } = error as NodeJS.ErrnoException
  const hint = 'make it readable, or name the drafts that are'
  const message = `"${path}" cannot be read (${code})`
  return new ReleaseError('draft-unreadable', message, { hint, exitCode: 3, cause: error })
}

function below(base: string, files: readonly string[], name: string): FoundDraft[] {
  const drafts = files.filter((file) => file.endsWith('.md') && !/^(?:_|README\.md$)/i.test(basename(file)))
  if (drafts.length === 0) {
    const hint = 'drafts end in .md; README.md and names that begin with _ are left out'
    throw usageError(`no drafts in "${name}"`, hint)
  }
  return drafts.map((file) => ({ file, subfolder: relative(base, dirname(file)).replaceAll('\\', '/') }))
}

/** The folder of a glob before its first wildcard. */
function fixedPart(pattern: string, isDynamic: (part: string) => boolean): string {
  const parts = pattern.split('/')
  const wild = parts.findIndex((part) => isDynamic(part))
  return parts.slice(0, Math.max(0, wild)).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

/**
 * The folder that nothing is read outside of for a draft: the configuration's, else the git root above the
 * draft, else the draft's own.
 */
export function projectFolderOf(draftFolder: string, configFolder: string | undefined): string {
  if (configFolder !== undefined && !/^\.\.(?:[/\\]|$)/.test(relative(configFolder, draftFolder)))
    return configFolder
  for (let folder = draftFolder; dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
  }
  return draftFolder
}
