import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ReleaseError } from '../finding.ts'
import { isAlive, pidNamespace, startOf } from '../process-life.ts'
import { makeFolder } from './make-folder.ts'
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
  const isNew = !existsSync(folder)
  await makeFolder(folder).catch((error) => {
    throw writeFailure(folder, error)
  })
  const end = performance.now() + options.timeout
  let told = false
  while (!take(folder, JSON.stringify(mine))) {
    options.signal?.throwIfAborted()
    if (clearDead(file)) continue
    const holder = readHolder(file)
    const name = holder ? `process ${holder.pid} on ${holder.host}` : 'another run'
    if (performance.now() >= end) {
      const message = `cannot write to "${folder}": ${name} has been at work in it for ${options.timeout / 1000} s`
      const hint = `wait for it to end; if it has died, delete "${file}"`
      throw new ReleaseError('write-failed', message, { hint, exitCode: 3 })
    }
    if (!told) options.notice(`waiting for ${name}, which is at work in "${folder}"`, 'warning')
    told = true
    await wait(PAUSE)
  }
  const release = () => {
    process.off('exit', release)
    rmSync(file, { force: true })
    if (isNew) removeIfEmpty(folder)
  }
  // Also where the process ends without having come to its end: a second Ctrl-C.
  process.once('exit', release)
  return release
}

/** A run that built nothing leaves no folder that was not there. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // It holds what was built.
  }
}

/** Makes the lock, if nobody has. */
function take(folder: string, content: string): boolean {
  const file = join(folder, LOCK_NAME)
  try {
    writeFileSync(file, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    // A lock without a name would keep the next run waiting.
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') rmSync(file, { force: true })
    throw writeFailure(folder, error)
  }
}

/**
 * Removes the lock of a holder that has died. Only one run at a time may look and remove: between the look of
 * one and its removal another could have made a lock of its own.
 */
function clearDead(file: string): boolean {
  if (!isDead(file)) return false
  const guard = `${file}.takeover`
  try {
    mkdirSync(guard)
  } catch {
    // Its maker died between two lines of this function.
    if (ageOf(guard) > BIRTH) rmSync(guard, { recursive: true, force: true })
    return false
  }
  try {
    if (isDead(file)) rmSync(file, { force: true })
    return true
  } finally {
    rmSync(guard, { recursive: true, force: true })
  }
}

function isDead(file: string): boolean {
  const holder = readHolder(file)
  if (!holder) return ageOf(file) > BIRTH
  // The processes of another machine cannot be seen from here.
  if (holder.host !== hostname() || holder.namespace !== pidNamespace()) return false
  return !isAlive(holder.pid) || (holder.start !== undefined && holder.start !== startOf(holder.pid))
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const isHolder = typeof holder === 'object' && holder !== null && 'pid' in holder && 'host' in holder
    return isHolder && Number.isInteger(holder.pid) ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

/** Milliseconds since a file was last changed; 0 where it is gone. */
function ageOf(file: string): number {
  const status = statSync(file, { throwIfNoEntry: false })
  return status ? Date.now() - status.mtimeMs : 0
}
