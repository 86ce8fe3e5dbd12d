import type { DraftFields } from '../../draft/fields.ts'
import type { CivilDate } from '../../language/civil-date.ts'
import { epochDay } from '../../language/civil-date.ts'
import { parseEmbargo } from '../../release/embargo.ts'
import type { CheckContext } from '../context.ts'
import type { Rule } from '../rule.ts'

const FAR = 7

/** An embargo that is over before the release is out, or that belongs to another time than its date. */
export const embargoInPast: Rule = {
  id: 'embargo-in-past',
  group: 'facts',
  severity: 'error',
  doc: "Catches an embargo that has passed while the release is not yet released, one that ends more than seven days after the date, and one of another year than a recurring draft's release.",
  source: 'Embargo Watch: embargoes broken by a wrong day or year.',
  bad: 'embargo: 2019-02-26T00:01[America/New_York]',
  good: 'embargo: 2020-02-26T00:01[America/New_York]',
  *check(context) {
    const { fields, timezone, now, date, spanOf, draft } = context
    if (fields.embargo === undefined || draft.refused.includes('embargo')) return
    const parsed = parseEmbargo(fields.embargo, timezone)
    if (!parsed.ok) return
    const { instant, printed } = parsed.embargo
    const span = spanOf(['embargo'])
    const days = date === undefined ? 0 : epochDay(printed.date) - epochDay(date)
    const isWaiting = fields.status === 'draft' || fields.status === 'approved'
    // One embargo, one finding: the first that explains the others.
    if (date !== undefined && isOfOtherYear(context, printed.date, days)) {
      const message = `the embargo is of ${printed.date.year}, the release of ${date.year}`
      yield { ...span, message, hint: cureOf(draft.fields, date.year) }
    } else if (days > FAR) {
      const message = `the embargo "${fields.embargo}" ends ${days} days after the date of the release`
      yield {
        ...span,
        message,
        hint: 'mend the embargo or the date',
        related: [{ ...spanOf(['date']), message: 'the date' }],
      }
    } else if (isWaiting && instant < now.getTime()) {
      const message = `the embargo "${fields.embargo}" has passed, and the release is still "${fields.status}"`
      yield { ...span, message, hint: 'mend the embargo, or set status: released' }
    }
  },
}

/** True where a recurring draft's embargo is left from another year: it would never, or for years, keep it back. */
function isOfOtherYear({ anniversary, date }: CheckContext, end: CivilDate, days: number): boolean {
  return anniversary !== undefined && end.year !== date?.year && Math.abs(days) > FAR
}

function cureOf({ embargo = '', expressions }: DraftFields, year: number): string {
  return expressions && !embargo.includes('{{')
    ? `write embargo: "${embargo.replace(/^\d{4}/, '{{release.year}}')}"`
    : `give it the year of the release, ${year}`
}
