import { type CivilDate, daysInMonth, epochDay } from '../../language/civil-date.ts'
import type { CheckContext } from '../context.ts'
import { mendPhrase, textsFor } from '../mend-phrase.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { isApproximate } from '../scan/approximate.ts'
import type { Phrase } from '../scan/find-phrases.ts'
import { findTable } from '../scan/find-table.ts'

/** What may stand between a year and "N years ago", what joins two years, and "N years after YEAR". */
const WORDS: Readonly<Record<string, { gap: string; range: string; after?: string }>> = {
  en: { gap: 'in|on|back|the|year|of', range: ' to | until | and ', after: 'after' },
  fr: { gap: "en|le|l'an|l'année|année", range: ' à | au | et ', after: 'après' },
  es: { gap: 'en|el|año|de', range: ' a | hasta | y ', after: 'después de' },
  de: { gap: 'im|am|jahre?|den|dem', range: ' bis | und ', after: 'nach' },
  ru: { gap: 'в|году|года|год|г\\.', range: ' по | до ', after: 'после' },
  az: { gap: '-c[iuü]|ildə|ilin|il|illərdə', range: '-c[iuü] ildən | ilə ' },
  tr: { gap: "yilinda|yilindan|yillarinda|'[dt][ea]|yani", range: "'[dt][ea]n | ile " },
  ar: { gap: 'في|عام|سنة|أي|بتاريخ', range: ' إلى (?:عام )?| حتى (?:عام )?' },
  zh: { gap: '年|于|在|即', range: '年?[至到]' },
}

/** A year of the text, of a date or alone. */
interface Year {
  readonly start: number
  readonly end: number
  readonly year: number
  readonly date?: CivilDate
}

/** An occurrence so near counts as this year's. */
const NEAR = 45

/** A number of years that does not fit the years beside it. */
export const yearArithmetic: Rule = {
  id: 'year-arithmetic',
  group: 'facts',
  severity: 'error',
  languages: Object.keys(WORDS),
  doc: 'Catches "in YEAR, N years ago", "from YEAR to YEAR (N years)" and "in YEAR, N years after YEAR" that do not add up. Round numbers with "about" are left alone; N years after a year only in en, fr, es, de and ru.',
  source:
    'N = year of the release − year of the event; Business Wire, common errors in press releases: dates.',
  bad: 'in 2021: "in 1992, 28 years ago"',
  good: 'in 2021: "in 1992, 29 years ago"',
  skips: ['code', 'address'],
  *check(context) {
    const { passages, scanOf, tag, language, date: release } = context
    const words = WORDS[tag.split('-')[0]?.toLowerCase() ?? '']
    if (!words) return
    const edge = findTable(language)?.unspaced ? '' : '(?!\\p{L})'
    const gap = new RegExp(`^(?:[\\s,،，(（—–]|(?:${words.gap})${edge})*$`, 'u')
    const pair = new RegExp(
      `(\\d{4})(?:${words.range}| ?[–—-] ?)(\\d{4})(?:[\\s年]|(?:${words.gap}))*[(（]$`,
      'u',
    )
    const after =
      words.after && new RegExp(`^ ${words.after} (?:(?:${words.gap}) )*(\\d{4})(?![\\p{N}/-])`, 'u')
    for (const passage of passages) {
      // Nothing is said about years where none stands.
      if (!/[\p{N}零〇一二三四五六七八九]{4}/u.test(passage.text)) continue
      const { normal: text, phrases, dates, years } = scanOf(passage)
      const all: Year[] = [
        ...years.map(({ start, end, written }) => ({ start, end, year: Number(written) })),
        ...dates.flatMap(({ start, end, year, month, day }) =>
          year && day <= daysInMonth(year, month) ? [{ start, end, year, date: { year, month, day } }] : [],
        ),
      ]
      const beside = (from: number, to: number) =>
        all.find(
          ({ start, end }) =>
            // "The law of 1992 thirty years ago": only a comma or a bracket says that both are one.
            (end <= from && gap.test(text.slice(end, from)) && /[,،，(（—–]/u.test(text.slice(end, from))) ||
            (start >= to && gap.test(text.slice(to, start))),
        )
      for (const phrase of phrases) {
        const { kind, start, end, n } = phrase
        if (isApproximate(tag, passage.text, start)) continue
        if (kind === 'ago') {
          const year = release && beside(start, end)
          if (year) yield* ago(context, passage, phrase, year, release)
        } else if (kind === 'years') {
          // "(two years in exile)" is another fact.
          const isWhole = /^ ?[)）,،，]/u.test(text.slice(end))
          const [, first, last] = (isWhole && pair.exec(text.slice(0, start))) || []
          const later = after ? after.exec(text.slice(end))?.[1] : undefined
          const year = later && all.find((one) => one.end <= start && gap.test(text.slice(one.end, start)))
          const [from, to] = year ? [Number(later), year.year] : [Number(first ?? 0), Number(last ?? 0)]
          // What began late in a year has one less; both ends may be counted, but not "after" a year.
          const isRight = to <= from || (n <= to - from + (year ? 0 : 1) && n >= to - from - 1)
          if (!isRight) yield finding(passage, phrase, `from ${from} to ${to} it is ${to - from}`)
        }
      }
    }
  },
}

function finding(passage: IssuedPassage, { start, end }: Phrase, because: string): RuleFinding {
  return {
    ...passage.spanOf(start, end),
    message: `"${passage.text.slice(start, end)}": ${because}`,
    hint: 'mend the number or the year: which of the two is wrong?',
  }
}

function* ago(
  { anniversary, event }: CheckContext,
  passage: IssuedPassage,
  phrase: Phrase,
  { year, date }: Year,
  release: CivilDate,
): Iterable<RuleFinding> {
  const isOwn = anniversary !== undefined && event?.year === year
  const right = isOwn ? anniversary.years : release.year - year
  const { n } = phrase
  if (right < 1 || n === right) return
  // Both are ordinal-stale's: what it reports need not be told twice.
  if (isOwn && Math.abs(n - right) === 1) return
  const isShort = n === right - 1
  if (date && !isOwn) {
    const days = occurrence(date, release.year) - epochDay(release)
    if (isShort && days > 0) return
    if (anniversary === undefined && Math.abs(days) <= NEAR) return
  }
  // What happened later in that year is one year younger than the figures say.
  const severity = isShort && !date && !isOwn ? { severity: 'warning' as const } : {}
  const because = isOwn ? 'by the occasion' : `from ${year} to ${release.year}`
  const texts = isOwn ? textsFor(phrase, right) : []
  yield {
    ...finding(passage, phrase, `${because} it is ${right}`),
    ...severity,
    ...mendPhrase(passage, phrase, texts),
  }
}

function occurrence({ month, day }: CivilDate, year: number): number {
  return epochDay({ year, month, day: Math.min(day, daysInMonth(year, month)) })
}
