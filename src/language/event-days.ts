import { type CivilDate, daysInMonth, epochDay, parseCivilDate } from './civil-date.ts'

/** Why a text tells no day, and an accepted example. */
export interface DayFault {
  readonly rule: 'front-matter-invalid' | 'date-impossible'
  readonly message: string
  readonly hint: string
}

/** The days of an event, the first and the last. */
export interface Interval {
  readonly first: CivilDate
  readonly last: CivilDate
}

/** A day that any year may have; 29 February is one. */
export interface MonthDay {
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

/** Reads `1992-02-26`, or an interval `1992-02-25/1992-02-26` (EDTF, level 0). */
export function readInterval(text: string): Interval | DayFault {
  const written = text.trim()
  const hint = 'write 1992-02-26, or 1992-02-25/1992-02-26'
  if (!/^\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?$/.test(written))
    return { rule: 'front-matter-invalid', message: `"${written}" is not a date or interval`, hint }
  const [one = '', other = one] = written.split('/')
  const [first, last] = [parseCivilDate(one), parseCivilDate(other)]
  if (!first || !last) {
    const message = `"${first ? other : one}" is not a calendar date`
    return { rule: 'date-impossible', message, hint }
  }
  if (epochDay(first) <= epochDay(last)) return { first, last }
  const message = `"${written}" ends before it begins`
  return { rule: 'front-matter-invalid', message, hint: `the earlier day comes first: ${other}/${one}` }
}

/** Reads `02-26`: a month and a day that some year has. */
export function readMonthDay(text: string): MonthDay | DayFault {
  const written = text.trim()
  const hint = 'write month and day, 02-26 for 26 February'
  const match = /^(\d{2})-(\d{2})$/.exec(written)
  if (!match) return { rule: 'front-matter-invalid', message: `"${written}" is not a month and day`, hint }
  const [month, day] = [Number(match[1]), Number(match[2])]
  if (month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2000, month)) return { month, day }
  return { rule: 'date-impossible', message: `"${written}" is not a day of the calendar`, hint }
}
