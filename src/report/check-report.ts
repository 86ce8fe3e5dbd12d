import * as z from 'zod/mini'
import type { Finding } from '../finding.ts'
import { findingSchema } from '../manifest/schema.ts'

/** What `release check --format json` prints: the shape of a build's report, without outputs. */
export const checkReportSchema = z.object({
  version: z.literal(1),
  releases: z.array(
    z.object({
      draft: z.string(),
      year: z.optional(z.number()),
      status: z.enum(['passed', 'failed']),
      fixed: z.number(),
      findings: z.array(findingSchema),
    }),
  ),
  summary: z.object({
    passed: z.number(),
    failed: z.number(),
    errors: z.number(),
    warnings: z.number(),
    infos: z.number(),
    fixed: z.number(),
  }),
})

/** What a check has to say of one draft. */
export interface CheckedDraft {
  /** Path of the draft, as reports show it. */
  readonly draft: string
  /** The year that a recurring draft was checked for. */
  readonly year?: number
  /** `failed`: with an error, or a warning under `--strict`. */
  readonly status: 'passed' | 'failed'
  /** How many fixes `--fix` has made, or with `--dry-run` would make. */
  readonly fixed: number
  readonly findings: readonly Finding[]
}

/** The report of a check; `checkReportSchema` describes it. The same drafts give the same report. */
export interface CheckReport {
  readonly version: 1
  /** In the order of the drafts. */
  readonly releases: readonly CheckedDraft[]
  readonly summary: {
    readonly passed: number
    readonly failed: number
    readonly errors: number
    readonly warnings: number
    readonly infos: number
    readonly fixed: number
  }
}

/** Counts drafts and findings into a report. */
export function checkReport(releases: readonly CheckedDraft[]): CheckReport {
  const findings = releases.flatMap((release) => release.findings)
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const failed = releases.filter(({ status }) => status === 'failed').length
  return {
    version: 1,
    releases,
    summary: {
      passed: releases.length - failed,
      failed,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      fixed: releases.reduce((sum, { fixed }) => sum + fixed, 0),
    },
  }
}

/** The last line of a check. */
export function checkSummary({ releases, summary }: CheckReport): string {
  const { errors, warnings, infos, fixed } = summary
  const parts = [
    [errors, 'error'],
    [warnings, 'warning'],
    [infos, 'note'],
    [fixed, 'fix'],
  ] as const
  const told = parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}${n === 1 ? '' : word === 'fix' ? 'es' : 's'}`)
  const drafts = `${releases.length} ${releases.length === 1 ? 'draft' : 'drafts'}`
  return `${told.join(', ') || 'nothing to mend'} in ${drafts}`
}
