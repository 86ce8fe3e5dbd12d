import { closeSync, existsSync, mkdirSync, openSync, rmdirSync, rmSync, statSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ReleaseError } from '../finding.ts'
import { isAlive, pidNamespace, startOf } from '../process-life.ts'
import { makeFolder } from './make-folder.ts'
import { readOwnFile } from './own-file.ts'
import { writeFailure } from './write-failure.ts'

/** Name of the file that says that a run is at work in a folder. */
export const LOCK_NAME = '.release.lock'

/** Whoever is at work in a folder. */
interface Holder {
  readonly pid: number
  readonly host: string
  /** As `pidNamespace`. */
  readonly namespace: string
  /** As `startOf`. */
  readonly start: string | undefined
}

/** How a lock is waited for. */
export interface LockOptions {
  /** Longest wait, milliseconds. */
  readonly timeout: number
  /** Told once, when there is somebody to wait for. */
  readonly notice: (text: string, level: 'warning' | 'detail') => void
  /** Ends the waiting. */
  readonly signal: AbortSignal | undefined
}

/** How often a waiting run looks again, milliseconds. */
const PAUSE = 100

/** A lock without a holder's name is being written; after this time its writer has died, milliseconds. */
const BIRTH = 10_000

/**
 * Waits until no other run is at work in a folder, makes the folder where it is not there, and keeps others
 * out until the answer is called. A lock whose holder has died is taken over. Throws `write-failed` (exit
 * code 3) where the folder cannot be written or the holder does not end in time.
 */
export async function lockFolder(folder: string, options: LockOptions): Promise<() => void> {
  const file = join(folder, LOCK_NAME)
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    namespace: pidNamespace(),
    start: startOf(process.pid),
  }
  const made: string[] = []
  const release = () => {
    process.off('exit', release)
    removeQuietly(file)
    removeEmpty(made)
  }
  try {
    await waitFor(folder, JSON.stringify(mine), options, made)
  } catch (error) {
    removeEmpty(made)
    throw error
  }
  // Also where the process ends without having come to its end: a second Ctrl-C.
  process.once('exit', release)
  return release
}

/** Takes the lock; `made` lists the folders that were not there, the inner ones first. */
async function waitFor(
  folder: string,
  content: string,
  { timeout, notice, signal }: LockOptions,
  made: string[],
): Promise<void> {
  const end = performance.now() + timeout
  let told = false
  for (;;) {
    try {
      // Each time: a run that built nothing takes the folder away with it.
      made.unshift(...(await makeFolder(folder)))
    } catch (error) {
      throw writeFailure(folder, error)
    }
    if (take(folder, content)) return
    signal?.throwIfAborted()
    if (clearDead(folder)) continue
    const file = join(folder, LOCK_NAME)
    const holder = readHolder(file)
    const name = typeof holder === 'string' ? 'another run' : `process ${holder.pid} on ${holder.host}`
    if (performance.now() >= end) {
      const message = `cannot write to "${folder}": ${name} has been at work in it for ${timeout / 1000} s`
      const hint = `wait for it to end; if it has died, delete "${file}"`
      throw new ReleaseError('write-failed', message, { hint, exitCode: 3 })
    }
    if (!told) notice(`waiting for ${name}, which is at work in "${folder}"`, 'warning')
    told = true
    await wait(PAUSE)
  }
}

/** What cannot be removed is known for dead when this process is. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {}
}

/** A run that built nothing leaves no folder that was not there. */
function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of new Set(folders)) rmdirSync(folder)
  } catch {
    // It holds what was built.
  }
}

/** Makes the lock, if nobody has. */
function take(folder: string, content: string, tries = 3): boolean {
  const file = join(folder, LOCK_NAME)
  let handle: number
  try {
    handle = openSync(file, 'wx')
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // Taken away by another run, and perhaps made again since; or, as /proc, a folder in which nothing is made.
    if (codeOf(error) === 'ENOENT' && !existsSync(folder)) return false
    if (codeOf(error) === 'ENOENT' && tries > 1) return take(folder, content, tries - 1)
    throw writeFailure(folder, error)
  }
  try {
    writeSync(handle, content)
    return true
  } catch (error) {
    // A lock without a name would keep the next run waiting.
    rmSync(file, { force: true })
    throw writeFailure(folder, error)
  } finally {
    closeSync(handle)
  }
}

/**
 * Removes the lock of a holder that has died. Only one run at a time may look and remove: between the look of
 * one and its removal another could have made a lock of its own. Throws `write-failed` where it cannot be
 * removed.
 */
function clearDead(folder: string): boolean {
  const file = join(folder, LOCK_NAME)
  if (!isDead(file)) return false
  const guard = `${file}.takeover`
  try {
    mkdirSync(guard)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw writeFailure(folder, error)
    // Its maker died between two lines of this function.
    if (ageOf(guard) > BIRTH) rmSync(guard, { recursive: true, force: true })
    return false
  }
  try {
    if (isDead(file)) rmSync(file, { force: true })
    return true
  } catch (error) {
    throw writeFailure(folder, error)
  } finally {
    rmSync(guard, { recursive: true, force: true })
  }
}

function isDead(file: string): boolean {
  const holder = readHolder(file)
  if (holder === 'unknown') return false
  if (holder === 'nameless') return ageOf(file) > BIRTH
  // The processes of another machine cannot be seen from here.
  if (holder.host !== hostname() || holder.namespace !== pidNamespace()) return false
  const start = startOf(holder.pid)
  return !isAlive(holder.pid) || (holder.start !== undefined && start !== undefined && holder.start !== start)
}

/** Whoever a lock names; `nameless` while it is being written, `unknown` where it is gone or cannot be read. */
function readHolder(file: string): Holder | 'nameless' | 'unknown' {
  let text: string
  try {
    text = readOwnFile(file).toString()
  } catch {
    // Another user's may be at work all the same.
    return 'unknown'
  }
  try {
    const holder: unknown = JSON.parse(text)
    const isHolder = typeof holder === 'object' && holder !== null && 'pid' in holder && 'host' in holder
    // Other numbers mean groups of processes.
    return isHolder && Number.isInteger(holder.pid) && Number(holder.pid) > 0
      ? (holder as Holder)
      : 'nameless'
  } catch {
    return 'nameless'
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

/** Milliseconds since a file was last changed; 0 where it is gone. */
function ageOf(file: string): number {
  const status = statSync(file, { throwIfNoEntry: false })
  return status ? Date.now() - status.mtimeMs : 0
}
