import type { LentPrinter } from './browser/lend-printer.ts'
import type { Config } from './config.ts'
import type { Desk } from './desk.ts'
import type { LentDrafts } from './draft/lend-drafts.ts'
import type { Finding } from './finding.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { LentLetterheads } from './letterhead/lend-letterheads.ts'
import type { OutputResult } from './report/report-schema.ts'

/** What all drafts of a run share. */
export interface Workshop {
  /** What was asked for. */
  readonly config: Config
  /** Drafts, each read once. */
  readonly drafts: LentDrafts
  /** Letterheads, each loaded once. */
  readonly letterheads: LentLetterheads
  /** Where releases are prepared. */
  readonly desk: Desk
  /** The one browser. */
  readonly printer: LentPrinter
  /** What is known of earlier runs; absent where nothing is kept, as without an output folder. */
  readonly ledger: Ledger | undefined
}

/** What the stages of one release hand on. */
export interface Work {
  /** What has been found so far, not yet in order. */
  readonly findings: Finding[]
  /** What has been written so far, or was found as it should be. */
  readonly outputs: OutputResult[]
  /** Paths of those whose bytes have changed. */
  readonly written: string[]
  /** Why it is built, where an earlier run is known. */
  why?: string
  /** Why it is passed over. */
  skipped?: string
  /** The document for standard output. */
  document?: Uint8Array
}
