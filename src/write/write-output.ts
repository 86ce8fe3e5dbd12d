import { lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { ReleaseError } from '../finding.ts'
import { makeFolder } from './make-folder.ts'
import { sweepOnce, temporaryName } from './temporary-files.ts'
import { writeFailure } from './write-failure.ts'

/** What became of an output, with its size in bytes and mtime in milliseconds. */
export interface Written {
  readonly status: 'written' | 'untouched'
  readonly stamp: readonly [size: number, mtimeMs: number]
}

/**
 * Writes a file whole or not at all: a temporary file in the same folder, flushed, then renamed. A file that
 * already holds these bytes is not touched; a symbolic link is replaced, not followed. `root` is the output
 * folder that a linked folder may not lead out of. Throws `write-failed` (exit code 3) naming the path.
 */
export async function writeOutput(file: string, bytes: Uint8Array, root: string): Promise<Written> {
  const folder = dirname(file)
  const temporary = join(folder, temporaryName())
  try {
    await readyFolder(folder, root)
    const present = await stampIfSame(file, bytes)
    if (present) return { status: 'untouched', stamp: present }
    await sweepOnce(folder)
    const stamp = await writeWhole(temporary, bytes)
    await rename(temporary, file)
    return { status: 'written', stamp }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    if (error instanceof ReleaseError) throw error
    throw writeFailure(file, error)
  }
}

/** Makes the folder where it is not there, after a look at where its links lead. */
async function readyFolder(folder: string, root: string): Promise<void> {
  const [found, realRoot] = await Promise.all([existing(folder), existing(root)])
  // Asked before any folder is made: none must be made out there either.
  if (/^\.\.(?:[/\\]|$)/.test(relative(realRoot.path, found.path))) {
    const hint = 'delete the link, or name its target with -o'
    throw new ReleaseError('write-failed', `"${folder}" is a link that leads out of the output folder`, {
      hint,
      exitCode: 3,
    })
  }
  if (!found.isWhole) await makeFolder(folder)
}

/** The real path of a folder, or of the nearest one above it that exists. */
async function existing(folder: string): Promise<{ readonly path: string; readonly isWhole: boolean }> {
  try {
    return { path: await realpath(folder), isWhole: true }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { path: (await existing(dirname(folder))).path, isWhole: false }
  }
}

/** Writes a file that was not there and flushes it; a crash of the machine must not leave the name without the bytes. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<Written['stamp']> {
  const handle = await open(file, 'wx', 0o666)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    const { size, mtimeMs } = await handle.stat()
    return [size, mtimeMs]
  } finally {
    await handle.close()
  }
}

/** The stamp of a file that holds these bytes already. */
async function stampIfSame(file: string, bytes: Uint8Array): Promise<Written['stamp'] | undefined> {
  const status = await lstat(file).catch(() => undefined)
  if (!status?.isFile() || status.size !== bytes.length) return undefined
  const present = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EACCES') return undefined
    throw error
  })
  return present !== undefined && Buffer.compare(present, bytes) === 0
    ? [status.size, status.mtimeMs]
    : undefined
}
