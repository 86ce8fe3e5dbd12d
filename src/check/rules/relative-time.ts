import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'
import { findTable } from '../scan/find-table.ts'
import type { Mention } from '../scan/find-years.ts'
import { sentences } from '../scan/sentences.ts'

/** Words that may be true in every year: "the bridge is now open". They are information only. */
const WEAK =
  /^(?:now|nowadays|today|tonight|recent|heute|heuer|derzeit|aujourd[’']hui|hoy|сегодня|ныне|bu gün|indi|bugün|اليوم|今天|今日)$/iu

// "Am Morgen", "por la mañana": the morning.
const [MORNING, ARTICLE] = [
  /^(?:morgen|mañana)$/iu,
  /(?<!\p{L})(?:am|jede[nmr]?|dies(?:en|em)|jene[mn]|guten|frühen|den|einem|la|esta|aquella|cada|una|toda|de)\s$/iu,
]

/** What stands between two weekdays of opening hours, and before one that comes every week. */
const [SPAN, EVERY] = [
  /^\s?(?:to|through|thru|until|and|or|bis|und|oder|au|et|ou|an?|al|y|o|по|и|до|ile|və|ve|إلى|和|至|到|[–—/,-])\s?(?:(?:the|le|les|el|los)\s)?$/iu,
  /(?:(?<!\p{L})(?:every|each|chaque|tous les|cada|todos los|jede[nmr]?|кажд\p{L}+|hər|her|كل)\s|每(?:逢|个|周)?)$/iu,
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
  *check({ anniversary, passages, scanOf, language }) {
    if (!anniversary) return
    const weekdays = new Set(
      (findTable(language)?.weekdays ?? []).flatMap((forms) => forms.toLowerCase().split('|')),
    )
    for (const passage of passages) {
      const { relative, phrases } = scanOf(passage)
      if (relative.length === 0) continue
      const bounds = sentences(passage.text)
      for (const { start, end, written } of relative) {
        const [from, to] = bounds.find(([first, last]) => first <= start && start < last) ?? [start, end]
        if (MORNING.test(written) && ARTICLE.test(passage.text.slice(Math.max(0, start - 12), start)))
          continue
        if (isWeekly(passage, { start, end, written }, relative, weekdays)) continue
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

/** "From Monday to Thursday", "every Friday": opening hours, and no day. */
function isWeekly(
  { text }: IssuedPassage,
  day: Mention,
  all: readonly Mention[],
  weekdays: ReadonlySet<string>,
): boolean {
  const isDay = ({ written }: Mention) => weekdays.has(written.toLowerCase())
  if (!isDay(day)) return false
  return (
    EVERY.test(text.slice(Math.max(0, day.start - 12), day.start)) ||
    all.some(
      (other) =>
        isDay(other) &&
        SPAN.test(
          other.start >= day.end ? text.slice(day.end, other.start) : text.slice(other.end, day.start),
        ),
    )
  )
}
