import pLimit from 'p-limit'

/**
 * The place where releases are prepared, one at a time and in the order in which they come: `work` is given a
 * function that waits until all that has happened meanwhile was heard.
 */
export type Desk = <T>(work: (hear: () => Promise<void>) => Promise<T>) => Promise<T>

/**
 * Opens a desk. Preparing a release takes the one thread as long as printing it takes a page of the browser: a page
 * that has printed must not wait for the next document until another has been prepared.
 */
export function openDesk(): Desk {
  const limit = pLimit(1)
  return (work) =>
    limit(async () => {
      await hear()
      return work(hear)
    })
}

function hear(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
