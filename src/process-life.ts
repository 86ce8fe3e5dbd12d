import { readFileSync, readlinkSync } from 'node:fs'

/** True where a process of that id runs here, whosever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
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
    // The name in parentheses may hold spaces and parentheses itself.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
    return `${boot} ${stat.split(' ')[19]}`
  } catch {
    return undefined
  }
}
