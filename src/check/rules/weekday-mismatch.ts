import { daysInMonth, isoDate, weekdayOf } from '../../language/civil-date.ts'
import type { Rule } from '../rule.ts'
import { formsOf } from '../scan/find-dates.ts'
import { findTable } from '../scan/find-table.ts'

/** A weekday that the date beside it does not have. */
export const weekdayMismatch: Rule = {
  id: 'weekday-mismatch',
  group: 'facts',
  severity: 'error',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'],
  doc: 'Catches a weekday that does not fit the date beside it; without a year, the year of the release is meant.',
  source: 'Business Wire, common errors in press releases: dates and times; the Gregorian calendar.',
  bad: 'Tuesday, 26 February 2020',
  good: 'Wednesday, 26 February 2020',
  skips: ['code', 'address'],
  *check({ passages, scanOf, language, date: release }) {
    const table = findTable(language)
    if (!table) return
    for (const passage of passages) {
      for (const date of scanOf(passage).dates) {
        const { day, month, weekday, parts } = date
        if (weekday === undefined || !parts.wd) continue
        const years =
          date.year === undefined
            ? release
              ? [release.year, release.year - 1, release.year + 1]
              : []
            : [date.year]
        const days = years
          .filter((year) => year >= 1 && day <= daysInMonth(year, month))
          .map((year) => ({ year, month, day }))
        const [nearest] = days
        if (nearest === undefined || days.some((one) => weekdayOf(one) === weekday)) continue
        const right = formsOf(table.weekdays, weekdayOf(nearest))[0]
        const written = passage.text.slice(date.start, date.end)
        yield {
          ...passage.spanOf(parts.wd.start, parts.wd.end),
          ...(date.year === undefined ? { severity: 'warning' as const } : {}),
          message: `"${written}": ${isoDate(nearest)} is a ${right}`,
          hint: `write "${right}", or mend the date: which of the two is wrong?`,
        }
      }
    }
  },
}
