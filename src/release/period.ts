import { addDays, type CivilDate, daysInMonth, epochDay } from '../language/civil-date.ts'
import { YEARS } from './occurrence.ts'

/** Days from the first to the last, both of them counted. */
export interface Period {
  readonly first: CivilDate
  readonly last: CivilDate
}

/** A length of time as `--within` has it: `60d`, `8w`, `2m`. */
export interface Span {
  /** A whole number. */
  readonly count: number
  /** Days, weeks or months. */
  readonly unit: 'd' | 'w' | 'm'
}

/** Reads `60d`, `8w` or `2m`; `undefined` for anything else. */
export function readSpan(text: string): Span | undefined {
  const match = /^(\d{1,5})([dwm])$/.exec(text.trim())
  return match ? { count: Number(match[1]), unit: match[2] as Span['unit'] } : undefined
}

/** A year from its first day to its last. */
export function wholeYear(year: number): Period {
  return { first: { year, month: 1, day: 1 }, last: { year, month: 12, day: 31 } }
}

/** From a day on, for a while: `1d` is that day and the next, `1m` ends on the same day of the next month. */
export function periodFrom(first: CivilDate, { count, unit }: Span): Period {
  const last = unit === 'm' ? addMonths(first, count) : addDays(first, unit === 'w' ? count * 7 : count)
  return { first, last: last.year > YEARS.last ? wholeYear(YEARS.last).last : last }
}

/** Twelve months that hold every day of the calendar once: from a day to the eve of its return. */
export function twelveMonthsFrom(first: CivilDate): Period {
  if (first.year === YEARS.last) return { first, last: wholeYear(YEARS.last).last }
  return { first, last: addDays({ ...first, year: first.year + 1, day: clampedDay(first) }, -1) }
}

/** True for the first day, the last and those between them. */
export function isWithin({ first, last }: Period, date: CivilDate): boolean {
  return epochDay(first) <= epochDay(date) && epochDay(date) <= epochDay(last)
}

function addMonths({ year, month, day }: CivilDate, count: number): CivilDate {
  const months = year * 12 + month - 1 + count
  const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1]
  return { year: inYear, month: inMonth, day: Math.min(day, daysInMonth(inYear, inMonth)) }
}

// Of 29 February the next year's return is 1 March, so that its eve is the 28th.
function clampedDay({ year, month, day }: CivilDate): number {
  return Math.min(day, daysInMonth(year + 1, month) + 1)
}
