import * as z from 'zod/mini'
import type { Finding } from '../finding.ts'
import type { Format } from '../formats.ts'
import { findingSchema, manifestOutputSchema } from '../manifest/schema.ts'

/** What `release build --json` prints (contract, "Streams, exit codes, report"). */
export const reportSchema = z.object({
  version: z.literal(1),
  releases: z.array(
    z.object({
      draft: z.string(),
      year: z.optional(z.number()),
      status: z.enum(['built', 'unchanged', 'skipped', 'failed']),
      reason: z.optional(z.string()),
      outputs: z.array(manifestOutputSchema),
      findings: z.array(findingSchema),
    }),
  ),
  summary: z.object({
    built: z.number(),
    unchanged: z.number(),
    skipped: z.number(),
    failed: z.number(),
    seconds: z.number(),
  }),
})

/** One file of a release. */
export interface OutputResult {
  readonly format: Format
  /** Relative to the working folder, with `/`; `-` for standard output. */
  readonly path: string
  readonly bytes: number
  /** Hex digest of the bytes. */
  readonly sha256: string
  /** Number of pages of a PDF. */
  readonly pages?: number
}

/** What became of one draft. */
export interface ReleaseResult {
  /** Path of the draft, as reports show it. */
  readonly draft: string
  /** The year that a recurring draft was issued for. */
  readonly year?: number
  readonly status: 'built' | 'unchanged' | 'skipped' | 'failed'
  /** Why it was skipped. */
  readonly reason?: string
  readonly outputs: readonly OutputResult[]
  readonly findings: readonly Finding[]
}

/** The report of a build; `reportSchema` describes it for others. */
export interface BuildReport {
  readonly version: 1
  /** In the order of the drafts. */
  readonly releases: readonly ReleaseResult[]
  readonly summary: {
    readonly built: number
    readonly unchanged: number
    readonly skipped: number
    readonly failed: number
    /** Wall time of the run, rounded to milliseconds. */
    readonly seconds: number
  }
}
