import type { Rule } from '../rule.ts'
import { sentences } from '../scan/sentences.ts'

/** Words that may be true in every year: "the bridge is now open". They are information only. */
const WEAK =
  /^(?:now|nowadays|today|tonight|recent|heute|heuer|derzeit|aujourd[’']hui|hoy|сегодня|ныне|bu gün|indi|bugün|اليوم|今天|今日)$/iu

// "Am Morgen", "por la mañana": the morning.
const [MORNING, ARTICLE] = [
  /^(?:morgen|mañana)$/iu,
  /(?<!\p{L})(?:am|jede[nmr]?|dies(?:en|em)|jene[mn]|guten|frühen|den|einem|la|esta|aquella|cada|una|toda|de)\s$/iu,
]

/** Words that lean on the day of reading, in a release that is issued again next year. */
export const relativeTime: Rule = {
  id: 'relative-time',
  group: 'language',
  severity: 'warning',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'],
  doc: 'Catches "this year", "recently", "to date" in a release about an anniversary, which goes out again; beside the anniversary itself they are right every year.',
  source: 'Associated Press Stylebook: time elements; practice of recurring releases.',
  bad: 'the recently published report',
  good: 'the report published in January 2020',
  skips: ['quotation', 'block-quote', 'code', 'address', 'name'],
  *check({ anniversary, passages, scanOf }) {
    if (!anniversary) return
    for (const passage of passages) {
      const { relative, phrases } = scanOf(passage)
      if (relative.length === 0) continue
      const bounds = sentences(passage.text)
      for (const { start, end, written } of relative) {
        const [from, to] = bounds.find(([first, last]) => first <= start && start < last) ?? [start, end]
        if (MORNING.test(written) && ARTICLE.test(passage.text.slice(Math.max(0, start - 12), start)))
          continue
        // "Today, Ruritania marks the 28th anniversary": true on the day of every issue.
        if (phrases.some((one) => one.start >= from && one.end <= to && one.isAnniversary)) continue
        if (passage.isQuoted(start, end) || passage.isFilled(start, end)) continue
        const message = `"${written}" will not be true when the release is issued again`
        const severity = WEAK.test(written) ? { severity: 'info' as const } : {}
        const hint = 'give the date or the year: in January 2020'
        yield { ...passage.spanOf(start, end), ...severity, message, hint }
      }
    }
  },
}
