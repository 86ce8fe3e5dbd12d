import { expect, test } from 'vitest'
import { isoDate, parseCivilDate } from '../../src/language/civil-date.ts'
import { isWithin, periodFrom, readSpan, twelveMonthsFrom } from '../../src/release/period.ts'

const day = (text: string) => parseCivilDate(text) ?? { year: 0, month: 0, day: 0 }

test.each([
  ['2026-11-23', '60d', '2027-01-22'],
  ['2026-11-23', '0d', '2026-11-23'],
  ['2026-11-23', '8w', '2027-01-18'],
  ['2026-11-23', '2m', '2027-01-23'],
  ['2026-12-31', '2m', '2027-02-28'],
  ['2027-12-31', '2m', '2028-02-29'],
  ['2026-11-23', '14m', '2028-01-23'],
  ['9999-11-23', '60d', '9999-12-31'],
  ['9999-11-23', '2m', '9999-12-31'],
])('from %s within %s to %s', (first, span, last) => {
  const read = readSpan(span)
  expect(read && isoDate(periodFrom(day(first), read).last)).toBe(last)
})

test.each(['60', 'd', '60 d', '-1d', '1.5m', '60x', '60D', '', '999999d'])('"%s" is no span', (text) => {
  expect(readSpan(text)).toBeUndefined()
})

test.each([
  ['2026-11-23', '2027-11-22'],
  ['2027-01-01', '2027-12-31'],
  ['2027-02-28', '2028-02-27'],
  ['2028-02-28', '2029-02-27'],
  ['2028-02-29', '2029-02-28'],
  ['2028-03-01', '2029-02-28'],
  ['2027-03-01', '2028-02-29'],
  ['9999-06-01', '9999-12-31'],
])('twelve months from %s end on %s', (first, last) => {
  const period = twelveMonthsFrom(day(first))
  expect(isoDate(period.last)).toBe(last)
  expect([first, last].map((text) => isWithin(period, day(text)))).toEqual([true, true])
})
