import { describe, expect, test } from 'vitest'
import { parseCivilDate } from '../../src/language/civil-date.ts'
import { dateRange } from '../../src/language/date-range.ts'
import { findLanguage } from '../../src/language/find-language.ts'

/** Blanks are shown as blanks; that some of them hold is told below. */
function rangeIn(tag: string, first: string, last: string): string {
  const [from, to] = [parseCivilDate(first), parseCivilDate(last)]
  if (!from || !to) throw new Error('no date')
  return dateRange(findLanguage(tag).language, from, to).replaceAll('\u00a0', ' ')
}

const ROWS: readonly [tag: string, sameMonth: string, sameYear: string, years: string][] = [
  ['en', '25–26 February 1992', '30 January – 2 February 1992', '30 December 1991 – 2 January 1992'],
  ['en-US', 'February 25–26, 1992', 'January 30 – February 2, 1992', 'December 30, 1991 – January 2, 1992'],
  ['fr', '25–26 février 1992', '30 janvier – 2 février 1992', '30 décembre 1991 – 2 janvier 1992'],
  [
    'es',
    '25–26 de febrero de 1992',
    '30 de enero – 2 de febrero de 1992',
    '30 de diciembre de 1991 – 2 de enero de 1992',
  ],
  ['de', '25.–26. Februar 1992', '30. Januar – 2. Februar 1992', '30. Dezember 1991 – 2. Januar 1992'],
  [
    'ru',
    '25–26 февраля 1992 года',
    '30 января – 2 февраля 1992 года',
    '30 декабря 1991 года – 2 января 1992 года',
  ],
  [
    'az',
    '25–26 fevral 1992-ci il',
    '30 yanvar – 2 fevral 1992-ci il',
    '30 dekabr 1991-ci il – 2 yanvar 1992-ci il',
  ],
  ['tr', '25–26 Şubat 1992', '30 Ocak – 2 Şubat 1992', '30 Aralık 1991 – 2 Ocak 1992'],
  ['ar', '25–26 فبراير 1992', '30 يناير – 2 فبراير 1992', '30 ديسمبر 1991 – 2 يناير 1992'],
  ['zh', '1992年2月25日至26日', '1992年1月30日至2月2日', '1991年12月30日至1992年1月2日'],
  ['zh-TW', '1992年2月25日至26日', '1992年1月30日至2月2日', '1991年12月30日至1992年1月2日'],
  [
    'it',
    '25 febbraio 1992 – 26 febbraio 1992',
    '30 gennaio 1992 – 2 febbraio 1992',
    '30 dicembre 1991 – 2 gennaio 1992',
  ],
]

describe('an interval', () => {
  test.each(ROWS)('in %s', (tag, sameMonth, sameYear, years) => {
    expect(rangeIn(tag, '1992-02-25', '1992-02-26')).toBe(sameMonth)
    expect(rangeIn(tag, '1992-01-30', '1992-02-02')).toBe(sameYear)
    expect(rangeIn(tag, '1991-12-30', '1992-01-02')).toBe(years)
  })

  test.each(ROWS)('of one day in %s is that day', (tag) => {
    expect(rangeIn(tag, '1992-02-25', '1992-02-25')).not.toMatch(/[–至]/)
  })

  test('that begins on the first of a month has its French ordinal', () => {
    expect(rangeIn('fr', '1992-03-01', '1992-03-02')).toBe('1er–2 mars 1992')
  })

  test('no line begins with the dash', () => {
    const { language } = findLanguage('en')
    const range = dateRange(language, { year: 1991, month: 12, day: 30 }, { year: 1992, month: 1, day: 2 })
    expect(range).toBe('30\u00a0December 1991\u00a0– 2\u00a0January 1992')
  })
})
