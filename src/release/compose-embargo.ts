import type { Draft } from '../draft/draft.ts'
import type { LocalFinding } from '../finding.ts'
import { type Embargo, parseEmbargo } from './embargo.ts'
import type { IssuedDraft } from './issue-draft.ts'

/** The embargo of a draft. Whether it fits the release's date is a matter of the rule `embargo-in-past`. */
export function composeEmbargo(
  written: Draft,
  { fields }: Pick<IssuedDraft, 'fields'>,
  timezone: string | undefined,
): { embargo: Embargo | undefined; findings: LocalFinding[] } {
  const { embargo: text } = fields
  if (text === undefined) return { embargo: undefined, findings: [] }
  const parsed = parseEmbargo(text, timezone)
  if (parsed.ok) return { embargo: parsed.embargo, findings: [] }
  const { message, hint } = parsed
  const place = written.placeOf(['embargo'])
  const finding = { severity: 'error', rule: 'front-matter-invalid', message, hint, ...place } as const
  return { embargo: undefined, findings: [finding] }
}
