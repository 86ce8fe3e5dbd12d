import { addDays, type CivilDate, epochDay, isoDate } from '../language/civil-date.ts'
import { type Event, fault, type OccasionFault } from './occasion-date.ts'
import { daysApart, isYear, nearestOccurrence, occurrenceIn, YEARS } from './occurrence.ts'

/** An anniversary that a release is about. */
export interface Anniversary {
  readonly ok: true
  /** The year of the occurrence, which near the turn of a year is not that of the release's date. */
  readonly year: number
  /** N of "the Nth anniversary" and of "N years ago": 1 or more. */
  readonly years: number
  /** The day on which it is observed in that year. */
  readonly occurrence: CivilDate
  /** The date of the release. */
  readonly date: CivilDate
  /** What the draft leaves open and the house should decide. */
  readonly note?: { readonly message: string; readonly hint: string }
}

/** What says which anniversary is meant: one of the two, or both. */
export interface Issue {
  /** Civil date of the draft. */
  readonly date?: CivilDate | undefined
  /** The year asked for, `--year`. */
  readonly year?: number | undefined
}

/** A release further from its anniversary than this many days is taken for a mistake (conventions, 4.1). */
export const FAR = 45

/**
 * Finds N and the date of a release. With a date alone: the anniversary nearest to it. With a year: that
 * year's, and the date is the occurrence; a date in the draft keeps its distance in days from the occurrence
 * nearest to it (contract, "Issuing for a year").
 */
export function anniversaryOf(event: Event, { date, year }: Issue): Anniversary | OccasionFault {
  if (year !== undefined) return anniversaryIn(event, year, date)
  if (date === undefined) {
    const add = (first: CivilDate) => `add date: ${isoDate(first)}, or ask for a year: --year ${first.year}`
    return atDate('an occasion without a date needs a year', firstOf(event, add))
  }
  const nearest = nearestTo(date, event)
  if ('ok' in nearest) return nearest
  if (nearest.year <= event.year) {
    const message = `${isoDate(date)} is no anniversary of ${isoDate(event.last)}`
    return atDate(
      message,
      firstOf(event, (first) => `the first one is ${isoDate(first)}`),
    )
  }
  return faultOfDistance(date, nearest) ?? found(event, nearest, date)
}

function anniversaryIn(event: Event, year: number, date: CivilDate | undefined): Anniversary | OccasionFault {
  if (!isYear(year)) return skipping(`${year} is no year from 1 to 9999`, 'write four digits: --year 2027')
  if (year <= event.year) {
    const hint = firstOf(event, (first) => `the first anniversary is in ${first.year}`)
    return skipping(`${year} is not after the event of ${event.year}`, hint)
  }
  const occurrence = occurrenceIn(year, event.yearly)
  if (!occurrence) {
    const hint = 'set leap_day: backward for 28 February, or forward for 1 March'
    return skipping(`${year} has no 29 February, and the occasion omits it`, hint)
  }
  if (!date) return found(event, occurrence, occurrence)
  const nearest = nearEnough(date, event)
  if ('ok' in nearest) return nearest
  const issued = addDays(occurrence, epochDay(date) - epochDay(nearest))
  if (isYear(issued.year)) return found(event, occurrence, issued)
  const message = `the release of ${year} would be dated outside the years 1 to 9999`
  return { ...atDate(message, 'leave out `date`'), skips: true }
}

/** The occurrence nearest to a date, or what is wrong with a date that is far from any. */
export function nearEnough(date: CivilDate, event: Event): CivilDate | OccasionFault {
  const nearest = nearestTo(date, event)
  return 'ok' in nearest ? nearest : (faultOfDistance(date, nearest) ?? nearest)
}

function nearestTo(date: CivilDate, event: Event): CivilDate | OccasionFault {
  const nearest = nearestOccurrence(date, event.yearly)
  return (
    nearest ?? atDate(`no occurrence in years ${YEARS.first} to ${YEARS.last} is near`, 'give a later date')
  )
}

function faultOfDistance(date: CivilDate, nearest: CivilDate): OccasionFault | undefined {
  const days = daysApart(date, nearest)
  if (days <= FAR) return undefined
  const message = `${isoDate(date)} is ${days} days from the nearest anniversary, ${isoDate(nearest)}`
  const hint = `a date within ${FAR} days of it tells which one is meant: date: ${isoDate(nearest)}`
  return { ...atDate(message, hint), rule: 'anniversary-far' }
}

function found(event: Event, occurrence: CivilDate, date: CivilDate): Anniversary {
  const { year } = occurrence
  const anniversary = { ok: true, year, years: year - event.year, occurrence, date } as const
  const isMoved = occurrence.day !== event.yearly.day
  if (!isMoved || !event.isPolicyOpen) return anniversary
  const message = `29 February is kept on ${isoDate(occurrence)} in ${year}`
  return { ...anniversary, note: { message, hint: 'decide it with leap_day: backward, forward or omit' } }
}

/** A hint that names the first anniversary, where the calendar has one. */
function firstOf({ year, yearly }: Event, hint: (first: CivilDate) => string): string {
  const years = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => year + n).filter(isYear)
  const first = years.map((one) => occurrenceIn(one, yearly)).find((day) => day)
  return first ? hint(first) : `the calendar ends with ${YEARS.last}, before the first one`
}

function atDate(message: string, hint: string): OccasionFault {
  return { ok: false, rule: 'front-matter-invalid', path: ['date'], message, hint }
}

function skipping(message: string, hint: string): OccasionFault {
  return { ...fault('date', message, hint), skips: true }
}
