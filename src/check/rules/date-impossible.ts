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

/** What is read around the dates of a language. */
interface RangePatterns {
  /** All that stands between two dates. */
  readonly between: RegExp
  /** "27–" before "25 February 2027". */
  readonly before: RegExp
  /** "–25" behind "February 27", before the year; "至25日". */
  readonly behind: RegExp
}

const patterns = new Map<string, RangePatterns>()

function patternsOf(language: string): RangePatterns {
  const known = patterns.get(language)
  if (known) return known
  const words = UNTIL[language]
  const until = `(?:-|\\s?–\\s?|—${words ? `|\\s?(?:${words})\\s?` : ''})`
  const made = {
    between: new RegExp(`^${until}$`, 'iu'),
    before: new RegExp(`(?<![\\p{L}\\p{N}.,/–-])(\\d{1,2})\\.?${until}$`, 'iu'),
    behind: new RegExp(`^${until}(\\d{1,2})(?:日|(?=, \\d{4}))`, 'u'),
  }
  patterns.set(language, made)
  return made
}

/** Ranges of days that end before they begin; from one month into another they may cross the year. */
function* reversed(passage: IssuedPassage, { scanOf, tag }: CheckContext): Generator<RuleFinding> {
  const { text } = passage
  const { dates } = scanOf(passage)
  if (dates.length === 0) return
  const { between, before, behind } = patternsOf(tag.split('-')[0]?.toLowerCase() ?? '')
  for (const [i, date] of dates.entries()) {
    const first = dates[i - 1]
    const isPair = first !== undefined && between.test(text.slice(first.end, date.start))
    const one = before.exec(text.slice(Math.max(0, date.start - 16), date.start))
    const other = behind.exec(text.slice(date.end, date.end + 16))
    let range: { start: number; end: number; isBack: boolean } | undefined
    if (isPair) range = { start: first.start, end: date.end, isBack: isEarlier(date, first) }
    else if (one) {
      const [{ length }, day] = [one[0], Number(one[1])]
      range = { start: date.start - length, end: date.end, isBack: day > date.day && day < 32 }
    } else if (other)
      range = { start: date.start, end: date.end + other[0].length, isBack: Number(other[1]) < date.day }
    if (!range?.isBack || MOVED.test(text.slice(Math.max(0, range.start - 80), range.end + 40))) continue
    yield {
      ...passage.spanOf(range.start, range.end),
      message: `"${text.slice(range.start, range.end)}" ends before it begins`,
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
