import { randomBytes } from 'node:crypto'
import { lstat, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { ReleaseError } from '../finding.ts'

/** What became of an output. */
export type Written = 'written' | 'untouched'

/**
 * Writes a file whole or not at all: a temporary file in the same folder, flushed, then renamed. A file that
 * already holds these bytes is not touched; a symbolic link is replaced, not followed. `root` is the output
 * folder that a linked folder may not lead out of. Throws `write-failed` (exit code 3) naming the path.
 */
export async function writeOutput(file: string, bytes: Uint8Array, root: string): Promise<Written> {
  const folder = dirname(file)
  const temporary = join(
    folder,
    `.${basename(file).slice(0, 80)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`,
  )
  try {
    await makeFolder(root)
    const [real, realRoot] = await Promise.all([realOf(folder), realpath(root)])
    // Asked before any folder is made: none must be made out there either.
    if (/^\.\.(?:[/\\]|$)/.test(relative(realRoot, real))) {
      const hint = 'delete the link, or name its target with -o'
      throw new ReleaseError('write-failed', `"${folder}" is a link that leads out of the output folder`, {
        hint,
        exitCode: 3,
      })
    }
    await makeFolder(folder)
    if (await holds(file, bytes)) return 'untouched'
    const handle = await open(temporary, 'wx', 0o666)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, file)
    return 'written'
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    if (error instanceof ReleaseError) throw error
    throw new ReleaseError('write-failed', `cannot write "${file}": ${reason(error)}`, {
      hint: cure(error),
      exitCode: 3,
      cause: error,
    })
  }
}

/**
 * Makes a folder and those above it. Node's own recursive mkdir never ends where the system answers ENOENT
 * although the folder above is there, as it does below /proc.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code !== 'ENOENT' || (await lstat(dirname(folder)).catch(() => undefined))) throw error
    await makeFolder(dirname(folder))
    await makeFolder(folder)
  }
}

/** The real path of a folder, or of the nearest one above it that exists. */
async function realOf(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return realOf(dirname(folder))
  }
}

async function holds(file: string, bytes: Uint8Array): Promise<boolean> {
  const status = await lstat(file).catch(() => undefined)
  if (!status?.isFile() || status.size !== bytes.length) return false
  const present = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EACCES') return undefined
    throw error
  })
  return present !== undefined && Buffer.compare(present, bytes) === 0
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  EISDIR: 'there is a folder of that name',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a part of the path is a file',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  EDQUOT: 'the quota is used up',
}

function cure(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'name a folder with -o, or delete the file in its place'
  if (code === 'EISDIR') return 'delete the folder of that name, or give the draft a slug'
  if (code === 'ENAMETOOLONG') return 'give the draft a slug: slug: strelsau-flood'
  return 'free the space or make the folder writable, then build again: other outputs are kept'
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}
