import { createHash, randomBytes } from 'node:crypto'
import { lstat, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isAlive, pidNamespace, startOf } from '../process-life.ts'

const HOUR = 3_600_000

/** Where process ids mean the same: this machine, and in it this container. */
const PLACE = createHash('sha256').update(`${hostname()}\0${pidNamespace()}`).digest('hex').slice(0, 8)

/** A mark of when a process was started: in a container the next one often has the same id. `undefined` where that is not told. */
function lifeOf(pid: number): string | undefined {
  const start = startOf(pid)
  return start && createHash('sha256').update(start).digest('hex').slice(0, 8)
}

const LIFE = lifeOf(process.pid) ?? '00000000'

/** A fresh name for a file that is renamed when it is whole; it says whose it is, for the sweep. */
export function temporaryName(): string {
  return `.release-${PLACE}-${process.pid}-${LIFE}-${randomBytes(6).toString('hex')}.tmp`
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
    const [, place, pid, life] =
      /^\.release-([0-9a-f]{8})-(\d+)-([0-9a-f]{8})-[0-9a-f]{12}\.tmp$/.exec(name) ?? []
    if (pid === undefined) continue
    const file = join(folder, name)
    // What another machine writes into a shared folder is left until nobody can be writing it any more.
    const isLost = place === PLACE ? isEnded(Number(pid), life) : await isOld(file)
    if (isLost) await rm(file, { force: true })
  }
}

function isEnded(pid: number, life: string | undefined): boolean {
  return !isAlive(pid) || (lifeOf(pid) ?? life) !== life
}

async function isOld(file: string): Promise<boolean> {
  const status = await lstat(file).catch(() => undefined)
  return status !== undefined && Date.now() - status.mtimeMs > HOUR
}
