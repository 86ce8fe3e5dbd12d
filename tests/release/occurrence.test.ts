import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CivilDate,
  daysInMonth,
  isoDate,
  parseCivilDate,
  weekdayOf,
} from '../../src/language/civil-date.ts'
import {
  daysApart,
  type LeapDayPolicy,
  nearestOccurrence,
  occurrenceIn,
} from '../../src/release/occurrence.ts'

const day = (text: string): CivilDate => parseCivilDate(text) ?? expect.unreachable(text)
const iso = (date: CivilDate | undefined) => date && isoDate(date)
const POLICIES = ['backward', 'forward', 'omit'] as const
const leap = (leapDay: LeapDayPolicy) => ({ month: 2, day: 29, leapDay })

describe('29 February', () => {
  test.each([
    [1900, '1900-02-28', '1900-03-01', undefined],
    [1996, '1996-02-29', '1996-02-29', '1996-02-29'],
    [2000, '2000-02-29', '2000-02-29', '2000-02-29'],
    [2025, '2025-02-28', '2025-03-01', undefined],
    [2028, '2028-02-29', '2028-02-29', '2028-02-29'],
    [2100, '2100-02-28', '2100-03-01', undefined],
    [4, '0004-02-29', '0004-02-29', '0004-02-29'],
    [9999, '9999-02-28', '9999-03-01', undefined],
  ])('in %i falls on %s, %s or %s by the policy', (year, ...expected) => {
    expect(POLICIES.map((policy) => iso(occurrenceIn(year, leap(policy))))).toEqual(expected)
  })

  test('is nearest in the right leap year where others are omitted', () => {
    expect(iso(nearestOccurrence(day('2025-02-28'), leap('omit')))).toBe('2024-02-29')
    expect(iso(nearestOccurrence(day('1900-02-28'), leap('omit')))).toBe('1896-02-29')
    expect(iso(nearestOccurrence(day('1901-03-01'), leap('omit')))).toBe('1904-02-29')
  })
})

describe('the nearest occurrence', () => {
  test.each([
    ['2019-12-30', '01-02', '2020-01-02'],
    ['2020-01-02', '12-30', '2019-12-30'],
    ['2020-02-26', '02-26', '2020-02-26'],
    ['0001-01-01', '12-31', '0001-12-31'],
    ['9999-12-31', '01-01', '9999-01-01'],
    ['2020-08-26', '02-26', '2020-02-26'],
    ['2020-08-28', '02-26', '2021-02-26'],
  ])('to %s of %s is %s', (date, monthDay, expected) => {
    const [month = 0, dayOfMonth = 0] = monthDay.split('-').map(Number)
    const yearly = { month, day: dayOfMonth, leapDay: 'backward' } as const
    expect(iso(nearestOccurrence(day(date), yearly))).toBe(expected)
  })
})

const date = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.nat(27),
  })
  .map(({ year, month, day }) => ({ year, month, day: day + 1 }))
const yearly = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), at: fc.nat(30), leapDay: fc.constantFrom(...POLICIES) })
  .map(({ month, at, leapDay }) => ({ month, day: (at % daysInMonth(2000, month)) + 1, leapDay }))

describe('in all years from 1 to 9999', () => {
  test('an occurrence is a day that exists, in its year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), yearly, (year, rule) => {
        const found = occurrenceIn(year, rule)
        if (!found) return rule.leapDay === 'omit' && rule.day === 29 && daysInMonth(year, 2) === 28
        return found.year === year && parseCivilDate(isoDate(found)) !== undefined
      }),
    )
  })

  test('no other occurrence is nearer than the nearest', () => {
    fc.assert(
      fc.property(date, yearly, (date, rule) => {
        const nearest = nearestOccurrence(date, rule)
        if (!nearest) return true
        const others = Array.from({ length: 17 }, (_, i) => date.year - 8 + i)
          .filter((year) => year >= 1 && year <= 9999)
          .flatMap((year) => occurrenceIn(year, rule) ?? [])
        return others.every((other) => daysApart(other, date) >= daysApart(nearest, date))
      }),
    )
  })

  // Zeller's congruence, which shares nothing with our count of days.
  test('every weekday is that of Zeller', () => {
    for (let year = 1; year <= 9999; year++) {
      for (const [month, day] of [
        [2, 28],
        [3, 1],
        [12, 31],
      ] as const) {
        const [m, y] = month < 3 ? [month + 12, year - 1] : [month, year]
        const saturdayBased =
          day +
          Math.floor((13 * (m + 1)) / 5) +
          y +
          Math.floor(y / 4) -
          Math.floor(y / 100) +
          Math.floor(y / 400)
        if (weekdayOf({ year, month, day }) !== (((saturdayBased + 6) % 7) + 7) % 7) {
          expect.unreachable(`${year}-${month}-${day}`)
        }
      }
    }
  })
})
