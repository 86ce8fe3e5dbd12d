import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'

/** Largest file of our own that is read, bytes: the state of some 200,000 drafts. */
const MOST = 256_000_000

/**
 * Reads a file that release keeps in an output folder. In its place there may be anything: never waits on a
 * pipe, and never reads a device. Throws an error whose `code` says what is in the way.
 */
export function readOwnFile(file: string): Buffer {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const status = fstatSync(handle)
    if (status.isDirectory()) throw refusal('EISDIR')
    if (!status.isFile()) throw refusal('not a regular file')
    if (status.size > MOST) throw refusal('too large')
    const bytes = Buffer.alloc(status.size)
    let length = 0
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(handle, bytes, length, bytes.length - length, length)
    return bytes.subarray(0, length)
  } finally {
    closeSync(handle)
  }
}

/** Opens a file of our own for adding, made where it is not there. Throws for a link, a pipe and a device. */
export function openOwnFile(file: string): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const handle = openSync(file, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666)
  if (fstatSync(handle).isFile()) return handle
  closeSync(handle)
  throw refusal('not a regular file')
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code })
}
