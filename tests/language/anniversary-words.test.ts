import { describe, expect, test } from 'vitest'
import type { WordForm, Words } from '../../src/language/anniversary-words.ts'
import { findLanguage, LANGUAGES } from '../../src/language/find-language.ts'

const of = (tag: string) => findLanguage(tag).language.anniversary

function text(words: Words): string {
  if (!words.ok) throw new Error(`${words.message}; ${words.hint}`)
  return words.text
}

const ordinal = (tag: string, n: number, form?: WordForm) => text(of(tag).ordinal(n, form))
const ordinalInWords = (tag: string, n: number, form?: WordForm) => text(of(tag).ordinalInWords(n, form))
const cardinalInWords = (tag: string, n: number, form?: WordForm) => text(of(tag).cardinalInWords(n, form))
const yearsAgo = (tag: string, n: number) => text(of(tag).yearsAgo(n))

// The table of the conventions, 4.5.
const GOLDEN = [1, 3, 10, 12, 20, 21, 28, 29, 30, 40, 50, 75, 80, 100]

describe('the ordinals of the conventions', () => {
  test.each<[string, WordForm, string]>([
    [
      'en',
      {},
      'first · third · tenth · twelfth · twentieth · twenty-first · twenty-eighth · twenty-ninth · thirtieth · fortieth · fiftieth · seventy-fifth · eightieth · one hundredth',
    ],
    [
      'az',
      {},
      'birinci · üçüncü · onuncu · on ikinci · iyirminci · iyirmi birinci · iyirmi səkkizinci · iyirmi doqquzuncu · otuzuncu · qırxıncı · əllinci · yetmiş beşinci · səksəninci · yüzüncü',
    ],
    [
      'tr',
      {},
      'birinci · üçüncü · onuncu · on ikinci · yirminci · yirmi birinci · yirmi sekizinci · yirmi dokuzuncu · otuzuncu · kırkıncı · ellinci · yetmiş beşinci · sekseninci · yüzüncü',
    ],
    [
      'ru',
      { case: 'nom' },
      'первая · третья · десятая · двенадцатая · двадцатая · двадцать первая · двадцать восьмая · двадцать девятая · тридцатая · сороковая · пятидесятая · семьдесят пятая · восьмидесятая · сотая',
    ],
    [
      'ru',
      {},
      'первой · третьей · десятой · двенадцатой · двадцатой · двадцать первой · двадцать восьмой · двадцать девятой · тридцатой · сороковой · пятидесятой · семьдесят пятой · восьмидесятой · сотой',
    ],
    [
      'fr',
      {},
      'premier · troisième · dixième · douzième · vingtième · vingt et unième · vingt-huitième · vingt-neuvième · trentième · quarantième · cinquantième · soixante-quinzième · quatre-vingtième · centième',
    ],
    [
      'es',
      {},
      'primer · tercer · décimo · duodécimo · vigésimo · vigesimoprimer · vigesimoctavo · vigesimonoveno · trigésimo · cuadragésimo · quincuagésimo · septuagésimo quinto · octogésimo · centésimo',
    ],
    [
      'de',
      {},
      'ersten · dritten · zehnten · zwölften · zwanzigsten · einundzwanzigsten · achtundzwanzigsten · neunundzwanzigsten · dreißigsten · vierzigsten · fünfzigsten · fünfundsiebzigsten · achtzigsten · hundertsten',
    ],
  ])('%s %j: %s', (tag, form, expected) => {
    expect(GOLDEN.map((n) => ordinalInWords(tag, n, form)).join(' · ')).toBe(expected)
  })
})

describe('an ordinal in words, in the form the usual phrase needs', () => {
  test.each([
    ['en', 101, 'one hundred and first'],
    ['en', 111, 'one hundred and eleventh'],
    ['en', 112, 'one hundred and twelfth'],
    ['en', 900, 'nine hundredth'],
    ['en-US', 101, 'one hundred first'],
    ['en-US', 928, 'nine hundred twenty-eighth'],
    ['fr', 71, 'soixante et onzième'],
    ['fr', 81, 'quatre-vingt-unième'],
    ['fr', 91, 'quatre-vingt-onzième'],
    ['fr', 101, 'cent unième'],
    ['fr', 180, 'cent quatre-vingtième'],
    ['fr', 200, 'deux centième'],
    ['fr', 205, 'deux cent cinquième'],
    ['es', 11, 'undécimo'],
    ['es', 13, 'decimotercer'],
    ['es', 18, 'decimoctavo'],
    ['es', 22, 'vigesimosegundo'],
    ['es', 23, 'vigesimotercer'],
    ['es', 24, 'vigesimocuarto'],
    ['es', 25, 'vigesimoquinto'],
    ['es', 26, 'vigesimosexto'],
    ['es', 27, 'vigesimoséptimo'],
    ['es', 31, 'trigésimo primer'],
    ['es', 121, 'centésimo vigesimoprimer'],
    ['es', 101, 'centésimo primer'],
    ['es', 111, 'centésimo undécimo'],
    ['de', 7, 'siebten'],
    ['de', 8, 'achten'],
    ['de', 19, 'neunzehnten'],
    ['de', 101, 'hundertersten'],
    ['de', 112, 'hundertzwölften'],
    ['de', 250, 'zweihundertfünfzigsten'],
    ['ru', 101, 'сто первой'],
    ['ru', 111, 'сто одиннадцатой'],
    ['ru', 140, 'сто сороковой'],
    ['ru', 200, 'двухсотой'],
    ['ru', 300, 'трёхсотой'],
    ['az', 100, 'yüzüncü'],
    ['az', 101, 'yüz birinci'],
    ['az', 200, 'iki yüzüncü'],
    ['az', 360, 'üç yüz altmışıncı'],
    ['tr', 4, 'dördüncü'],
    ['tr', 114, 'yüz on dördüncü'],
    ['tr', 300, 'üç yüzüncü'],
    ['ar', 1, 'الأولى'],
    ['ar', 2, 'الثانية'],
    ['ar', 10, 'العاشرة'],
    ['ar', 11, 'الحادية عشرة'],
    ['ar', 12, 'الثانية عشرة'],
    ['ar', 20, 'العشرين'],
    ['ar', 21, 'الحادية والعشرين'],
    ['ar', 28, 'الثامنة والعشرين'],
    ['ar', 100, 'المئة'],
    ['ar', 101, 'الأولى بعد المئة'],
    ['ar', 111, 'الحادية عشرة بعد المئة'],
    ['ar', 128, 'الثامنة والعشرين بعد المئة'],
    ['ar', 200, 'المئتين'],
    ['ar', 201, 'الأولى بعد المئتين'],
    ['zh', 2, '第二'],
    ['zh', 10, '第十'],
    ['zh', 28, '第二十八'],
    ['zh', 101, '第一百零一'],
    ['zh', 110, '第一百一十'],
    ['zh-Hant', 28, '第二十八'],
  ])('%s %i: %s', (tag, n, expected) => expect(ordinalInWords(tag, n)).toBe(expected))
})

describe('an ordinal in the form asked for', () => {
  test.each([
    ['fr', 1, { gender: 'f' }, 'première'],
    ['fr', 21, { gender: 'f' }, 'vingt et unième'],
    ['es', 1, { gender: 'f' }, 'primera'],
    ['es', 28, { gender: 'f' }, 'vigesimoctava'],
    ['es', 1, { case: 'after' }, 'primero'],
    ['es', 33, { case: 'after' }, 'trigésimo tercero'],
    ['de', 28, { case: 'nom' }, 'achtundzwanzigste'],
    ['de', 28, { case: 'strong' }, 'achtundzwanzigster'],
    ['de', 1, { case: 'acc', gender: 'f' }, 'erste'],
    ['de', 1, { case: 'acc', gender: 'm' }, 'ersten'],
    ['ru', 3, { case: 'acc' }, 'третью'],
    ['ru', 3, { case: 'ins', gender: 'm' }, 'третьим'],
    ['ru', 34, { case: 'gen', gender: 'm' }, 'тридцать четвёртого'],
    ['ru', 40, { case: 'nom', gender: 'm' }, 'сороковой'],
    ['ru', 100, { case: 'nom', gender: 'n' }, 'сотое'],
    ['ar', 28, { case: 'nom' }, 'الثامنة والعشرون'],
    ['ar', 28, { case: 'nom', gender: 'm' }, 'الثامن والعشرون'],
    ['ar', 11, { gender: 'm' }, 'الحادي عشر'],
    ['ar', 200, { case: 'nom' }, 'المئتان'],
  ] as const)('%s %i %j: %s', (tag, n, form, expected) => expect(ordinalInWords(tag, n, form)).toBe(expected))
})

describe('an ordinal in figures', () => {
  const numbers = [1, 2, 3, 4, 11, 12, 13, 21, 28, 101, 111, 1000]
  test.each([
    ['en', '1st 2nd 3rd 4th 11th 12th 13th 21st 28th 101st 111th 1000th'],
    ['en-US', '1st 2nd 3rd 4th 11th 12th 13th 21st 28th 101st 111th 1000th'],
    ['fr', '1er 2e 3e 4e 11e 12e 13e 21e 28e 101e 111e 1000e'],
    ['es', '1.er 2.º 3.er 4.º 11.º 12.º 13.er 21.er 28.º 101.er 111.º 1000.º'],
    ['de', '1. 2. 3. 4. 11. 12. 13. 21. 28. 101. 111. 1000.'],
    ['ru', '1-й 2-й 3-й 4-й 11-й 12-й 13-й 21-й 28-й 101-й 111-й 1000-й'],
    ['az', '1-ci 2-ci 3-cü 4-cü 11-ci 12-ci 13-cü 21-ci 28-ci 101-ci 111-ci 1000-ci'],
    ['tr', '1. 2. 3. 4. 11. 12. 13. 21. 28. 101. 111. 1000.'],
    ['ar', 'الـ1 الـ2 الـ3 الـ4 الـ11 الـ12 الـ13 الـ21 الـ28 الـ101 الـ111 الـ1000'],
    ['zh', '第1 第2 第3 第4 第11 第12 第13 第21 第28 第101 第111 第1000'],
  ])('%s: %s', (tag, expected) => expect(numbers.map((n) => ordinal(tag, n)).join(' ')).toBe(expected))

  test.each([
    ['fr', 1, { gender: 'f' }, '1re'],
    ['es', 28, { gender: 'f' }, '28.ª'],
    ['es', 21, { case: 'after' }, '21.º'],
    ['ru', 28, { case: 'nom' }, '28-я'],
    ['ru', 28, { case: 'acc' }, '28-ю'],
    ['ru', 28, { case: 'gen', gender: 'm' }, '28-го'],
    ['ru', 3, { case: 'dat', gender: 'n' }, '3-му'],
  ] as const)('%s %i %j: %s', (tag, n, form, expected) => expect(ordinal(tag, n, form)).toBe(expected))
})

describe('N years ago', () => {
  test.each([
    ['en', 1, 'one year ago'],
    ['en', 28, 'twenty-eight years ago'],
    ['en', 101, 'one hundred and one years ago'],
    ['en-US', 101, 'one hundred one years ago'],
    ['fr', 1, 'il y a un an'],
    ['fr', 21, 'il y a vingt et un ans'],
    ['fr', 28, 'il y a vingt-huit ans'],
    ['fr', 80, 'il y a quatre-vingts ans'],
    ['fr', 200, 'il y a deux cents ans'],
    ['es', 1, 'hace un año'],
    ['es', 21, 'hace veintiún años'],
    ['es', 31, 'hace treinta y un años'],
    ['es', 100, 'hace cien años'],
    ['es', 121, 'hace ciento veintiún años'],
    ['de', 1, 'vor einem Jahr'],
    ['de', 28, 'vor achtundzwanzig Jahren'],
    ['de', 100, 'vor hundert Jahren'],
    ['de', 101, 'vor hundertein Jahren'],
    ['ru', 1, 'год назад'],
    ['ru', 2, 'два года назад'],
    ['ru', 5, 'пять лет назад'],
    ['ru', 11, 'одиннадцать лет назад'],
    ['ru', 21, 'двадцать один год назад'],
    ['ru', 22, 'двадцать два года назад'],
    ['ru', 111, 'сто одиннадцать лет назад'],
    ['az', 28, 'iyirmi səkkiz il əvvəl'],
    ['az', 100, 'yüz il əvvəl'],
    ['tr', 28, 'yirmi sekiz yıl önce'],
    ['ar', 1, 'قبل عام'],
    ['ar', 2, 'قبل عامين'],
    ['ar', 3, 'قبل ثلاثة أعوام'],
    ['ar', 10, 'قبل عشرة أعوام'],
    ['ar', 11, 'قبل أحد عشر عاماً'],
    ['ar', 12, 'قبل اثني عشر عاماً'],
    ['ar', 28, 'قبل ثمانية وعشرين عاماً'],
    ['ar', 100, 'قبل مئة عام'],
    ['ar', 101, 'قبل مئة عام وعام'],
    ['ar', 102, 'قبل مئة عام وعامين'],
    ['ar', 103, 'قبل مئة وثلاثة أعوام'],
    ['ar', 111, 'قبل مئة وأحد عشر عاماً'],
    ['ar', 200, 'قبل مئتي عام'],
    ['ar', 228, 'قبل مئتين وثمانية وعشرين عاماً'],
    ['ar', 300, 'قبل ثلاثمئة عام'],
    ['zh', 2, '两年前'],
    ['zh', 12, '十二年前'],
    ['zh', 28, '二十八年前'],
    ['zh-Hant', 2, '兩年前'],
  ])('%s %i: %s', (tag, n, expected) => expect(yearsAgo(tag, n)).toBe(expected))
})

describe('a cardinal as it stands before its noun', () => {
  test.each([
    ['fr', 21, { gender: 'f' }, 'vingt et une'],
    ['es', 21, {}, 'veintiún'],
    ['es', 21, { case: 'after' }, 'veintiuno'],
    ['es', 201, { gender: 'f' }, 'doscientas una'],
    ['de', 1, {}, 'ein'],
    ['de', 1, { case: 'dat' }, 'einem'],
    ['de', 101, { case: 'dat' }, 'hundertein'],
    ['ru', 28, { case: 'gen' }, 'двадцати восьми'],
    ['ru', 48, { case: 'ins' }, 'сорока восемью'],
    ['ru', 258, { case: 'ins' }, 'двумястами пятьюдесятью восемью'],
    ['ru', 1, { case: 'acc', gender: 'f' }, 'одну'],
    ['ru', 2, { gender: 'f' }, 'две'],
    ['ar', 28, {}, 'ثمانية وعشرين'],
    ['ar', 28, { gender: 'f' }, 'ثمانٍ وعشرين'],
    ['ar', 21, { gender: 'f' }, 'إحدى وعشرين'],
    ['ar', 12, { gender: 'f', case: 'nom' }, 'اثنتا عشرة'],
    ['ar', 200, {}, 'مئتي'],
    ['zh', 2, {}, '两'],
  ] as const)('%s %i %j: %s', (tag, n, form, expected) =>
    expect(cardinalInWords(tag, n, form)).toBe(expected),
  )
})

describe('what cannot be said is an error with the cure', () => {
  test.each([
    ['ru', { case: 'instrumental' }, '"instrumental" is no case of Russian numbers here', /case="ins"/],
    ['ru', { gender: 'x' }, '"x" is no gender of Russian numbers here', /gender="f"/],
    ['az', { case: 'gen' }, 'Azerbaijani numbers have no case', /leave out case="gen"/],
    ['en', { gender: 'f' }, 'English numbers have no gender', /leave out gender="f"/],
    ['fr', { case: 'gen' }, 'French numbers have no case', /leave out/],
    ['es', { case: 'gen' }, '"gen" is no case of Spanish numbers here', /case="before", case="after"/],
    ['de', { case: 'ins' }, '"ins" is no case of German numbers here', /case="gen"/],
  ] as const)('%s %j: %s', (tag, form, message, hint) => {
    for (const words of [of(tag).ordinal(28, form), of(tag).ordinalInWords(28, form)]) {
      expect(words).toEqual({ ok: false, message, hint: expect.stringMatching(hint) })
    }
  })

  test('beyond 999 the error names the figures', () => {
    for (const { anniversary } of LANGUAGES) {
      const message = '1000 has no words: they end at 999'
      const hint = 'use figures: {{anniversary.ordinal}}'
      expect(anniversary.ordinalInWords(1000)).toEqual({ ok: false, message, hint })
      const years = 'use figures: {{anniversary.years}}'
      expect(anniversary.cardinalInWords(1000)).toEqual({ ok: false, message, hint: years })
      expect(anniversary.yearsAgo(1000)).toEqual({ ok: false, message, hint: years })
    }
  })

  test.each([0, -1, 1.5, Number.NaN, 9999])('%d is no anniversary in figures', (n) => {
    for (const { anniversary } of LANGUAGES) expect(anniversary.ordinal(n).ok).toBe(false)
  })

  test.each(['pt', 'az-Arab', 'ru-Latn', 'not a tag'])('%s has no words', (tag) => {
    const message = `no anniversary words in "${tag}"`
    const { ordinal, ordinalInWords, cardinalInWords, yearsAgo } = of(tag)
    for (const say of [ordinal, ordinalInWords, cardinalInWords, yearsAgo]) {
      expect(say(28)).toMatchObject({ ok: false, message })
    }
  })
})
