import type { LentPrinter } from './browser/lend-printer.ts'
import type { Config } from './config.ts'
import type { LentDrafts } from './draft/lend-drafts.ts'
import type { Finding } from './finding.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { LentLetterheads } from './letterhead/lend-letterheads.ts'
import type { OutputResult } from './report/report-schema.ts'

/** What all drafts of a run share. */
export interface Workshop {
  readonly config: Config
  readonly drafts: LentDrafts
  readonly letterheads: LentLetterheads
  readonly printer: LentPrinter
  /** What is known of earlier runs; absent where outputs stand beside their drafts. */
  readonly ledger: Ledger | undefined
}

/** What the stages of one release hand on. */
export interface Work {
  readonly findings: Finding[]
  readonly outputs: OutputResult[]
  readonly written: string[]
  why?: string
  skipped?: string
  document?: Uint8Array
}
