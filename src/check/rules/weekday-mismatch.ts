import { type CivilDate, daysInMonth, epochDay, isoDate, weekdayOf } from '../../language/civil-date.ts'
import type { Rule } from '../rule.ts'
import { formsOf } from '../scan/find-dates.ts'
import { findTable } from '../scan/find-table.ts'
import type { Scan } from '../scan/scan-passage.ts'

/** How far from the release a day without a year may lie, in days: last year's and next year's lie farther. */
const NEAR = 200

/** The one distance that has no number. */
const A_YEAR = /\b(?:a|one) year (?:ago|earlier|before|later|after)\b/iu

function yearsAround(release: CivilDate | undefined): readonly number[] {
  return release ? [release.year, release.year - 1, release.year + 1] : []
}

function isNear(day: CivilDate, release: CivilDate): boolean {
  return Math.abs(epochDay(day) - epochDay(release)) <= NEAR
}

/** True for a paragraph that names another year, or one by its distance: its days may be of that one. */
function speaksOfOthers({ passage: { text }, phrases, relative }: Scan, release: CivilDate): boolean {
  if (phrases.length > 0 || relative.length > 0 || A_YEAR.test(text)) return true
  return (text.match(/(?<!\p{N})\p{N}{4}(?!\p{N})/gu) ?? []).some((year) => year !== String(release.year))
}

/** A weekday that the date beside it does not have. */
export const weekdayMismatch: Rule = {
  id: 'weekday-mismatch',
  group: 'facts',
  severity: 'error',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'],
  doc: 'Catches a weekday that does not fit the date beside it; without a year, the day nearest to the release is meant, so that last year’s weekday is told.',
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
        const years = date.year === undefined ? yearsAround(release) : [date.year]
        const all = years
          .filter((year) => year >= 1 && day <= daysInMonth(year, month))
          .map((year) => ({ year, month, day }))
        const isMeant = date.year !== undefined || !release || speaksOfOthers(scanOf(passage), release)
        const days = isMeant ? all : all.filter((one) => isNear(one, release))
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
