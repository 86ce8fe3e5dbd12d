import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CivilDate, civilDateOf, daysInMonth, epochDay } from '../../src/language/civil-date.ts'
import { findLanguage, LANGUAGES } from '../../src/language/find-language.ts'
import { ordinalEnding } from '../../src/language/numbers/az.ts'

const day = (year: number, month: number, day: number): CivilDate => ({ year, month, day })
const FLOOD = day(2020, 2, 26)

// In the rows a plain space stands for U+00A0 as well; where it must be U+00A0 has its own test.
const long = (tag: string, date: CivilDate) =>
  findLanguage(tag).language.longDate(date).replaceAll('\u00a0', ' ')
const full = (tag: string, date: CivilDate) =>
  findLanguage(tag).language.fullDate(date).replaceAll('\u00a0', ' ')

describe('a date as a release of the language prints it', () => {
  test.each([
    ['en', '26 February 2020', 'Wednesday, 26 February 2020'],
    ['en-GB', '26 February 2020', 'Wednesday, 26 February 2020'],
    ['en-AU', '26 February 2020', 'Wednesday, 26 February 2020'],
    ['en-US', 'February 26, 2020', 'Wednesday, February 26, 2020'],
    ['fr', '26 février 2020', 'mercredi 26 février 2020'],
    ['es', '26 de febrero de 2020', 'miércoles, 26 de febrero de 2020'],
    ['de', '26. Februar 2020', 'Mittwoch, 26. Februar 2020'],
    ['ru', '26 февраля 2020 года', 'среда, 26 февраля 2020 года'],
    ['az', '26 fevral 2020-ci il', '26 fevral 2020-ci il, çərşənbə'],
    ['tr', '26 Şubat 2020', '26 Şubat 2020 Çarşamba'],
    ['ar', '26 فبراير 2020', 'الأربعاء، 26 فبراير 2020'],
    ['zh', '2020年2月26日', '2020年2月26日星期三'],
    ['zh-Hant', '2020年2月26日', '2020年2月26日星期三'],
  ])('%s: %s', (tag, expectedLong, expectedFull) => {
    expect(long(tag, FLOOD)).toBe(expectedLong)
    expect(full(tag, FLOOD)).toBe(expectedFull)
  })

  test('in French only the first of the month is an ordinal', () => {
    expect(long('fr', day(2020, 3, 1))).toBe('1er mars 2020')
    expect(full('fr', day(2020, 3, 1))).toBe('dimanche 1er mars 2020')
    expect(long('fr', day(2020, 3, 2))).toBe('2 mars 2020')
    expect(long('fr', day(2020, 3, 21))).toBe('21 mars 2020')
  })

  test.each([
    ['en', '26\u00a0February'],
    ['en-US', 'February\u00a026,'],
    ['fr', '26\u00a0février'],
    ['es', '26\u00a0de\u00a0febrero'],
    ['de', '26.\u00a0Februar'],
    ['ru', '26\u00a0февраля'],
    ['az', '26\u00a0fevral'],
    ['tr', '26\u00a0Şubat'],
    ['ar', '26\u00a0فبراير'],
  ])('%s: day and month never part at the end of a line', (tag, expected) => {
    expect(findLanguage(tag).language.longDate(FLOOD)).toContain(expected)
  })
})

describe('28 May 1918 was a Tuesday', () => {
  test.each([
    ['en', 'Tuesday, 28 May 1918'],
    ['en-US', 'Tuesday, May 28, 1918'],
    ['fr', 'mardi 28 mai 1918'],
    ['es', 'martes, 28 de mayo de 1918'],
    ['de', 'Dienstag, 28. Mai 1918'],
    ['ru', 'вторник, 28 мая 1918 года'],
    ['az', '28 may 1918-ci il, çərşənbə axşamı'],
    ['tr', '28 Mayıs 1918 Salı'],
    ['ar', 'الثلاثاء، 28 مايو 1918'],
    ['zh', '1918年5月28日星期二'],
  ])('%s: %s', (tag, expected) => {
    expect(full(tag, day(1918, 5, 28))).toBe(expected)
  })
})

describe('the Azerbaijani year takes the ending of its last spoken word', () => {
  test.each([
    [
      'ci',
      [1991, 1992, 1995, 1997, 1998, 2000, 2001, 2002, 2005, 2007, 2008, 2011, 2015, 2018, 2020, 2028, 2022],
    ],
    ['ci', [1950, 1970, 1980, 1000, 3000, 2020, 2021, 2025, 2027, 2031, 2038]],
    ['cü', [1993, 1994, 2003, 2004, 2013, 2024, 2033, 1900, 2100, 1800]],
    ['cı', [1990, 1996, 2006, 2016, 2026, 2036, 2040, 1960]],
    ['cu', [1999, 2009, 2010, 2019, 2029, 2030, 2039]],
  ])('-%s: %j', (ending, years) => {
    for (const year of years) expect([year, ordinalEnding(year)]).toEqual([year, ending])
  })

  test('every year from 1990 to 2040 has the vowel of its last word', () => {
    const units = ['', 'bir', 'iki', 'üç', 'dörd', 'beş', 'altı', 'yeddi', 'səkkiz', 'doqquz']
    const tens = ['min', 'on', 'iyirmi', 'otuz', 'qırx', 'əlli', 'altmış', 'yetmiş', 'səksən', 'doxsan']
    for (let year = 1990; year <= 2040; year++) {
      const word = units[year % 10] || tens[Math.floor(year / 10) % 10] || ''
      const vowel = [...word].findLast((letter) => 'aıoueəiöü'.includes(letter)) ?? ''
      const harmony = { a: 'ı', ı: 'ı', o: 'u', u: 'u', e: 'i', ə: 'i', i: 'i', ö: 'ü', ü: 'ü' }[vowel]
      expect([year, ordinalEnding(year)]).toEqual([year, `c${harmony}`])
    }
  })
})

describe('a language without a table of its own', () => {
  test('Persian dates are Gregorian, not of the Persian calendar', () => {
    expect(long('fa', FLOOD)).toContain('۲۰۲۰')
    expect(long('fa-IR-u-ca-persian', FLOOD)).toContain('۲۰۲۰')
  })
  test('Thai dates are Gregorian, not of the Buddhist calendar', () => {
    expect(long('th', FLOOD)).toContain('2020')
  })
  test('Portuguese dates come from CLDR', () => {
    expect(full('pt', FLOOD)).toBe('quarta-feira, 26 de fevereiro de 2020')
  })
  test.each(['qaa', 'tlh', 'und', 'az-Arab', 'ru-Latn'])('%s, unknown to CLDR, gets English dates', (tag) => {
    expect(full(tag, FLOOD)).toBe('Wednesday, 26 February 2020')
  })
  test('years from 1 to 9999 are printed as they are', () => {
    expect(long('pt', day(1, 1, 1))).toBe('1 de janeiro de 1')
    expect(long('pt', day(99, 12, 31))).toBe('31 de dezembro de 99')
    expect(long('pt', day(1500, 2, 28))).toBe('28 de fevereiro de 1500')
    expect(long('pt', day(9999, 12, 31))).toBe('31 de dezembro de 9999')
  })
})

describe('whatever the date', () => {
  const anyDate = fc.integer({ min: epochDay(day(1, 1, 1)), max: epochDay(day(9999, 12, 31)) })
  const tags = [...LANGUAGES.map(({ tag }) => tag), 'pt', 'fa', 'he', 'qaa']

  test.each(tags)('%s prints no "undefined", no "NaN" and no odd space', (tag) => {
    const { language } = findLanguage(tag)
    fc.assert(
      fc.property(anyDate, (epoch) => {
        const date = civilDateOf(epoch * 86_400_000)
        for (const text of [language.longDate(date), language.fullDate(date)]) {
          expect(text).not.toMatch(/undefined|NaN|null|\u202f| {2}/)
        }
      }),
    )
  })

  test.each(LANGUAGES.map((language) => [language.tag, language] as const))(
    '%s tells all 366 days of a leap year apart, by their own day and year',
    (_, language) => {
      const seen = new Set<string>()
      for (let month = 1; month <= 12; month++) {
        for (let number = 1; number <= daysInMonth(2020, month); number++) {
          const text = language.longDate(day(2020, month, number))
          expect(text).toMatch(new RegExp(`(?<!\\d)${number}(?!\\d)`))
          expect(text).toMatch(/2020/)
          seen.add(text)
        }
      }
      expect(seen.size).toBe(366)
    },
  )

  // Our names are checked against CLDR's, and print the same when CLDR changes.
  test.each(['en', 'en-US', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh-Hans', 'zh-Hant'])(
    '%s has the month and weekday names of CLDR',
    (tag) => {
      const cldr = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone: 'UTC', calendar: 'gregory' })
      for (let month = 1; month <= 12; month++) {
        const date = day(2020, month, month + 1)
        const parts = cldr.formatToParts(epochDay(date) * 86_400_000)
        for (const { type, value } of parts) {
          if (type === 'month' || type === 'weekday') expect(full(tag, date)).toContain(value)
        }
      }
    },
  )
})
