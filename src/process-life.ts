import { readFileSync, readlinkSync } from 'node:fs'

/** True where a process of that id runs here, whosever it is; one that has ended and waits for its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return !/^[ZX]/.test(statusOf(pid)[0] ?? '')
}

/** What proc(5) says of a process behind its name: from field 3, its state, on; nothing where there is no such file. */
function statusOf(pid: number): string[] {
  try {
    // The name in parentheses may hold spaces and parentheses itself.
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return []
  }
}

/** The number of the namespace in which process ids are counted here: containers count apart. `0` where there is none. */
export function pidNamespace(): string {
  try {
    return /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0'
  } catch {
    return '0'
  }
}

/**
 * When a process was started, so that another one with its id is not taken for it: the boot and the clock
 * ticks since (proc(5), field 22 of `stat`). `undefined` where the system does not tell.
 */
export function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const ticks = statusOf(pid)[19]
    return ticks && `${boot} ${ticks}`
  } catch {
    return undefined
  }
}
