import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { ImageRefusal } from './image-refusal.ts'

// Windows has neither; there a path cannot name a pipe or a device file by accident.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Reads a regular file of at most `limit` bytes whose links are resolved already.
 * Opening never waits (a named pipe would) and never follows a link put there in the meantime.
 * Throws `ImageRefusal`.
 */
export async function readRegularFile(path: string, limit: number): Promise<Buffer> {
  const notRegular = () =>
    new ImageRefusal('is not a regular file', 'name an image file, not a folder, pipe or device')
  const file = await open(path, FLAGS).catch((error: NodeJS.ErrnoException) => {
    throw ['ENXIO', 'ELOOP', 'EISDIR'].includes(error.code ?? '') ? notRegular() : error
  })
  try {
    const status = await file.stat()
    if (!status.isFile()) throw notRegular()
    if (status.size > limit) throw tooLarge(limit)
    // One byte more than the limit shows that the file has grown since it was measured.
    const buffer = Buffer.allocUnsafeSlow(Math.min(status.size, limit) + 1)
    let length = 0
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    if (length > status.size) throw new ImageRefusal('changed while it was read', 'build again')
    return buffer.subarray(0, length)
  } finally {
    await file.close()
  }
}

function tooLarge(limit: number): ImageRefusal {
  const size = limit >= 2 ** 20 ? `${Math.floor(limit / 2 ** 20)} MB` : `${limit} bytes`
  return new ImageRefusal(`is larger than ${size}`, 'save it smaller, e.g. as a JPEG 2000 pixels wide')
}
