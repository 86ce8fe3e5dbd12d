import { type LentPrinter, lendPrinter } from '../browser/lend-printer.ts'
import type { Config } from '../config.ts'
import type { ReleaseResult } from '../report/report-schema.ts'

/** One browser that stays warm between builds. */
export interface KeptPrinter {
  /** The browser for a configuration; another one where that asks for another. */
  lend(config: Config): LentPrinter
  /** Ends a browser that could not print: the next build tries with a new one. */
  judge(releases: readonly ReleaseResult[]): void
  /** Ends the browser, if there is one. */
  close(): Promise<void>
}

/** Keeps the browser; nothing of it is loaded before something is printed. */
export function keepPrinter(): KeptPrinter {
  let kept: { readonly wish: string; readonly printer: LentPrinter } | undefined
  const close = async () => {
    const ending = kept?.printer
    kept = undefined
    await ending?.close()
  }
  return {
    lend(config) {
      const wish = JSON.stringify([config.browser, config.noSandbox, config.timeout, config.jobs])
      if (kept && kept.wish !== wish) void close()
      kept ??= { wish, printer: lendPrinter(config) }
      return kept.printer
    },
    judge(releases) {
      const rules = releases.flatMap(({ findings }) => findings.map(({ rule }) => rule))
      if (rules.includes('browser-missing') || rules.includes('print-failed')) void close()
    },
    close,
  }
}
