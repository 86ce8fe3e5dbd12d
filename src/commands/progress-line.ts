/** How far a run is. */
export interface Progress {
  /** Releases that are done, whatever became of them. */
  readonly done: number
  /** Releases of the run. */
  readonly total: number
  /** Those of `done` that failed. */
  readonly failed: number
  /** Those of `done` that took work: what is unchanged takes none. */
  readonly worked: number
  /** Milliseconds since 1970, as is `now` below. */
  readonly startedAt: number
}

/** Widest and narrowest bar, columns. */
const WIDEST = 30
const NARROWEST = 8

/**
 * How far a run is at a moment (milliseconds since 1970), as a line without bar:
 * `412 of 1000, 3 failed, 31.2 a second, 19 s left`. The rate is that of the drafts that took work, so the time left
 * is how long the rest takes if all of it does.
 */
export function progressLine(progress: Progress, now: number): string {
  return partsOf(progress, now).join(', ')
}

/** The same behind a bar, in fewer columns than the terminal has: without bar, then without rate, where it is narrow. */
export function progressBar(progress: Progress, now: number, columns: number): string {
  // A character in the last column makes some terminals begin a new line.
  const width = Math.max(0, columns - 1)
  const { done, total } = progress
  const parts = partsOf(progress, now)
  const text = parts.join(', ')
  const room = Math.min(WIDEST, width - text.length - '[] '.length)
  if (room >= NARROWEST) {
    const full = Math.floor((room * done) / Math.max(1, total))
    return `[${'#'.repeat(full)}${'-'.repeat(room - full)}] ${text}`
  }
  for (let kept = parts.length; kept > 0; kept--) {
    const shorter = parts.slice(0, kept).join(', ')
    if (shorter.length <= width) return shorter
  }
  return `${done}/${total}`.slice(0, width)
}

function partsOf({ done, total, failed, worked, startedAt }: Progress, now: number): string[] {
  const seconds = (now - startedAt) / 1000
  const rate = worked / seconds
  // A first draft tells of the start of the browser, not of the rate.
  const isKnown = seconds >= 1 && worked >= 2
  return [
    `${done} of ${total}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(isKnown ? [`${rate.toFixed(1)} a second`, `${duration((total - done) / rate)} left`] : []),
  ]
}

/** A time that passes: `19 s`, `2 min 5 s`, `1 h 12 min`. */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
