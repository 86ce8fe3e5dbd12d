import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { relative, sep } from 'node:path'

/** The bytes of a file, or why there are none. */
export type ReadInside = { readonly bytes: Buffer } | { readonly reason: string; readonly missing?: true }

/** Largest output that is read, bytes. */
export const OUTPUT_BYTES = 64_000_000

/**
 * Reads a regular file of at most `atMost` bytes that lies in `root`, also behind its links; `undefined`
 * allows any folder. Never waits on a pipe, never rejects for a fault of the file.
 */
export async function readInside(
  file: string,
  root: string | undefined,
  atMost = OUTPUT_BYTES,
): Promise<ReadInside> {
  try {
    const real = await realpath(file)
    if (root !== undefined && !isInside(real, await realpath(root)))
      return { reason: 'is a link that leads out of its folder' }
    const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const status = await handle.stat()
      if (!status.isFile()) return { reason: 'is not a regular file' }
      if (status.size > atMost)
        return { reason: `has ${status.size} bytes, more than the ${atMost} that are read` }
      const bytes = Buffer.alloc(status.size)
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
      return { bytes: bytes.subarray(0, bytesRead) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error'
    const missing = code === 'ENOENT' || code === 'ENOTDIR'
    return missing ? { reason: 'is missing', missing } : { reason: `cannot be read (${code})` }
  }
}

/** True where a path is the folder or lies below it; both are absolute. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[A-Za-z]:|[/\\])/.test(way)
}
