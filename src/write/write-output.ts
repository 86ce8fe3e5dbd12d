import {
  closeSync,
  fstatSync,
  fsync,
  lstatSync,
  open,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { ReleaseError } from '../finding.ts'
import { makeFolder } from './make-folder.ts'
import { sweepOnce, temporaryName } from './temporary-files.ts'
import { writeFailure } from './write-failure.ts'

/** What became of an output, with its size in bytes and mtime in milliseconds. */
export interface Written {
  /** `untouched`: it held these bytes already. */
  readonly status: 'written' | 'untouched'
  /** Of the file as it is now. */
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
    const present = stampIfSame(file, bytes)
    if (present) return { status: 'untouched', stamp: present }
    await sweepOnce(folder)
    const stamp = await writeWhole(temporary, bytes)
    renameSync(temporary, file)
    return { status: 'written', stamp }
  } catch (error) {
    discard(temporary)
    if (error instanceof ReleaseError) throw error
    throw writeFailure(file, error)
  }
}

/** Nothing more can be done about a file that cannot be removed either; a later run sweeps it away. */
function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true })
  } catch {}
}

/** Makes the folder where it is not there, after a look at where its links lead. */
async function readyFolder(folder: string, root: string): Promise<void> {
  const [found, realRoot] = [existing(folder), existing(root)]
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

// Synchronous but for what waits for the disk, to make a file and to flush it: handing each of the other calls to a
// thread costs ten times the call, and with thousands of files that is most of what the main thread does.

/** The real path of a folder, or of the nearest one above it that exists. */
function existing(folder: string): { readonly path: string; readonly isWhole: boolean } {
  try {
    return { path: realpathSync.native(folder), isWhole: true }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { path: existing(dirname(folder)).path, isWhole: false }
  }
}

const [create, flush] = [promisify(open), promisify(fsync)]

/** Writes a file that was not there and flushes it; a crash of the machine must not leave the name without the bytes. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<Written['stamp']> {
  const handle = await create(file, 'wx', 0o666)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
    await flush(handle)
    const { size, mtimeMs } = fstatSync(handle)
    return [size, mtimeMs]
  } finally {
    closeSync(handle)
  }
}

/** The stamp of a file that holds these bytes already. */
function stampIfSame(file: string, bytes: Uint8Array): Written['stamp'] | undefined {
  const status = lstatSync(file, { throwIfNoEntry: false })
  if (!status?.isFile() || status.size !== bytes.length) return undefined
  try {
    return Buffer.compare(readFileSync(file), bytes) === 0 ? [status.size, status.mtimeMs] : undefined
  } catch (error) {
    if (['ENOENT', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
