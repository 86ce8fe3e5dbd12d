import { type CivilDate, isoDate, weekdayOf } from './civil-date.ts'
import type { EmbargoText } from './language.ts'
import { entry } from './word-table.ts'

/** Names of the months from January on, in the form a date needs. */
export type Months = readonly [...Six, ...Six]

/** Names of the days of the week from Sunday on. */
export type Weekdays = readonly [...Six, string]

type Six = [string, string, string, string, string, string]

/** The name of a date's month. */
export function monthName(months: Months, date: CivilDate): string {
  return entry(months, date.month - 1)
}

/** The name of a date's day of the week. */
export function weekdayName(weekdays: Weekdays, date: CivilDate): string {
  return entry(weekdays, weekdayOf(date))
}

/**
 * What an embargo line adds for readers in other zones: nothing where its own zone is UTC,
 * else what `write` makes of the time in UTC and, where UTC has another day, of that day.
 */
export function inUtc(
  embargo: EmbargoText,
  write: (time: string, otherDay: CivilDate | undefined) => string,
): string {
  if (embargo.zone === 'UTC') return ''
  return write(embargo.utcTime, isUtcDayOther(embargo) ? embargo.utcDate : undefined)
}

/** True where the embargo ends on one day in its zone and on another in UTC. */
export function isUtcDayOther(embargo: EmbargoText): boolean {
  return isoDate(embargo.utcDate) !== isoDate(embargo.date)
}

/** What is known of a release's number and date, one behind the other; nothing where neither is known. */
export function named(
  first: string | undefined,
  second: string | undefined,
  between = ' ',
): string | undefined {
  const known = [first, second].filter((part) => part !== undefined)
  return known.length === 0 ? undefined : known.join(between)
}
