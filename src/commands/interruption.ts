import type { Shell } from './shell.ts'

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** How long the work may take to clean up, milliseconds. */
const PATIENCE = 1500

/**
 * Runs work that a signal may stop: the first one aborts it and lets it clean up, a second one ends the
 * process at once. Sets the exit code of the signal; answers nothing where the work could not end properly.
 */
export async function untilInterrupted<T>(
  shell: Shell,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const { process } = shell
  const controller = new AbortController()
  const stop = (name: NodeJS.Signals) => {
    const exitCode = EXIT_CODES[name as keyof typeof EXIT_CODES]
    if (controller.signal.aborted) process.exit(exitCode)
    shell.setExitCode(exitCode)
    controller.abort(new Error(`interrupted by ${name}`))
    // Whatever still waits, for a pipe or a slow disk, has had its time.
    setTimeout(() => process.exit(exitCode), PATIENCE).unref()
  }
  const signals = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]
  for (const signal of signals) process.on(signal, stop)
  try {
    return await work(controller.signal)
  } catch (error) {
    if (controller.signal.aborted) return undefined
    throw error
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}
