import { chmodSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { chmod, mkdtemp, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CACHE_CURE, cacheFolders, prepareCacheFolder, whyUntrusted } from './cache-folder.ts'
import { makeTemporaryFolder, removeFolder } from './temporary-folder.ts'

/** What unpacking needs from outside. */
export interface UnpackOptions {
  readonly env: NodeJS.ProcessEnv
  /** Told of every folder that could not be used; once, with the cure, where that is all of them. */
  readonly note?: ((text: string) => void) | undefined
  /** Filled with what must be undone at the end, or when the process is stopped. */
  readonly undo: Set<() => void>
}

/** The folder already unpacked, if there is one, without unpacking: for `doctor`. */
export function findUnpacked(name: string, env: NodeJS.ProcessEnv): string | undefined {
  return cacheFolders(env)
    .map((folder) => join(folder, name))
    .find(isComplete)
}

/**
 * Fills the folder `name` of the best cache folder, unless one holds it already; answers its path. Where no
 * cache folder can be used it is one that is removed at the end.
 */
export async function unpackOnce(
  name: string,
  { env, note, undo }: UnpackOptions,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const { path, problems } = await useCache(name, env, undo, fill)
  if (path !== undefined) {
    for (const problem of problems) note?.(problem)
    return path
  }
  const known = temporary.get(undo)
  if (!known) note?.(`${name} is unpacked anew in each run (${problems.join('; ')}): ${CACHE_CURE}`)
  const folder = known ?? openTemporaryFolder(undo)
  return isComplete(join(folder, name)) ? join(folder, name) : unpackInto(folder, name, undo, fill)
}

/** The path in the first cache folder that serves, and what is wrong with those before it. */
async function useCache(
  name: string,
  env: NodeJS.ProcessEnv,
  undo: Set<() => void>,
  fill: (folder: string) => Promise<void>,
): Promise<{ path?: string; problems: string[] }> {
  const problems: string[] = []
  for (const folder of cacheFolders(env)) {
    // A read-only folder (a container image) serves as well, if it is already filled.
    if (isComplete(join(folder, name))) return { path: join(folder, name), problems }
    const problem = prepareCacheFolder(folder)
    if (problem === undefined) {
      try {
        return { path: await unpackInto(folder, name, undo, fill), problems }
      } catch (error) {
        problems.push(`could not unpack into ${folder}: ${(error as Error).message}`)
      }
    } else problems.push(problem)
  }
  return { problems }
}

/** The folder that stands in for a cache until its `undo`: a browser that is started again finds it filled. */
const temporary = new WeakMap<UnpackOptions['undo'], string>()

function openTemporaryFolder(undo: UnpackOptions['undo']): string {
  const folder = makeTemporaryFolder('cache')
  undo.add(() => removeFolder(folder))
  chmodSync(folder, 0o755)
  temporary.set(undo, folder)
  return folder
}

/**
 * Fills a folder beside the target and renames it: the target is whole or not there, however many try at
 * once.
 */
async function unpackInto(
  folder: string,
  name: string,
  undo: Set<() => void>,
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  sweepUnfinished(folder)
  const target = join(folder, name)
  const unfinished = await mkdtemp(join(folder, '.unfinished-'))
  const discard = () => removeFolder(unfinished)
  undo.add(discard)
  try {
    await fill(unfinished)
    await writeFile(join(unfinished, CONTENTS), JSON.stringify(listSizes(unfinished)))
    await openToAll(unfinished)
    if (!isComplete(target)) {
      rmSync(target, { recursive: true, force: true })
      await rename(unfinished, target)
    }
  } catch (error) {
    // Another process may have renamed its own in the meantime; both are the same.
    if (!isComplete(target)) throw error
  } finally {
    discard()
    undo.delete(discard)
  }
  return target
}

const CONTENTS = 'contents.json'

/**
 * A cleaner of caches may have taken single files; a disk may have filled. Sizes tell, without reading 200
 * MB.
 */
function isComplete(folder: string): boolean {
  try {
    const sizes = JSON.parse(readFileSync(join(folder, CONTENTS), 'utf8')) as Record<string, number>
    if (whyUntrusted(folder) !== undefined) return false
    return Object.entries(sizes).every(([path, size]) => statSync(join(folder, path)).size === size)
  } catch {
    return false
  }
}

function listSizes(folder: string): Record<string, number> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
    (path) => [path, statSync(join(folder, path))] as const,
  )
  return Object.fromEntries(
    files.filter(([, stat]) => stat.isFile()).map(([path, stat]) => [path, stat.size]),
  )
}

/**
 * Whatever the umask says: the unprivileged user that the browser runs as must be able to read its own files.
 */
async function openToAll(folder: string): Promise<void> {
  for (const path of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    const stat = statSync(join(folder, path))
    await chmod(join(folder, path), stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644)
  }
}

const AN_HOUR = 3_600_000

function sweepUnfinished(folder: string): void {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('.unfinished-'))) {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false })
    if (stat && Date.now() - stat.mtimeMs > AN_HOUR) removeFolder(join(folder, name))
  }
}
