import { daysInMonth } from '../../language/civil-date.ts'
import type { Rule } from '../rule.ts'
import type { WrittenDate } from '../scan/find-dates.ts'

/** Without a year, 29 February may be meant of a leap year. */
const LEAP_YEAR = 2024

/** A day that its month does not have, in the text; the build looks at the front matter. */
export const dateImpossible: Rule = {
  id: 'date-impossible',
  group: 'facts',
  severity: 'error',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'],
  doc: 'Catches a day that its month does not have, in the front matter and in the text; days above 31 are not read as dates.',
  source: 'The Gregorian calendar (ISO 8601).',
  bad: 'on 31 April 2027',
  good: 'on 30 April 2027',
  skips: ['code', 'address'],
  *check({ passages, scanOf }) {
    for (const passage of passages) {
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

/** "In June 31 people came": a number of things, behind a month's name. */
function isCount(text: string, { parts, year, weekday, end }: WrittenDate): boolean {
  if (year !== undefined || weekday !== undefined || parts.m.start > parts.d.start) return false
  return /^ (?!(?:and|or|at|in|to|is|was|will|until|from|by|for|as|on)\b)\p{L}/u.test(text.slice(end))
}
