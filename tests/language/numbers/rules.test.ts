import { describe, expect, test } from 'vitest'
import { findLanguage, LANGUAGES } from '../../../src/language/find-language.ts'
import { ordinalEnding } from '../../../src/language/numbers/az.ts'
import { ours } from '../../support/number-sources.ts'

const NUMBERS = Array.from({ length: 999 }, (_, i) => i + 1)
const yearsAgo = (tag: string, n: number) => {
  const words = findLanguage(tag).language.anniversary.yearsAgo(n)
  return words.ok ? words.text : words.message
}

describe('from 1 to 999', () => {
  test.each(LANGUAGES.map(({ tag }) => tag))(
    '%s: no two numbers share their words, none has a blank too many',
    (tag) => {
      for (const kind of ['ordinalInWords', 'cardinalInWords'] as const) {
        const all = NUMBERS.map(ours(tag, kind, {}))
        expect(new Set(all).size).toBe(999)
        expect(
          all.filter((text) => !/^\S+(?: \S+)*$/u.test(text) || /undefined|NaN|(?:^| )-/.test(text)),
        ).toEqual([])
        expect(all.filter((text) => text !== text.normalize('NFC'))).toEqual([])
      }
    },
  )

  test('English suffixes are those of the ordinal plural rules of CLDR', () => {
    const rules = new Intl.PluralRules('en', { type: 'ordinal' })
    const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th' } as Record<string, string>
    const write = ours('en', 'ordinal', {})
    for (const n of NUMBERS) expect(write(n)).toBe(`${n}${suffix[rules.select(n)]}`)
  })

  test('the year takes the number that the plural rules of CLDR ask for', () => {
    const nouns: Record<string, Record<string, string>> = {
      en: { one: 'year', other: 'years' },
      es: { one: 'año', other: 'años' },
      de: { one: 'Jahr', other: 'Jahren' },
      ru: { one: 'год', few: 'года', many: 'лет' },
      ar: { one: 'عام', two: 'عامين', few: 'أعوام', many: 'عاماً', other: 'عام' },
    }
    for (const [tag, noun] of Object.entries(nouns)) {
      const rules = new Intl.PluralRules(tag)
      for (const n of NUMBERS) {
        const expected = noun[rules.select(n)]
        // 101 and 102 are "other", and told as "a hundred years and a year".
        const words = yearsAgo(tag, n).replace(/ و(?:عام|عامين)$/, '')
        expect([tag, n, words.split(' ').includes(expected ?? '')]).toEqual([tag, n, true])
      }
    }
    // French counts 0 and 1 as singular: the same from 1 on.
    for (const n of NUMBERS) expect(yearsAgo('fr', n).endsWith(n === 1 ? ' an' : ' ans')).toBe(true)
  })

  test('Russian takes год, года, лет by the last two digits', () => {
    for (const n of NUMBERS) {
      const isTeen = n % 100 > 10 && n % 100 < 20
      const unit = n % 10
      const noun = isTeen || unit === 0 || unit > 4 ? 'лет' : unit === 1 ? 'год' : 'года'
      expect(yearsAgo('ru', n).endsWith(`${noun} назад`)).toBe(true)
    }
  })
})

describe('Azerbaijani endings in figures', () => {
  test('are the last letters of the words', () => {
    const words = ours('az', 'ordinalInWords', {})
    for (const n of NUMBERS) expect(words(n).endsWith(ordinalEnding(n))).toBe(true)
  })

  test('are those of the ordinal plural rules of CLDR, but for thousands', () => {
    const rules = new Intl.PluralRules('az', { type: 'ordinal' })
    const ending = { one: 'ci', few: 'cü', many: 'cı', other: 'cu' } as Record<string, string>
    const wrong = []
    for (let n = 1; n <= 9999; n++) if (ordinalEnding(n) !== ending[rules.select(n)]) wrong.push(n)
    // CLDR counts 1000, 2000 … among -cü; "mininci" is said.
    expect(wrong).toEqual([1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000])
  })

  test.each(['az', 'tr'])('%s: every ordinal obeys vowel harmony', (tag) => {
    const harmony: Record<string, string> = {
      a: 'ı',
      ı: 'ı',
      o: 'u',
      u: 'u',
      e: 'i',
      ə: 'i',
      i: 'i',
      ö: 'ü',
      ü: 'ü',
    }
    const [cardinal, ordinal] = [ours(tag, 'cardinalInWords', {}), ours(tag, 'ordinalInWords', {})]
    for (const n of NUMBERS) {
      const stem = cardinal(n)
      const vowel = [...stem].findLast((letter) => letter in harmony) ?? ''
      const high = harmony[vowel]
      const isOpen = stem.endsWith(vowel)
      // Turkish "dört" softens before a vowel.
      const before = tag === 'tr' ? stem.replace(/dört$/, 'dörd') : stem
      expect(ordinal(n)).toBe(`${before}${isOpen ? '' : high}nc${high}`)
    }
  })
})

describe('Arabic', () => {
  // The sources have only nominatives: the other cases differ in -ون and -ان alone.
  const oblique = (text: string) =>
    text.replace(/(?<=عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)ون(?= |$)/g, 'ين').replace(/(?<=مئت|اثن|اثنت)ا/g, 'ي')

  test.each(['m', 'f'])('genitive and accusative of %s follow from the nominative', (gender) => {
    for (const kind of ['ordinalInWords', 'cardinalInWords'] as const) {
      const [nom, gen, acc] = ['nom', 'gen', 'acc'].map((form) => ours('ar', kind, { case: form, gender }))
      for (const n of NUMBERS) {
        expect(gen?.(n)).toBe(oblique(nom?.(n) ?? ''))
        expect(acc?.(n).replace('ثمانياً', 'ثمانٍ')).toBe(gen?.(n))
      }
    }
  })
})
