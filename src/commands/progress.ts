import { type Progress, progressBar, progressLine } from './progress-line.ts'
import type { Shell } from './shell.ts'

/** What progress needs of time; tests give their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls again and again until the function that it answers is called. */
  every(milliseconds: number, call: () => void): () => void
}

const CLOCK: Clock = {
  now: Date.now,
  every(milliseconds, call) {
    const timer = setInterval(call, milliseconds)
    timer.unref()
    return () => clearInterval(timer)
  },
}

/** Milliseconds between two looks of the bar, and between two lines where there is no terminal. */
const REDRAW = 100
const LINE = 10_000

/** Shows how far a run is. */
export interface ShownProgress {
  /** Counts a draft that is done. */
  count(status: 'built' | 'unchanged' | 'skipped' | 'failed', total: number): void
  /** Takes the bar away for good. */
  end(): void
}

/**
 * A bar on a terminal that can erase a line; elsewhere a line every ten seconds; nothing with `--quiet`, or for a
 * single draft. The bar is the shell's passing line: whatever is printed takes its place.
 */
export function showProgress(shell: Shell, { now, every }: Clock = CLOCK): ShownProgress {
  const { stderr, env } = shell.process
  const hasBar = stderr.isTTY === true && env.TERM !== 'dumb'
  let progress: Progress = { done: 0, total: 0, failed: 0, worked: 0, startedAt: now() }
  const show = () => {
    if (shell.isQuiet() || progress.total < 2 || progress.done === progress.total) return
    if (hasBar) shell.pass(progressBar(progress, now(), stderr.columns || 80))
    else shell.tell(progressLine(progress, now()))
  }
  const stop = every(hasBar ? REDRAW : LINE, show)
  return {
    count(status, total) {
      progress = {
        ...progress,
        total,
        done: progress.done + 1,
        failed: progress.failed + (status === 'failed' ? 1 : 0),
        worked: progress.worked + (status === 'unchanged' ? 0 : 1),
      }
    },
    end() {
      stop()
      shell.pass('')
    },
  }
}
