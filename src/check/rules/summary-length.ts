import type { Rule } from '../rule.ts'

const LONG = 160

/** Summaries that search engines cut, or that say nothing new. */
export const summaryLength: Rule = {
  id: 'summary-length',
  group: 'form',
  severity: 'warning',
  doc: 'Catches a summary of more than 160 characters (`summary_length` of the thresholds), and one that repeats the headline.',
  source: 'GOV.UK: summaries below 160 characters.',
  bad: 'summary: the headline once more',
  good: 'summary: Ruritania thanks its neighbours for their help after the flood.',
  *check({ release, settings, spanOf, draft }) {
    const { summary } = release
    if (summary === undefined || draft.refused.includes('summary')) return
    const span = spanOf(['summary'])
    const longest = settings.thresholds.summary_length ?? LONG
    const length = [...summary].length
    if (length > longest)
      yield {
        ...span,
        message: `the summary has ${length} characters, more than ${longest}`,
        hint: 'shorten it: search engines cut it there',
      }
    if (plain(summary) === plain(release.headline.join(' ')))
      yield { ...span, message: 'the summary repeats the headline', hint: 'say what the headline does not' }
  },
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
