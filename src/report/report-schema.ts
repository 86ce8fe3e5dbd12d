import * as z from 'zod/mini'
import { FORMATS } from '../config.ts'

const position = z.object({ line: z.number(), column: z.number() })

const finding = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  rule: z.string(),
  message: z.string(),
  hint: z.optional(z.string()),
  path: z.string(),
  line: z.number(),
  column: z.number(),
  end: z.optional(position),
  blocking: z.optional(z.literal(true)),
})

const output = z.object({
  format: z.enum(FORMATS),
  path: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  pages: z.optional(z.number()),
})

/** What `release build --json` prints (contract, "Streams, exit codes, report"). */
export const reportSchema = z.object({
  version: z.literal(1),
  releases: z.array(
    z.object({
      draft: z.string(),
      status: z.enum(['built', 'unchanged', 'skipped', 'failed']),
      reason: z.optional(z.string()),
      outputs: z.array(output),
      findings: z.array(finding),
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

/** The report of a build. */
export type BuildReport = z.output<typeof reportSchema>

/** What became of one draft. */
export type ReleaseResult = BuildReport['releases'][number]

/** One file of a release. */
export type OutputResult = ReleaseResult['outputs'][number]
