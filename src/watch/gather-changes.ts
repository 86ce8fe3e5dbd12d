/** How long nothing may happen before a build begins, milliseconds: an editor saves in several steps. */
const QUIET = 100

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
      const isSettled = signal.aborted || (paths.size > 0 && timer === undefined)
      if (!isSettled) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      const gathered = signal.aborted ? [] : [...paths]
      paths.clear()
      return gathered
    },
  }
}
