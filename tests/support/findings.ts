import type { LocalFinding } from '../../src/finding.ts'

/** Findings as lines, the way tables of tests show them: `error front-matter-invalid 3:7: message | hint`. */
export function told(findings: readonly LocalFinding[]): string[] {
  return findings.map(
    ({ severity, rule, line, column, message, hint }) =>
      `${severity} ${rule} ${line}:${column}: ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  )
}
