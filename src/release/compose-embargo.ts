import type { Draft } from '../draft/draft.ts'
import type { LocalFinding } from '../finding.ts'
import { type Embargo, parseEmbargo } from './embargo.ts'
import type { IssuedDraft } from './issue-draft.ts'
import { daysApart } from './occurrence.ts'

/** An embargo this many days from its release, and in another year, was meant for another release (conventions, 5.2). */
const FAR = 7

/**
 * The embargo of a draft. Where the draft recurs, one that is left from another year is told of: it would
 * have ended long ago, or keep the release back for years.
 */
export function composeEmbargo(
  written: Draft,
  issued: Pick<IssuedDraft, 'fields' | 'isRecurring'>,
  timezone: string | undefined,
): { embargo: Embargo | undefined; findings: LocalFinding[] } {
  const { embargo: text, date } = issued.fields
  if (text === undefined) return { embargo: undefined, findings: [] }
  const place = written.placeOf(['embargo'])
  const parsed = parseEmbargo(text, timezone)
  if (!parsed.ok) {
    const { message, hint } = parsed
    const finding = { severity: 'error', rule: 'front-matter-invalid', message, hint, ...place } as const
    return { embargo: undefined, findings: [finding] }
  }
  const { embargo } = parsed
  const end = embargo.printed.date
  if (!issued.isRecurring || end.year === date.year || daysApart(end, date) <= FAR) {
    return { embargo, findings: [] }
  }
  const message = `the embargo is of ${end.year}, the release of ${date.year}`
  const hint = cureOf(written, date.year)
  const finding = { severity: 'warning', rule: 'embargo-in-past', message, hint, ...place } as const
  return { embargo, findings: [finding] }
}

function cureOf({ fields }: Draft, year: number): string {
  const text = fields.embargo ?? ''
  const isLiteral = fields.expressions && !text.includes('{{')
  return isLiteral
    ? `write embargo: "${text.replace(/^\d{4}/, '{{release.year}}')}"`
    : `give it the year of the release, ${year}`
}
