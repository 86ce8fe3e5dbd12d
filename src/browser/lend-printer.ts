import type { Config } from '../config.ts'
import { ReleaseError } from '../finding.ts'
import type { Printer } from './open-printer.ts'

/** What a build needs of the browser. */
export type LentPrinter = Pick<Printer, 'print' | 'close'>

/**
 * Starts the browser in the background where a PDF is asked for; HTML and text never load any of it. Where
 * there is no browser, every print fails with `browser-missing`, and the other formats are built.
 */
export async function lendPrinter(config: Config): Promise<LentPrinter> {
  if (!config.formats.includes('pdf') || config.dryRun) return failing(new Error('no PDF was asked for'))
  const { openPrinter } = await import('./open-printer.ts')
  try {
    const printer = openPrinter({
      browser: config.browser,
      env: { ...config.env },
      noSandbox: config.noSandbox,
      timeout: config.timeout,
      concurrency: config.jobs,
      warn: (text) => config.notice(text, 'warning'),
      note: (text) => config.notice(text, 'detail'),
    })
    if (!config.signal) return printer
    const { signal } = config
    const aborted = new Promise<never>((_, reject) => {
      const stop = () => {
        printer.killNow()
        // Whatever was asked of the browser may never be answered now.
        reject(new ReleaseError('interrupted', 'interrupted before all of it was written'))
      }
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    })
    aborted.catch(() => {})
    return { print: (html) => Promise.race([printer.print(html), aborted]), close: printer.close }
  } catch (error) {
    if (error instanceof ReleaseError) return failing(error)
    throw error
  }
}

function failing(error: Error): LentPrinter {
  return { print: () => Promise.reject(error), close: async () => {} }
}
