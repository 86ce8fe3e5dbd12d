import { statSync } from 'node:fs'

/** What tells without reading it that a file is the one that was read: size in bytes, times in milliseconds. */
export type Stamp = readonly [size: number, mtimeMs: number, ctimeMs: number]

/** What tells it of an output: size in bytes, time in milliseconds (contract, "Output"). */
export type OutputStamp = readonly [size: number, mtimeMs: number]

/** A file system may note times as coarsely as this (FAT), milliseconds. */
const COARSE = 2000

/** The stamp of a file as it is now; `undefined` where there is no such regular file. */
export function stampOf(file: string): Stamp | undefined {
  try {
    const status = statSync(file, { throwIfNoEntry: false })
    return status?.isFile() ? [status.size, status.mtimeMs, status.ctimeMs] : undefined
  } catch {
    // Not readable, or a name too long: not the file that was read.
    return undefined
  }
}

/**
 * The stamp that a file had before it was read, in a run that began at `since` (milliseconds since 1970), if it
 * can be trusted later on: a file that changed at that time or afterwards may have changed after it was read,
 * and within one tick of its clock.
 */
export function trustedStamp(stamp: Stamp | undefined, since: number): Stamp | undefined {
  return stamp && Math.max(stamp[1], stamp[2]) < since - COARSE ? stamp : undefined
}

/** True where both are known and the same. */
export function isSameStamp(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a !== undefined && b !== undefined && a.every((part, i) => part === b[i])
}
