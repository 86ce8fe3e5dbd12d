import { createHash, randomBytes } from 'node:crypto'
import { lstat, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isAlive, pidNamespace } from '../process-life.ts'

const HOUR = 3_600_000

/** Where process ids mean the same: this machine, and in it this container. */
const PLACE = createHash('sha256').update(`${hostname()}\0${pidNamespace()}`).digest('hex').slice(0, 8)

/** A fresh name for a file that is renamed when it is whole; it says whose it is, for the sweep. */
export function temporaryName(): string {
  return `.release-${PLACE}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`
}

const swept = new Map<string, Promise<void>>()

/** Removes what runs that were killed have left half written in a folder; looks once a process. Never throws. */
export function sweepOnce(folder: string): Promise<void> {
  const known = swept.get(folder) ?? sweep(folder).catch(() => {})
  swept.set(folder, known)
  return known
}

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, place, pid] = /^\.release-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/.exec(name) ?? []
    if (pid === undefined) continue
    const file = join(folder, name)
    // What another machine writes into a shared folder is left until nobody can be writing it any more.
    const isLost = place === PLACE ? !isAlive(Number(pid)) : await isOld(file)
    if (isLost) await rm(file, { force: true })
  }
}

async function isOld(file: string): Promise<boolean> {
  const status = await lstat(file).catch(() => undefined)
  return status !== undefined && Date.now() - status.mtimeMs > HOUR
}
