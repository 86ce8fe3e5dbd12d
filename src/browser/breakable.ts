/** Waits for work that may be broken off. */
export interface Breakable {
  /** As `work`, until all is broken; `Promise.race` with the break would keep every answer until then. */
  unlessBroken<T>(work: Promise<T>): Promise<T>
  /** Rejects what is waited for, now and later, whatever becomes of the work; the first reason holds. */
  breakAll(reason: Error): void
}

/** Work of which nothing is broken yet. */
export function breakable(): Breakable {
  const waiting = new Set<(reason: Error) => void>()
  let broken: Error | undefined
  return {
    unlessBroken: (work) =>
      new Promise((resolve, reject) => {
        if (broken) reject(broken)
        else waiting.add(reject)
        work.then(resolve, reject).finally(() => waiting.delete(reject))
      }),
    breakAll(reason) {
      broken ??= reason
      for (const reject of waiting) reject(broken)
      waiting.clear()
    },
  }
}
