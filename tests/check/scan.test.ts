import { describe, expect, test } from 'vitest'
import { findTable } from '../../src/check/scan/find-table.ts'
import { normalise } from '../../src/check/scan/normalise.ts'
import { passagesOf, plainPassage } from '../../src/check/scan/passage.ts'
import { scanPassage } from '../../src/check/scan/scan-passage.ts'
import { LAST_IN_WORDS } from '../../src/language/anniversary-words.ts'
import { findLanguage } from '../../src/language/find-language.ts'
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts'

function scan(tag: string, text: string) {
  const { language } = findLanguage(tag)
  return scanPassage(plainPassage(text, 0, text.length, language.tag), language)
}

const phrases = (tag: string, text: string) =>
  scan(tag, text).phrases.map(({ kind, n, start, end, isAnniversary }) =>
    [kind, n, text.slice(start, end), ...(isAnniversary ? [] : ['other'])].join(' '),
  )

describe('numbers with their words', () => {
  test.each([
    ['en', 'the 28th anniversary', ['ordinal 28 28th']],
    ['en', 'the twenty eighth sad anniversary', ['ordinal 28 twenty eighth']],
    ['en', 'Twenty-\neight years', []],
    ['en', 'One hundred first anniversary', ['ordinal 101 One hundred first']],
    ['en', 'TWENTY-EIGHT YEARS AGO', ['ago 28 TWENTY-EIGHT YEARS AGO']],
    ['en', '28 years old', ['years 28 28 years other']],
    ['en', 'the 28th session', ['ordinal 28 28th other']],
    ['fr', 'la 28ème fois, le 28e anniversaire', ['ordinal 28 28ème other', 'ordinal 28 28e']],
    ['fr', 'Il y a vingt et un ans', ['ago 21 Il y a vingt et un ans']],
    ['es', 'hace veintiún años, 28.º aniversario', ['ago 21 hace veintiún años', 'ordinal 28 28.º']],
    ['es', 'el vigesimoctavo aniversario', ['ordinal 28 vigesimoctavo']],
    ['es', 'el vigésimo octavo aniversario', ['ordinal 28 vigésimo octavo']],
    ['es', 'la vigésima primera edición', ['ordinal 21 vigésima primera other']],
    ['es', 'el centésimo vigésimo tercer aniversario', ['ordinal 123 centésimo vigésimo tercer']],
    ['de', 'rund 121.000 Menschen, der 121. Jahrestag', ['ordinal 121 121.']],
    ['de', 'zum einhundertsten Jahrestag', ['ordinal 100 einhundertsten']],
    ['de', 'zum hundertundersten Jahrestag', ['ordinal 101 hundertundersten']],
    ['de', 'vor einhundertundfünf Jahren', ['ago 105 vor einhundertundfünf Jahren']],
    ['de', 'vor einem Jahr; das 28-jährige Bestehen', ['ago 1 vor einem Jahr', 'jubilee 28 28-jährige']],
    ['ru', 'двадцать четвертой годовщины', ['ordinal 24 двадцать четвертой']],
    ['ru', '28-я годовщина, 21 год назад', ['ordinal 28 28-я', 'ago 21 21 год назад']],
    ['ru', 'к 30-летию', ['jubilee 30 30-летию']],
    ['az', 'İyirmi səkkiz il əvvəl, 28-ci ildönümü', ['ago 28 İyirmi səkkiz il əvvəl', 'ordinal 28 28-ci']],
    ['tr', 'YİRMİ SEKİZ YIL ÖNCE', ['ago 28 YİRMİ SEKİZ YIL ÖNCE']],
    ['tr', '28. YILDÖNÜMÜ', ['ordinal 28 28.']],
    ['ar', 'قبل ٨ سنوات', ['ago 8 قبل ٨ سنوات']],
    ['en', 'the 28-year anniversary', ['jubilee 28 28-year anniversary']],
    ['tr', 'Yirmi sekiz yıl önce, 28. yıl dönümü', ['ago 28 Yirmi sekiz yıl önce', 'ordinal 28 28.']],
    ['ar', 'وقبل ثمانية وعشرين عامًا', ['ago 28 قبل ثمانية وعشرين عامًا']],
    ['ar', 'في الذكرى السنوية الثامنة والعشرين', ['ordinal 28 الثامنة والعشرين']],
    ['zh-Hans', '二十八年前，28周年', ['ago 28 二十八年前', 'jubilee 28 28周年']],
    ['zh-Hans', '2028年，第二十八个周年', ['ordinal 28 第二十八']],
    ['nl', 'de 28e verjaardag', []],
  ] as const)('%s: %s', (tag, text, expected) => {
    expect(phrases(tag, text)).toEqual(expected)
  })

  test('figures that are part of others are none', () => {
    for (const text of ['2,028 years', 'PR/28 years', '1992–28 years', 'F-28 years', '128th28']) {
      expect(phrases('en', text), text).toEqual([])
    }
  })
})

describe('dates', () => {
  const dates = (tag: string, text: string) =>
    scan(tag, text).dates.map(({ day, month, year, weekday }) => [day, month, year, weekday])

  test('are read back as every language writes them, of every month and weekday', () => {
    for (const tag of ['en', 'en-US', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh-Hans', 'zh-Hant']) {
      const { language } = findLanguage(tag)
      for (let month = 1; month <= 12; month++) {
        for (let day = 1; day <= 28; day++) {
          const date = { year: 2027, month, day }
          const [found] = scan(tag, `x (${language.fullDate(date)}).`).dates
          expect(found, `${tag} ${month} ${day}`).toMatchObject({ day, month, year: 2027 })
          expect(found?.weekday, language.fullDate(date)).toBe(
            new Date(Date.UTC(2027, month - 1, day)).getUTCDay(),
          )
        }
      }
    }
  })

  test.each([
    ['en', 'The Sunday Times of May; they march on; Black Friday; in March', []],
    [
      'en',
      'May 5 and Wednesday, 26 February',
      [
        [5, 5, undefined, undefined],
        [26, 2, undefined, 3],
      ],
    ],
    ['en', 'on Feb. 26, 2020', [[26, 2, 2020, undefined]]],
    ['de', 'am Mittwoch, dem 26. Februar 2020', [[26, 2, 2020, 3]]],
    ['ru', 'в среду, 26 февраля 2020 г.', [[26, 2, 2020, 3]]],
    ['az', '26 fevral 2020-ci il', [[26, 2, 2020, undefined]]],
    ['ar', '26 شباط 2020', [[26, 2, 2020, undefined]]],
    ['en', 'as of 2020-02-26', [[26, 2, 2020, undefined]]],
  ] as const)('%s: %s', (tag, text, expected) => {
    expect(dates(tag, text)).toEqual(expected)
  })
})

test('years, not pages, sums or numbers', () => {
  const text = 'In 2027 (p. 2027, No. 2027, $2027, 2027 km, 2027/07): 2026–2028.'
  expect(scan('en', text).years.map(({ written }) => written)).toEqual(['2027', '2026', '2028'])
})

test.each([
  ['en', '26/02/2020, 26.2.2020, 2020/21, 2020/07', ['2020', '2020', '2020']],
  ['ar', '٢٠٢٠', ['2020']],
  ['zh-Hans', '二〇二〇年，二零二零年', ['2020', '2020']],
  ['zh-Hans', '大坝于1992年决口，来了1992人，见第1992年号文件', ['1992']],
] as const)('years in other figures: %s: %s', (tag, text, expected) => {
  expect(scan(tag, text).years.map(({ written }) => written)).toEqual(expected)
})

test.each([
  ['en', 'On Wednesday he sat. Wednesday, 26 February', ['Wednesday']],
  ['ru', 'В среду. Окружающая среда.', ['В среду']],
  ['tr', 'SALI günü, BU YIL; Salı', ['BU YIL', 'Salı']],
  ['en', 'half a century ago', ['half a century ago']],
] as const)('leaning on the day of reading: %s: %s', (tag, text, expected) => {
  expect(scan(tag, text).relative.map(({ written }) => written)).toEqual(expected)
})

test.each([
  ['en', 'the VIIIth anniversary, the 8-th anniversary, the 8th', ['VIIIth anniversary', '8-th anniversary']],
  ['fr', 'le VIIIe anniversaire, le 8e anniversaire', ['VIIIe anniversaire']],
  ['ar', 'الذكرى ٨ للفيضان', ['ذكرى ٨']],
] as const)('numbers that are not read: %s: %s', (tag, text, expected) => {
  expect(scan(tag, text).unread.map(({ written }) => written)).toEqual(expected)
})

test('words that lean on the day of reading', () => {
  const words = {
    en: 'this year',
    fr: 'cette année',
    de: 'dieses Jahr',
    ru: 'в этом году',
    zh: '今年',
    ar: 'هذا العام',
  }
  for (const [tag, word] of Object.entries(words)) {
    expect(scan(tag, word).relative.map(({ written }) => written)).toEqual([word])
  }
})

describe('passages', () => {
  const body = (text: string, tag = 'en') => passagesOf(text, parseMarkdown(text), tag)

  test('code, addresses and expressions are masked; places point into the source', () => {
    const text = 'A **28th** `28th` {{x 28th}}\n  <https://x.example/28th> [28th](/2027) www.x.example/28th'
    const [passage] = body(text).passages
    const found = [...(passage?.text.matchAll(/28th/g) ?? [])].map(({ index }) => passage?.starts[index])
    expect(found).toEqual([text.indexOf('28th'), text.indexOf('[28th') + 1])
    expect(body(text).addresses.map(({ url }) => url)).toEqual(['https://x.example/28th', '/2027'])
  })

  test.each([
    ['en', 'a “b X” c'],
    ['en', 'a ‘b X’s’ c'],
    ['en', 'a “b X and no end'],
    ['de', 'a „b X“ c'],
    ['de', 'a »b X« c'],
    ['fr', 'a « b X » c'],
    ['ru', 'a «b „c“ X» c'],
    ['zh-Hant', '「b X」 c'],
    ['en', 'a "b X" c'],
    ['en', '> a X'],
    ['en', "'a, the states' X.' b"],
    ['en', '‘a, the states’ X.’ b'],
    ['en', '"a 6" of rain X" b'],
    ['en', 'a ”X” b'],
    ['en', 'a »X« b'],
    ['en', 'X,” b'],
    ['en', 'X," b'],
    ['de', 'X,“ b'],
    ['en', 'a &ldquo;X&rdquo; b'],
    ['en', 'a <q>X</q> b'],
    ['en', 'a <blockquote>X</blockquote> b'],
  ])('%s: quoted: %s', (tag, text) => {
    const [passage] = body(text, tag).passages
    const at = passage?.text.indexOf('X') ?? 0
    expect(passage?.isQuoted(at, at + 1)).toBe(true)
  })

  test('a quotation over several paragraphs holds those between', () => {
    const quoted = body('“A.\n\nB.\n\nC,” D.').passages.map(({ isQuoted }) => isQuoted(0, 1))
    expect(quoted).toEqual([true, true, true])
    expect(body('“A.\n\n“B,” C.\n\nD.').passages[2]?.isQuoted(0, 1)).toBe(false)
  })

  test('blocks of HTML and titles are read, and fixed', () => {
    const text = '<div class="x">8th</div>\n\n[a](/b "9th") ![c](d.png "10th")'
    expect(body(text).passages.map(({ text, fixed }) => [text.replace(/\ufffc/g, ''), fixed])).toEqual([
      ['8th', 'a block of HTML'],
      ['a ', undefined],
      ['9th', 'a title'],
      ['c', undefined],
      ['10th', 'a title'],
    ])
  })

  test.each(['the states’ X and ours’', '“a” X “b”', 'X’in', 'a 6" X'])('not quoted: %s', (text) => {
    const [passage] = body(text).passages
    const at = passage?.text.indexOf('X') ?? 0
    expect(passage?.isQuoted(at, at + 1)).toBe(false)
  })
})

test.each(['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'])(
  'every number word of %s from 100 on has the letters that its hundreds are known by',
  (tag) => {
    const { language } = findLanguage(tag)
    const { anniversary: words } = language
    const table = findTable(language)
    if (!table) throw new Error(`no table for ${tag}`)
    const unknown: string[] = []
    for (let n = 100; n <= LAST_IN_WORDS; n++) {
      for (const form of [{}, ...table.ordinals, ...table.frames.flatMap(({ forms }) => forms)]) {
        for (const written of [
          words.ordinalInWords(n, form),
          words.cardinalInWords(n, form),
          words.yearsAgo(n),
        ]) {
          if (!written.ok) continue
          for (const spell of [(text: string) => text, ...table.spellings]) {
            const text = normalise(spell(written.text))
            if (!table.hundreds[Math.floor(n / 100) - 1]?.test(text) && !/(?<!\d)[1-9]\d\d(?!\d)/.test(text))
              unknown.push(text)
          }
        }
      }
    }
    expect(unknown).toEqual([])
  },
)
