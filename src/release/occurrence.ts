import { type CivilDate, epochDay, isLeapYear } from '../language/civil-date.ts'
import type { MonthDay } from '../language/event-days.ts'

/** What 29 February becomes in common years, by the names of RFC 7529 (SKIP). */
export type LeapDayPolicy = 'backward' | 'forward' | 'omit'

/** A day that comes back every year. */
export interface YearlyDay extends MonthDay {
  readonly leapDay: LeapDayPolicy
}

/** The first and last years that dates are written in (ISO 8601 with four digits). */
export const YEARS = { first: 1, last: 9999 } as const

/** Omitted leap days lie up to eight years apart (1896, 1904). */
const LONGEST_GAP = 8

/** The day in a year from 1 to 9999; `undefined` where 29 February is omitted. */
export function occurrenceIn(year: number, { month, day, leapDay }: YearlyDay): CivilDate | undefined {
  if (month !== 2 || day !== 29 || isLeapYear(year)) return { year, month, day }
  if (leapDay === 'omit') return undefined
  return leapDay === 'forward' ? { year, month: 3, day: 1 } : { year, month: 2, day: 28 }
}

/**
 * The occurrence nearest to a day, in days and not by the year's number: 30 December 2019 belongs to
 * 2 January 2020. Of two that are equally far the earlier one. Undefined only where none exists in years 1–9999.
 */
export function nearestOccurrence(date: CivilDate, yearly: YearlyDay): CivilDate | undefined {
  const reach = yearly.leapDay === 'omit' ? LONGEST_GAP : 1
  let nearest: CivilDate | undefined
  for (let year = date.year - reach; year <= date.year + reach; year++) {
    if (!isYear(year)) continue
    const candidate = occurrenceIn(year, yearly)
    if (!candidate) continue
    if (!nearest || daysApart(candidate, date) < daysApart(nearest, date)) nearest = candidate
  }
  return nearest
}

/** The first occurrence on a day or after it; `undefined` where none is left in years 1–9999. */
export function nextOccurrence(date: CivilDate, yearly: YearlyDay): CivilDate | undefined {
  for (let year = date.year; year <= Math.min(date.year + LONGEST_GAP, YEARS.last); year++) {
    const candidate = occurrenceIn(year, yearly)
    if (candidate && epochDay(candidate) >= epochDay(date)) return candidate
  }
  return undefined
}

/** True for a whole number from 1 to 9999. */
export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last
}

/** Reads a year as people write it, in one to four figures; `undefined` for anything else. */
export function readYear(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) && isYear(Number(text)) ? Number(text) : undefined
}

/** How many days lie between two dates, never negative. */
export function daysApart(one: CivilDate, other: CivilDate): number {
  return Math.abs(epochDay(one) - epochDay(other))
}
