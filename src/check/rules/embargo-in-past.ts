import { epochDay } from '../../language/civil-date.ts'
import { parseEmbargo } from '../../release/embargo.ts'
import type { Rule } from '../rule.ts'

const FAR = 7

/** An embargo that is over before the release is out, or that ends long after its date. */
export const embargoInPast: Rule = {
  id: 'embargo-in-past',
  group: 'facts',
  severity: 'error',
  doc: 'Catches an embargo that has passed while the release is not yet released, and one that ends more than seven days after the date.',
  source: 'Embargo Watch: embargoes broken by a wrong day or year.',
  bad: 'embargo: 2019-02-26T00:01[America/New_York]',
  good: 'embargo: 2020-02-26T00:01[America/New_York]',
  *check({ fields, timezone, now, date, spanOf, draft }) {
    if (fields.embargo === undefined || draft.refused.includes('embargo')) return
    const parsed = parseEmbargo(fields.embargo, timezone)
    if (!parsed.ok) return
    const { instant, printed } = parsed.embargo
    const span = spanOf(['embargo'])
    const isWaiting = fields.status === 'draft' || fields.status === 'approved'
    if (isWaiting && instant < now.getTime()) {
      const message = `the embargo "${fields.embargo}" has passed, and the release is still "${fields.status}"`
      yield { ...span, message, hint: 'mend the embargo, or set status: released' }
    }
    const days = date === undefined ? 0 : epochDay(printed.date) - epochDay(date)
    if (days > FAR) {
      const message = `the embargo "${fields.embargo}" ends ${days} days after the date of the release`
      yield {
        ...span,
        message,
        hint: 'mend the embargo or the date',
        related: [{ ...spanOf(['date']), message: 'the date' }],
      }
    }
  },
}
