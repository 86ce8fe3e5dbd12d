import { type CivilDate, epochDay, isoDate } from '../language/civil-date.ts'
import { readInterval, readMonthDay } from '../language/event-days.ts'
import { type LeapDayPolicy, nearestOccurrence, occurrenceIn, type YearlyDay } from './occurrence.ts'

/** The event of an occasion and the day on which it is recalled every year. */
export interface Event {
  /** First day of the event. */
  readonly first: CivilDate
  /** Last day; the same as `first` unless the event is an interval. */
  readonly last: CivilDate
  /** The year from which N counts: that of the observed day which belongs to the event itself. */
  readonly year: number
  readonly yearly: YearlyDay
  /** True where the draft leaves open what becomes of 29 February. */
  readonly isPolicyOpen: boolean
}

/** Front matter of an occasion, as far as days are concerned (contract, "Occasion"). */
export interface OccasionDates {
  /** `1992-02-26`, or an interval `1992-02-25/1992-02-26` (EDTF, level 0). */
  readonly date: string
  /** `02-26`: month and day on which it is observed; default: the last day of the event. */
  readonly observed?: string | undefined
  /** Default `backward`: stay in the month. */
  readonly leap_day?: LeapDayPolicy | undefined
}

/** What is wrong with an occasion, and where in the front matter. */
export interface OccasionFault {
  readonly ok: false
  readonly rule: 'front-matter-invalid' | 'date-impossible' | 'anniversary-far'
  /** The key meant, e.g. `['occasion', 'observed']`. */
  readonly path: readonly string[]
  readonly message: string
  readonly hint: string
  /** True where only the year is to blame: `--years` skips it, `--year` fails (contract, "Issuing for a year"). */
  readonly skips?: true
}

/** Reads the event's day or interval and the day it is observed on. */
export function readEvent(dates: OccasionDates): { ok: true; event: Event } | OccasionFault {
  const interval = readInterval(dates.date)
  if ('rule' in interval) return fault('date', interval.message, interval.hint, interval.rule)
  const { first, last } = interval
  const leapDay = dates.leap_day ?? 'backward'
  if (!['backward', 'forward', 'omit'].includes(leapDay)) {
    const message = `"${leapDay}" is no policy for 29 February`
    return fault('leap_day', message, 'use backward (28 February), forward (1 March) or omit')
  }
  const isPolicyOpen = dates.leap_day === undefined
  if (dates.observed === undefined) {
    const yearly = { month: last.month, day: last.day, leapDay }
    return { ok: true, event: { first, last, year: last.year, yearly, isPolicyOpen } }
  }
  const observed = readMonthDay(dates.observed)
  if ('rule' in observed) return fault('observed', observed.message, observed.hint, observed.rule)
  const yearly = { ...observed, leapDay }
  const year = yearOfEvent(first, last, yearly)
  if (year === undefined) {
    const message = `${dates.date} holds more than one ${dates.observed}`
    return fault('observed', message, 'give the day itself as `date`: 1992-02-26')
  }
  return { ok: true, event: { first, last, year, yearly, isPolicyOpen } }
}

/**
 * The year of the observed day that belongs to the event: the one inside it, else the nearest to its last day.
 * An event of 30 December 1991 that is observed on 2 January is first recalled on 2 January 1993. Undefined
 * where an event of years holds that day several times and neither begins nor ends with it.
 */
function yearOfEvent(first: CivilDate, last: CivilDate, yearly: YearlyDay): number | undefined {
  const inside: CivilDate[] = []
  for (let year = first.year; year <= last.year; year++) {
    const day = occurrenceIn(year, yearly)
    if (day && epochDay(first) <= epochDay(day) && epochDay(day) <= epochDay(last)) inside.push(day)
  }
  if (inside.length === 0) return nearestOccurrence(last, yearly)?.year ?? last.year
  const ends = [isoDate(first), isoDate(last)]
  const [only, another] = inside.length === 1 ? inside : inside.filter((day) => ends.includes(isoDate(day)))
  return another === undefined ? only?.year : undefined
}

/** A fault at one key of `occasion`. */
export function fault(
  key: keyof OccasionDates | 'name',
  message: string,
  hint: string,
  rule: OccasionFault['rule'] = 'front-matter-invalid',
): OccasionFault {
  return { ok: false, rule, path: ['occasion', key], message, hint }
}
