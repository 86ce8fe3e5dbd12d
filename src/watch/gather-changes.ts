import { stampOf } from '../file-stamp.ts'

/** How long nothing may happen before a build begins, milliseconds: an editor saves in several steps. */
const QUIET = 100

/** How many pauses a file that is empty is waited for: one that stays so is told of. */
const MOST_WAITS = 3

/** Changes of files, gathered until there is a pause. */
export interface Changes {
  /** Tells of a change at an absolute path. */
  add(path: string): void
  /** What has changed since the last call of `next`. */
  pending(): string[]
  /** Waits for a change and the pause after it; answers what has changed since the last call. None once aborted. */
  next(): Promise<string[]>
}

/** Gathers changes until a signal aborts: a storm of them is one. */
export function gatherChanges(signal: AbortSignal): Changes {
  const paths = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let wake = () => {}
  const settle = () => {
    clearTimeout(timer)
    timer = undefined
    wake()
  }
  const nextPause = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })
  signal.addEventListener('abort', settle, { once: true })
  return {
    add(path) {
      if (signal.aborted) return
      paths.add(path)
      clearTimeout(timer)
      timer = setTimeout(settle, QUIET)
    },
    pending: () => [...paths],
    async next() {
      for (let waits = 0; !signal.aborted; waits++) {
        if (paths.size === 0 || timer !== undefined) await nextPause()
        // A program that writes a file anew empties it first.
        if (waits === MOST_WAITS || ![...paths].some(isEmpty)) break
        timer = setTimeout(settle, QUIET)
      }
      const gathered = signal.aborted ? [] : [...paths]
      paths.clear()
      return gathered
    },
  }
}

function isEmpty(path: string): boolean {
  return stampOf(path)?.[0] === 0
}
