/** A day of the proleptic Gregorian calendar, without time or zone (ISO 8601 calendar date). */
export interface CivilDate {
  /** 1 to 9999. */
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

/** True in leap years of the Gregorian rule. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** How many days a month (1 to 12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/**
 * Reads `YYYY-MM-DD`, or the civil date at the head of a date-time as it is written (no conversion).
 * Answers `undefined` for anything else and for days that do not exist.
 */
export function parseCivilDate(text: string): CivilDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(text.trim())
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return { year, month, day }
}

/** Writes a date as `YYYY-MM-DD`. */
export function isoDate({ year, month, day }: CivilDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days since 1970-01-01, negative before; right for every year from 1 on. */
export function epochDay({ year, month, day }: CivilDate): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.floor(date.getTime() / 86_400_000)
}

/** The day so many days later, or earlier where they are negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDateOf((epochDay(date) + days) * 86_400_000)
}

/** Day of the week, 0 = Sunday to 6 = Saturday. */
export function weekdayOf(date: CivilDate): number {
  return (((epochDay(date) + 4) % 7) + 7) % 7
}

/** The day that UTC has at an instant, given in milliseconds since 1970. */
export function civilDateOf(instant: number): CivilDate {
  const date = new Date(instant)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
