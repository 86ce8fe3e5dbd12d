import { daysInMonth } from '../../language/civil-date.ts'
import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import type { WrittenDate } from '../scan/find-dates.ts'

/** Without a year, 29 February may be meant of a leap year. */
const LEAP_YEAR = 2024

/** A day that its month does not have, in the text; the build looks at the front matter. */
export const dateImpossible: Rule = {
  id: 'date-impossible',
  group: 'facts',
  severity: 'error',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'],
  doc: 'Catches a day that its month does not have, in the front matter and in the text; days above 31 are not read as dates. Also a range of days that ends before it begins.',
  source: 'The Gregorian calendar (ISO 8601).',
  bad: 'on 31 April 2027',
  good: 'on 30 April 2027',
  skips: ['code', 'address'],
  *check(context) {
    const { passages, scanOf } = context
    for (const passage of passages) {
      yield* reversed(passage, context)
      for (const date of scanOf(passage).dates) {
        const { day, month, start, end } = date
        const year = date.year ?? LEAP_YEAR
        if (year < 1 || day <= daysInMonth(year, month) || isCount(passage.text, date)) continue
        const last = daysInMonth(year, month)
        const isLeapDay = month === 2 && day === 29
        yield {
          ...passage.spanOf(start, end),
          message: `"${passage.text.slice(start, end)}": there is no such day, the month has ${last}`,
          hint: isLeapDay ? `${year} is no leap year: mend the day or the year` : 'mend the day or the month',
        }
      }
    }
  },
}

/** What stands between the days of a range, by language; a dash does in all of them. */
const UNTIL: Readonly<Record<string, string>> = {
  en: 'to|until|till|through',
  fr: 'au|jusqu’au',
  es: 'al|hasta el',
  de: 'bis|bis zum',
  ru: 'по|до',
  zh: '至|到',
}

/** What is moved from one day to an earlier one is no range. */
const MOVED =
  /\b(?:mov|postpon|reschedul|brought forward|chang|shift|advanc|correct)|avanc|report|déplac|chang|adelant|traslad|aplaz|cambi|verleg|verschob|vorgezog|перенес|перенос|改|提前|推迟/iu

/** Ranges of days that end before they begin; from one month into another they may cross the year. */
function* reversed(passage: IssuedPassage, { scanOf, tag }: CheckContext): Generator<RuleFinding> {
  const { text } = passage
  const words = UNTIL[tag.split('-')[0]?.toLowerCase() ?? '']
  const until = `(?:-|\\s?–\\s?|—${words ? `|\\s?(?:${words})\\s?` : ''})`
  const { dates } = scanOf(passage)
  for (const [i, date] of dates.entries()) {
    const before = dates[i - 1]
    const isPair = before && new RegExp(`^${until}$`, 'iu').test(text.slice(before.end, date.start))
    const [first, last] = isPair ? [before, date] : [undefined, date]
    // "27–25 February", "27. bis 25. Februar", "27日至25日" before or behind the date.
    const lone = new RegExp(`(?<![\\p{L}\\p{N}.,/–-])(\\d{1,2})\\.?${until}$`, 'iu').exec(
      text.slice(0, date.start),
    )
    const behind = new RegExp(`^${until}(\\d{1,2})(?:日|(?=, \\d{4}))`, 'u').exec(text.slice(date.end))
    const ends = first
      ? { start: first.start, end: last.end, isBack: isEarlier(last, first) }
      : lone
        ? { start: lone.index, end: date.end, isBack: Number(lone[1]) > date.day && Number(lone[1]) < 32 }
        : behind
          ? { start: date.start, end: date.end + behind[0].length, isBack: Number(behind[1]) < date.day }
          : undefined
    if (!ends?.isBack || MOVED.test(text.slice(Math.max(0, ends.start - 80), ends.end + 40))) continue
    yield {
      ...passage.spanOf(ends.start, ends.end),
      message: `"${text.slice(ends.start, ends.end)}" ends before it begins`,
      hint: 'mend one of the two days',
    }
  }
}

/** True for an earlier day of the same month, or of what years say. */
function isEarlier(last: WrittenDate, first: WrittenDate): boolean {
  if (last.year !== undefined && first.year !== undefined && last.year !== first.year)
    return last.year < first.year
  if (last.month !== first.month)
    return first.year !== undefined && first.year === last.year && last.month < first.month
  return last.day < first.day
}

/** "In June 31 people came": a number of things, behind a month's name. */
function isCount(text: string, { parts, year, weekday, end }: WrittenDate): boolean {
  if (year !== undefined || weekday !== undefined || parts.m.start > parts.d.start) return false
  return /^ (?!(?:and|or|at|in|to|is|was|will|until|from|by|for|as|on)\b)\p{L}/u.test(text.slice(end))
}
