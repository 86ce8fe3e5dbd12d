import { describe, expect, test } from 'vitest'
import { isoDate, parseCivilDate } from '../../src/language/civil-date.ts'
import {
  dueIn,
  groupOccasions,
  isRoundYear,
  type RecurringRelease,
  skippedIn,
} from '../../src/release/due.ts'
import { anniversaryOf } from '../../src/release/occasion.ts'
import type { OccasionDates } from '../../src/release/occasion-date.ts'
import type { OccasionName } from '../../src/release/occasion-name.ts'
import { type Period, wholeYear } from '../../src/release/period.ts'
import { recurringRelease } from '../../src/release/recurring-release.ts'

function release(
  dates: string | OccasionDates,
  name: OccasionName = 'Strelsau flood',
  language = 'en',
  draft = `${language}.md`,
): RecurringRelease {
  const occasion = typeof dates === 'string' ? { date: dates } : dates
  const made = recurringRelease({ draft, occasion: { ...occasion, name }, language, kind: 'press-release' })
  if ('ok' in made) throw new Error(made.message)
  return made
}

function day(text: string) {
  const date = parseCivilDate(text)
  if (!date) throw new Error(text)
  return date
}

const from = (first: string, last: string): Period => ({ first: day(first), last: day(last) })

const told = (releases: readonly RecurringRelease[], period: Period) =>
  dueIn(period, groupOccasions(releases)).map(({ date, years }) => `${isoDate(date)} ${years}`)

describe('what is due', () => {
  test.each<[string, string | OccasionDates, Period, string[]]>([
    ['in a year', '1992-02-26', wholeYear(2027), ['2027-02-26 35']],
    [
      'on the first and on the last day',
      '1992-02-26',
      from('2026-02-26', '2027-02-26'),
      ['2026-02-26 34', '2027-02-26 35'],
    ],
    ['not before or after', '1992-02-26', from('2026-02-27', '2027-02-25'), []],
    ['not in the year of the event', '1992-02-26', wholeYear(1992), []],
    ['not before it', '1992-02-26', wholeYear(1990), []],
    ['first a year after it', '1992-02-26', wholeYear(1993), ['1993-02-26 1']],
    ['on the observed day', { date: '1992-02-26', observed: '03-01' }, wholeYear(2027), ['2027-03-01 35']],
    [
      'from the observed day that belongs to it',
      { date: '1991-12-30', observed: '01-02' },
      wholeYear(1993),
      ['1993-01-02 1'],
    ],
    ['of an interval on its last day', '1992-02-25/1992-02-26', wholeYear(2027), ['2027-02-26 35']],
    [
      'of a leap day on the 28th',
      { date: '1996-02-29', leap_day: 'backward' },
      wholeYear(2027),
      ['2027-02-28 31'],
    ],
    [
      'of a leap day on 1 March',
      { date: '1996-02-29', leap_day: 'forward' },
      wholeYear(2027),
      ['2027-03-01 31'],
    ],
    [
      'of a leap day on itself',
      { date: '1996-02-29', leap_day: 'forward' },
      wholeYear(2028),
      ['2028-02-29 32'],
    ],
    ['never where it is omitted', { date: '1996-02-29', leap_day: 'omit' }, wholeYear(2027), []],
    [
      'in 2000 but not in 2100',
      { date: '1896-02-29', leap_day: 'omit' },
      wholeYear(2000),
      ['2000-02-29 104'],
    ],
    ['in the last year of all', '0001-12-31', wholeYear(9999), ['9999-12-31 9998']],
  ])('%s', (_, dates, period, expected) => {
    expect(told([release(dates)], period)).toEqual(expected)
  })

  test('stands by date, and of one day the older event first', () => {
    const releases = [release('2000-05-01', 'C'), release('1992-02-26', 'A'), release('1990-05-01', 'B')]
    const due = dueIn(wholeYear(2027), groupOccasions(releases))
    expect(due.map(({ drafts }) => drafts[0].name)).toEqual(['A', 'B', 'C'])
  })

  test.each<OccasionDates>([
    { date: '0004-02-29', leap_day: 'backward' },
    { date: '0004-02-29', leap_day: 'forward' },
    { date: '0004-02-29', leap_day: 'omit' },
    { date: '0099-12-31/0100-01-01', observed: '12-31' },
    { date: '1992-02-26' },
  ])('in every year is what a build for that year is dated: %o', (dates) => {
    const { event, ...others } = release(dates)
    const occasions = groupOccasions([{ event, ...others }])
    for (let year = 1; year <= 9999; year++) {
      const built = anniversaryOf(event, { year })
      const due = dueIn(wholeYear(year), occasions).map(({ date, years }) => [isoDate(date), years])
      const expected = built.ok ? [[isoDate(built.date), built.years]] : []
      if (JSON.stringify(due) !== JSON.stringify(expected)) expect(due, String(year)).toEqual(expected)
    }
  })

  test('a year without the leap day is told of only where the day would have fallen into the period', () => {
    const occasions = groupOccasions([release({ date: '1996-02-29', leap_day: 'omit' })])
    const years = (period: Period) => skippedIn(period, occasions).map(({ year }) => year)
    expect(years(wholeYear(2027))).toEqual([2027])
    expect(years(wholeYear(2028))).toEqual([])
    expect(years(wholeYear(1995))).toEqual([])
    expect(years(from('2026-03-01', '2027-02-27'))).toEqual([])
    expect(years(from('2025-01-01', '2027-12-31'))).toEqual([2025, 2026, 2027])
  })
})

test('round years', () => {
  const round = Array.from({ length: 201 }, (_, n) => n).filter(isRoundYear)
  expect(round).toEqual([5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100, 125, 150, 175, 200])
})

describe('drafts of one occasion', () => {
  const grouped = (...releases: RecurringRelease[]) =>
    groupOccasions(releases).map(({ drafts }) => drafts.map(({ draft }) => draft))
  const [date, other] = ['1992-02-26', '1992-02-27']
  const ru = { ru: { nom: 'наводнение', gen: 'наводнения' } }

  test('translations with names of their own belong together', () => {
    expect(grouped(release(date), release(date, ru, 'ru'), release(date, 'inondation', 'fr'))).toEqual([
      ['en.md', 'ru.md', 'fr.md'],
    ])
  })

  test('one map of names in all of them does too', () => {
    const all = { en: 'Strelsau flood', ...ru }
    expect(grouped(release(date, all), release(date, all, 'ru'))).toEqual([['en.md', 'ru.md']])
  })

  test('two names in one language are two occasions, and a shared name decides between them', () => {
    const both = { en: 'Strelsau fire', fr: 'incendie' }
    expect(
      grouped(
        release(date),
        release(date, 'Strelsau fire', 'en', 'fire.md'),
        release(date, both, 'fr', 'incendie.md'),
        release(date, { en: 'Strelsau flood', de: 'Flut' }, 'de'),
      ),
    ).toEqual([
      ['en.md', 'de.md'],
      ['fire.md', 'incendie.md'],
    ])
  })

  test('a form of a name is that name', () => {
    expect(grouped(release(date, ru, 'ru', 'a.md'), release(date, 'наводнения', 'ru', 'b.md'))).toEqual([
      ['a.md', 'b.md'],
    ])
  })

  test.each<[string, string | OccasionDates]>([
    ['another day', other],
    ['another year', '1993-02-26'],
    ['another observed day', { date, observed: '03-01' }],
    ['an interval', '1992-02-25/1992-02-26'],
  ])('%s is another occasion', (_, dates) => {
    expect(grouped(release(date), release(dates, 'inondation', 'fr'))).toHaveLength(2)
  })

  test('the policy for 29 February tells occasions apart only where there is one', () => {
    const policy = (leap_day: 'omit' | 'forward', day: string) => release({ date: day, leap_day })
    expect(grouped(policy('omit', '1996-02-29'), policy('forward', '1996-02-29'))).toHaveLength(2)
    expect(grouped(policy('omit', date), policy('forward', date))).toHaveLength(1)
  })
})

test('a name stands in the nominative, else in the form its text needs', () => {
  expect(release('1992-02-26', { ru: { gen: 'наводнения', nom: 'наводнение' } }, 'ru').name).toBe(
    'наводнение',
  )
  expect(release('1992-02-26', { ru: { gen: 'наводнения' } }, 'ru').name).toBe('наводнения')
})
