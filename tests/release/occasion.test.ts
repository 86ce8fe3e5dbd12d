import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CivilDate, epochDay, isoDate, parseCivilDate } from '../../src/language/civil-date.ts'
import { type Anniversary, anniversaryOf, FAR } from '../../src/release/occasion.ts'
import { type Event, type OccasionDates, readEvent } from '../../src/release/occasion-date.ts'

const day = (text: string): CivilDate => parseCivilDate(text) ?? expect.unreachable(text)

function event(dates: OccasionDates): Event {
  const read = readEvent(dates)
  return read.ok ? read.event : expect.unreachable(read.message)
}

function issue(dates: OccasionDates, date?: string, year?: number): Anniversary {
  const found = anniversaryOf(event(dates), { date: date === undefined ? undefined : day(date), year })
  return found.ok ? found : expect.unreachable(`${found.message}; ${found.hint}`)
}

function refused(dates: OccasionDates, date?: string, year?: number) {
  const found = anniversaryOf(event(dates), { date: date === undefined ? undefined : day(date), year })
  return found.ok ? expect.unreachable(`accepted: N = ${found.years}`) : found
}

const FLOOD = { date: '1992-02-26' }
const LEAP = { date: '1996-02-29' }

describe('N belongs to the anniversary nearest to the date', () => {
  test.each([
    [FLOOD, '2020-02-26', 28, '2020-02-26'],
    [FLOOD, '2020-02-20', 28, '2020-02-26'],
    [FLOOD, '2026-03-10', 34, '2026-02-26'],
    [{ date: '1992-01-02' }, '2019-12-30', 28, '2020-01-02'],
    [{ date: '1991-12-30' }, '2020-01-03', 28, '2019-12-30'],
    [{ date: '0079-08-24' }, '2023-08-24', 1944, '2023-08-24'],
    [{ date: '0001-01-01' }, '9999-01-01', 9998, '9999-01-01'],
    [{ date: '1918-05-28' }, '2018-05-28', 100, '2018-05-28'],
  ])('%j on %s: N = %i', (dates, date, years, occurrence) => {
    const found = issue(dates, date)
    expect([found.years, isoDate(found.occurrence), isoDate(found.date)]).toEqual([years, occurrence, date])
  })
})

describe('an interval is recalled on one day', () => {
  test.each([
    ['1992-02-25/1992-02-26', undefined, 2020, '2020-02-26', 28],
    ['1992-02-25/1992-02-26', '02-25', 2020, '2020-02-25', 28],
    ['1991-12-31/1992-01-01', undefined, 2020, '2020-01-01', 28],
    ['1991-12-31/1992-01-01', '12-31', 2019, '2019-12-31', 28],
    ['1991-12-30', '01-02', 2020, '2020-01-02', 28],
    ['1992-01-02', '12-30', 2019, '2019-12-30', 28],
    ['1992-04-05/1996-02-29', '04-05', 2022, '2022-04-05', 30],
    ['1992-04-05/1996-02-29', '02-29', 2022, '2022-02-28', 26],
    ['1914-07-28/1918-11-11', undefined, 2018, '2018-11-11', 100],
  ])('%s, observed %s, in %i: %s, N = %i', (date, observed, year, occurrence, years) => {
    const found = issue({ date, observed }, undefined, year)
    expect([isoDate(found.occurrence), found.years]).toEqual([occurrence, years])
  })
})

describe('issued for a year', () => {
  test.each([
    ['without a date: the occurrence', FLOOD, undefined, 2027, '2027-02-26', 35],
    ['a date keeps its distance', FLOOD, '2020-02-20', 2027, '2027-02-20', 35],
    ['a date behind keeps it too', FLOOD, '2020-03-01', 2027, '2027-03-02', 35],
    ['across the turn of the year', { date: '1992-01-02' }, '2019-12-30', 2027, '2026-12-30', 35],
    ['a date of the event itself', FLOOD, '1992-02-26', 1993, '1993-02-26', 1],
    ['backward', LEAP, '2024-02-27', 2025, '2025-02-26', 29],
    ['forward', { ...LEAP, leap_day: 'forward' as const }, undefined, 2025, '2025-03-01', 29],
    ['omit in a leap year', { ...LEAP, leap_day: 'omit' as const }, undefined, 2028, '2028-02-29', 32],
    ['the last year', FLOOD, undefined, 9999, '9999-02-26', 8007],
  ])('%s', (_, dates, date, year, issued, years) => {
    const found = issue(dates, date, year)
    expect([isoDate(found.date), found.years, found.year]).toEqual([issued, years, year])
  })
})

describe('what cannot be issued says why', () => {
  test.each([
    [FLOOD, undefined, 1992, '1992 is not after the event of 1992', 'the first anniversary is in 1993'],
    [FLOOD, undefined, 1900, '1900 is not after the event of 1992', 'the first anniversary is in 1993'],
    [
      { ...LEAP, leap_day: 'omit' as const },
      undefined,
      2025,
      '2025 has no 29 February, and the occasion omits it',
      'set leap_day: backward for 28 February, or forward for 1 March',
    ],
    [
      { date: '9999-02-26' },
      undefined,
      9999,
      '9999 is not after the event of 9999',
      'the calendar ends with 9999, before the first one',
    ],
    [FLOOD, undefined, 10_000, '10000 is no year from 1 to 9999', 'write four digits: --year 2027'],
    [
      { date: '1992-12-30' },
      '2020-01-03',
      9999,
      'the release of 9999 would be dated outside the years 1 to 9999',
      'leave out `date`',
    ],
  ])('%j, date %s, for %i is skipped: %s', (dates, date, year, message, hint) => {
    expect(refused(dates, date, year)).toMatchObject({
      rule: 'front-matter-invalid',
      message,
      hint,
      skips: true,
    })
  })

  test.each([
    [
      FLOOD,
      '2020-06-01',
      'anniversary-far',
      '2020-06-01 is 96 days from the nearest anniversary, 2020-02-26',
      'a date within 45 days of it tells which one is meant: date: 2020-02-26',
    ],
    [
      { ...LEAP, leap_day: 'omit' as const },
      '2025-02-28',
      'anniversary-far',
      '2025-02-28 is 365 days from the nearest anniversary, 2024-02-29',
      'a date within 45 days of it tells which one is meant: date: 2024-02-29',
    ],
    [
      FLOOD,
      '1992-02-27',
      'front-matter-invalid',
      '1992-02-27 is no anniversary of 1992-02-26',
      'the first one is 1993-02-26',
    ],
    [
      FLOOD,
      undefined,
      'front-matter-invalid',
      'an occasion without a date needs a year',
      'add date: 1993-02-26, or ask for a year: --year 1993',
    ],
    [
      { date: '9999-02-26' },
      '9999-02-26',
      'front-matter-invalid',
      '9999-02-26 is no anniversary of 9999-02-26',
      'the calendar ends with 9999, before the first one',
    ],
    [
      { date: '9996-02-29', leap_day: 'omit' as const },
      undefined,
      'front-matter-invalid',
      'an occasion without a date needs a year',
      'the calendar ends with 9999, before the first one',
    ],
  ])('%j dated %s: %s', (dates, date, rule, message, hint) => {
    const fault = refused(dates, date)
    expect(fault).toEqual({ ok: false, rule, path: ['date'], message, hint })
  })

  test('a date 45 days away is near enough, one 46 days away is not', () => {
    expect(issue(FLOOD, '2020-04-11').years).toBe(28)
    expect(refused(FLOOD, '2020-04-12').rule).toBe('anniversary-far')
    expect(refused(FLOOD, '2020-04-12', 2027).rule).toBe('anniversary-far')
  })

  test('an open policy for 29 February is noted in common years only', () => {
    const note = { message: '29 February is kept on 2025-02-28 in 2025' }
    expect(issue(LEAP, undefined, 2025).note).toMatchObject(note)
    expect(issue(LEAP, undefined, 2028).note).toBeUndefined()
    expect(issue({ ...LEAP, leap_day: 'backward' }, undefined, 2025).note).toBeUndefined()
  })
})

describe('an occasion that cannot be read', () => {
  test.each([
    [{ date: '1992-02-30' }, 'date', 'date-impossible', '"1992-02-30" is not a calendar date'],
    [{ date: '0000-02-26' }, 'date', 'date-impossible', '"0000-02-26" is not a calendar date'],
    [{ date: '26.02.1992' }, 'date', 'front-matter-invalid', '"26.02.1992" is not a date or interval'],
    [
      { date: '1992-02-26/1992-02-25' },
      'date',
      'front-matter-invalid',
      '"1992-02-26/1992-02-25" ends before it begins',
    ],
    [{ date: '1992-02-25/1992-02-31' }, 'date', 'date-impossible', '"1992-02-31" is not a calendar date'],
    [{ ...FLOOD, observed: '02-30' }, 'observed', 'date-impossible', '"02-30" is not a day of the calendar'],
    [{ ...FLOOD, observed: '13-01' }, 'observed', 'date-impossible', '"13-01" is not a day of the calendar'],
    [{ ...FLOOD, observed: '2-26' }, 'observed', 'front-matter-invalid', '"2-26" is not a month and day'],
    [
      { date: '1992-04-05/1996-02-29', observed: '07-01' },
      'observed',
      'front-matter-invalid',
      '1992-04-05/1996-02-29 holds more than one 07-01',
    ],
    [
      { ...FLOOD, leap_day: 'sideways' as 'omit' },
      'leap_day',
      'front-matter-invalid',
      '"sideways" is no policy for 29 February',
    ],
  ])('%j', (dates, key, rule, message) => {
    const path = ['occasion', key]
    expect(readEvent(dates)).toEqual({ ok: false, rule, path, message, hint: expect.any(String) })
  })

  test('29 February may be observed', () => {
    expect(isoDate(issue({ ...FLOOD, observed: '02-29' }, undefined, 2024).occurrence)).toBe('2024-02-29')
  })
})

describe('for every event and year from 1 to 9999', () => {
  const years = { min: 1, max: 9998 }
  const dates = fc
    .record({
      year: fc.integer(years),
      month: fc.integer({ min: 1, max: 12 }),
      at: fc.nat(27),
      length: fc.nat(300),
    })
    .map(({ year, month, at, length }) => {
      const first = { year, month, day: at + 1 }
      const last = new Date(0)
      last.setUTCFullYear(year, month - 1, at + 1 + length)
      const to = last.toISOString().slice(0, 10)
      return { date: last.getUTCFullYear() > 9999 ? isoDate(first) : `${isoDate(first)}/${to}` }
    })

  test('N is the year less the event’s, and counts up by one', () => {
    fc.assert(
      fc.property(dates, fc.integer(years), (occasion, year) => {
        const read = event(occasion)
        fc.pre(year > read.year)
        const [one, next] = [issue(occasion, undefined, year), issue(occasion, undefined, year + 1)]
        expect([one.years, next.years]).toEqual([year - read.year, one.years + 1])
      }),
    )
  })

  test('a release issued for a year finds the same N again by its date', () => {
    fc.assert(
      fc.property(
        dates,
        fc.integer(years),
        fc.integer({ min: -FAR, max: FAR }),
        (occasion, year, distance) => {
          const read = event(occasion)
          fc.pre(year > read.year + 1 && year < 9998)
          const base = issue(occasion, undefined, year)
          const shifted = new Date((epochDay(base.occurrence) + distance) * 86_400_000)
            .toISOString()
            .slice(0, 10)
          const issued = issue(occasion, shifted, year)
          expect(isoDate(issued.date)).toBe(shifted)
          expect(issue(occasion, shifted)).toEqual(issued)
          const later = issue(occasion, shifted, year + 1)
          expect(epochDay(later.date) - epochDay(later.occurrence)).toBe(distance)
        },
      ),
    )
  })
})
