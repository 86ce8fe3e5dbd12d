import type { Shell } from './shell.ts'

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Runs work that a signal may stop: the first one aborts it and lets it clean up, a second one ends the
 * process at once. Answers the result with the exit code of the signal, if there was one.
 */
export async function untilInterrupted<T>(
  { process }: Shell,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ result: T; exitCode: number | undefined }> {
  const controller = new AbortController()
  let exitCode: number | undefined
  const stop = (signal: keyof typeof EXIT_CODES) => {
    if (exitCode !== undefined) process.exit(exitCode)
    exitCode = EXIT_CODES[signal]
    controller.abort(new Error(`interrupted by ${signal}`))
  }
  const signals = Object.keys(EXIT_CODES) as (keyof typeof EXIT_CODES)[]
  for (const signal of signals) process.on(signal, stop)
  try {
    return { result: await work(controller.signal), exitCode }
  } finally {
    for (const signal of signals) process.off(signal, stop)
  }
}
