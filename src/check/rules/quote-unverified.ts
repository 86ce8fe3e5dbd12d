import { approvedWords, saidIn } from '../approved-quotes.ts'
import type { Rule } from '../rule.ts'

/** Words from which on a quotation is somebody's; letters, where words have no blanks. */
const [LEAST, LEAST_LETTERS] = [5, 12]

/** More of a quotation than this is not shown. */
const EXCERPT = 60

/** Words that nobody has approved. */
export const quoteUnverified: Rule = {
  id: 'quote-unverified',
  group: 'facts',
  severity: 'off',
  isOfQuotations: true,
  doc: 'Catches a quotation of five words or more that is not, word for word, in `quotes.yaml`, where that has quotations in the language of the release. Off until a project turns it on, for a list may not have all that is ever said; `quote-drift` tells of what is nearly there.',
  source: 'The list of approved quotations of the project, quotes.yaml.',
  bad: '“The bridge will be built again before the winter”, which quotes.yaml does not have',
  good: '“We thank our neighbours for all that they did”, as quotes.yaml has it',
  skips: ['code', 'address'],
  *check(context) {
    const approved = approvedWords(context)
    if (approved.length === 0) return
    for (const { passage, start, end, line } of saidIn(context, LEAST, LEAST_LETTERS)) {
      if (approved.some((one) => one.line.includes(line))) continue
      const text = passage.text.slice(start, end).replace(/^[“„«‹「『"]|[”“»›」』"]$/gu, '')
      const shown = text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text
      yield {
        ...passage.spanOf(start, end),
        message: `"${shown}" is not among the approved quotations`,
        hint: 'have it approved, and add it to quotes.yaml with its speaker',
      }
    }
  },
}
