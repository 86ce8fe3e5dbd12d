import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | undefined

/**
 * Has V8 collect its garbage now: in a long run it lets the heap grow to a multiple of what is kept. Its own function
 * for that is to be had only in a context made after the flag is set.
 */
export function freeMemory(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
}
