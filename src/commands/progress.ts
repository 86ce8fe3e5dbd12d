import type { Shell } from './shell.ts'

const WIDTH = 24

/** A bar on a terminal's stderr; nothing where stderr is none, or cannot erase a line. */
export function showProgress({ process, err }: Shell): {
  show(done: number, all: number): void
  clear(): void
} {
  const able = process.stderr.isTTY === true && process.env.TERM !== 'dumb'
  let shown = false
  return {
    show(done, all) {
      if (!able || all < 2 || done === all) return
      const full = Math.floor((WIDTH * done) / all)
      err(`${'#'.repeat(full)}${'-'.repeat(WIDTH - full)} ${done} of ${all}\r`)
      shown = true
    },
    clear() {
      if (shown) err('\x1b[K')
      shown = false
    },
  }
}
