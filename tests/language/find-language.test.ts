import { describe, expect, test } from 'vitest'
import { findLanguage, isLanguageTag, LANGUAGES } from '../../src/language/find-language.ts'
import { KINDS, TRANSLATION_STATUSES } from '../../src/language/language.ts'

describe('the table for a tag', () => {
  test.each([
    ['en', 'en'],
    ['EN', 'en'],
    ['en-GB', 'en'],
    ['en-CA', 'en'],
    ['en-US', 'en-US'],
    ['en-us', 'en-US'],
    ['en-Latn-US', 'en-US'],
    ['en-GB-x-twain', 'en'],
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['de-CH-1901', 'de'],
    ['ru-KZ', 'ru'],
    ['az-Latn', 'az'],
    ['tr-CY', 'tr'],
    ['ar-EG', 'ar'],
    ['ar-u-nu-latn', 'ar'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-cmn-Hans-CN', 'zh-Hans'],
    ['cmn', 'zh-Hans'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-CN', 'zh-Hant'],
  ])('%s is answered by %s', (tag, expected) => {
    const { language, supported } = findLanguage(tag)
    expect([language.tag, supported]).toEqual([expected, true])
  })

  test.each(['fa', 'pt-BR', 'uk', 'yue', 'az-Arab', 'az-IR', 'az-Cyrl', 'ru-Latn', 'qaa', 'und'])(
    '%s has no table: English labels, not supported',
    (tag) => {
      const { language, supported } = findLanguage(tag)
      expect(supported).toBe(false)
      expect(language.tag).toBe(tag)
      expect(language.labels.kinds['press-release']).toBe('Press release')
    },
  )
})

describe('direction follows the script', () => {
  test.each(['ar', 'ar-EG', 'fa', 'ur', 'he', 'iw', 'yi', 'dv', 'ps', 'ckb', 'syr', 'nqo', 'rhg', 'ff-Adlm'])(
    '%s runs from right to left',
    (tag) => expect(findLanguage(tag).direction).toBe('rtl'),
  )
  test.each(['az-Arab', 'az-IR', 'pa-PK', 'uz-AF', 'ku-Arab', 'und-Hebr'])(
    '%s runs from right to left by its script or country',
    (tag) => expect(findLanguage(tag).direction).toBe('rtl'),
  )
  test.each([
    'en',
    'fr',
    'es',
    'de',
    'ru',
    'az',
    'tr',
    'zh',
    'zh-Hant',
    'el',
    'hi',
    'ff',
    'ku',
    'ar-Latn',
    'ja',
  ])('%s runs from left to right', (tag) => expect(findLanguage(tag).direction).toBe('ltr'))
})

describe('a language tag', () => {
  test.each([
    'en',
    'en-US',
    'zh-Hant-TW',
    'de-CH-1901',
    'sl-rozaj-biske',
    'ar-u-nu-latn',
    'en-x-twain',
    'zh-yue',
  ])('%s is well-formed', (tag) => expect(isLanguageTag(tag)).toBe(true))
  test.each([
    ['', 'empty'],
    ['en_US', 'an underscore'],
    ['english', 'a word'],
    ['e', 'one letter'],
    ['en-', 'a hyphen at the end'],
    ['en--US', 'two hyphens'],
    ['en-USA', 'a country of three letters'],
    ['de-1996-1996', 'a variant twice'],
    ['en-a-bbb-a-ccc', 'a singleton twice'],
    ['en-toolongsubtag', 'nine letters'],
    ['x-private', 'private only'],
    [' en', 'a space'],
    ['français', 'letters that are not ASCII'],
  ])('"%s" is none: %s', (tag) => {
    expect(isLanguageTag(tag)).toBe(false)
    expect(findLanguage(tag).supported).toBe(false)
  })
})

describe('labels', () => {
  test.each(LANGUAGES.map((language) => [language.tag, language] as const))(
    '%s has them all',
    (_, { labels }) => {
      const { kinds, translations, page, original, brackets, ...others } = labels
      for (const kind of KINDS) expect(kinds[kind]).toMatch(/\S/)
      for (const label of Object.values(others)) expect(label).toMatch(/\S/)
      expect(page[0]).toMatch(/\S/)
      expect(page[1]).toMatch(/\S/)
      expect(brackets.join('')).toMatch(/^ \(\)$|^（）$/)
      expect(original.join('')).toMatch(/\S/)
      for (const status of TRANSLATION_STATUSES) expect(translations[status]).toMatch(/\S/)
      const all = [kinds, translations, others].flatMap((labels) => Object.values(labels))
      const texts = all.filter((text) => ![labels.colon, labels.comma, labels.dash].includes(text))
      for (const text of texts) expect(text).toBe(text.trim().normalize('NFC'))
    },
  )

  test.each([
    ['en', 'Page 2 of 3'],
    ['fr', 'Page 2 sur 3'],
    ['es', 'Página 2 de 3'],
    ['de', 'Seite 2 von 3'],
    ['ru', 'Стр. 2 из 3'],
    ['az', 'Səhifə 2/3'],
    ['tr', 'Sayfa 2/3'],
    ['ar', 'صفحة 2 من 3'],
    ['zh', '第2页，共3页'],
    ['zh-TW', '第2頁，共3頁'],
  ])('%s: %s', (tag, expected) => {
    const [before, between, after] = findLanguage(tag).language.labels.page
    expect(`${before}2${between}3${after}`).toBe(expected)
  })

  test.each([
    ['en', 'Press release', 'Tel', 'Fax'],
    ['fr', 'Communiqué de presse', 'Tél.', 'Télécopie'],
    ['es', 'Comunicado de prensa', 'Tel.', 'Fax'],
    ['de', 'Pressemitteilung', 'Tel.', 'Fax'],
    ['ru', 'Пресс-релиз', 'Тел.', 'Факс'],
    ['az', 'Press-reliz', 'Tel.', 'Faks'],
    ['tr', 'Basın bülteni', 'Tel.', 'Faks'],
    ['ar', 'بيان صحفي', 'هاتف', 'فاكس'],
    ['zh', '新闻稿', '电话', '传真'],
    ['zh-Hant', '新聞稿', '電話', '傳真'],
  ])('%s: %s, %s, %s', (tag, release, tel, fax) => {
    const { labels } = findLanguage(tag).language
    expect([labels.kinds['press-release'], labels.tel, labels.fax]).toEqual([release, tel, fax])
  })

  test.each([
    ['tr', 'contacts', 'Basınla iletişim'],
    ['tr', 'extension', 'dâhilî'],
    ['zh', 'extension', '分机'],
    ['de', 'dash', '\u00a0– '],
    ['en', 'dash', '\u00a0— '],
    ['zh', 'dash', '——'],
    ['zh-TW', 'dash', '——'],
  ] as const)('%s: %s is "%s"', (tag, name, expected) => {
    expect(findLanguage(tag).language.labels[name]).toBe(expected)
  })

  test('Russian condolences are in the plural', () => {
    expect(findLanguage('ru').language.labels.kinds.condolence).toBe('Соболезнования')
  })

  test('in Azerbaijani and Turkish a press release keeps its dotted and dotless letters', () => {
    const upper = (tag: string) =>
      findLanguage(tag).language.labels.kinds['press-release'].toLocaleUpperCase(tag)
    expect([upper('az'), upper('tr')]).toEqual(['PRESS-RELİZ', 'BASIN BÜLTENİ'])
  })
})
