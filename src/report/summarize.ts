import type { ExitCode, Finding, ReleaseError } from '../finding.ts'
import type { BuildReport, ReleaseResult } from './report-schema.ts'

/** The exit codes a build can end with. */
export type BuildExitCode = 0 | ExitCode

/** Counts results into the report of a run. */
export function summarize(releases: ReleaseResult[], milliseconds: number): BuildReport {
  const count = (status: ReleaseResult['status']) =>
    releases.filter((release) => release.status === status).length
  const seconds = Math.round(milliseconds) / 1000
  const summary = {
    built: count('built'),
    unchanged: count('unchanged'),
    skipped: count('skipped'),
    failed: count('failed'),
    seconds,
  }
  return { version: 1, releases, summary }
}

/** The findings of an error: its own, or one made of it, at the head of the draft. */
export function findingsOf(error: ReleaseError, path: string): Finding[] {
  if (error.findings.length > 0) return [...error.findings]
  const { rule, message, hint } = error
  return [
    { severity: 'error', rule, message, ...(hint === undefined ? {} : { hint }), path, line: 1, column: 1 },
  ]
}

/** With `strict` a warning blocks: it keeps its severity and says so. */
export function markBlocking(findings: readonly Finding[], strict: boolean): Finding[] {
  return findings.map((finding) =>
    strict && finding.severity === 'warning' ? { ...finding, blocking: true } : finding,
  )
}

/** Findings in the order of a draft's lines; those of other files keep their place. */
export function inLineOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => (a.path === b.path ? a.line - b.line || a.column - b.column : 0))
}

/** True where findings fail their draft. */
export function areBlocking(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error' || finding.blocking)
}
