import { describe, expect, test } from 'vitest'
import { findLanguage, LANGUAGES } from '../../src/language/find-language.ts'
import { CORRECTION_TYPES, type NoticeText, TRANSLATION_STATUSES } from '../../src/language/language.ts'
import { quoted } from '../../src/language/quotation-marks.ts'

const REFERENCE = 'PR/2027/07'
const DATE = { year: 2027, month: 2, day: 26 }
const BOTH = { reference: REFERENCE, date: DATE }

/** The first line of a notice, its no-break spaces as plain ones. */
function lineOf(tag: string, notice: Partial<NoticeText>): string {
  const text = { type: 'correction', reference: undefined, date: undefined, ...notice } as const
  return findLanguage(tag).language.notice(text).replaceAll('\u00a0', ' ')
}

describe('a notice with reference and date', () => {
  test.each([
    [
      'en',
      'Correction of PR/2027/07 of 26 February 2027',
      'This release replaces PR/2027/07 of 26 February 2027',
      'Reissue of PR/2027/07 of 26 February 2027 for technical reasons',
      'Withdrawal of PR/2027/07 of 26 February 2027',
    ],
    [
      'en-US',
      'Correction of PR/2027/07 of February 26, 2027',
      'This release replaces PR/2027/07 of February 26, 2027',
      'Reissue of PR/2027/07 of February 26, 2027 for technical reasons',
      'Withdrawal of PR/2027/07 of February 26, 2027',
    ],
    [
      'fr',
      'Rectification du communiqué PR/2027/07 du 26 février 2027',
      'Ce communiqué remplace le communiqué PR/2027/07 du 26 février 2027',
      'Nouvelle diffusion du communiqué PR/2027/07 du 26 février 2027 pour des raisons techniques',
      'Retrait du communiqué PR/2027/07 du 26 février 2027',
    ],
    [
      'es',
      'Corrección del comunicado PR/2027/07 de 26 de febrero de 2027',
      'Este comunicado sustituye al comunicado PR/2027/07 de 26 de febrero de 2027',
      'Nueva publicación del comunicado PR/2027/07 de 26 de febrero de 2027 por motivos técnicos',
      'Retirada del comunicado PR/2027/07 de 26 de febrero de 2027',
    ],
    [
      'de',
      'Berichtigung der Mitteilung PR/2027/07 vom 26. Februar 2027',
      'Diese Mitteilung ersetzt die Mitteilung PR/2027/07 vom 26. Februar 2027',
      'Erneute Veröffentlichung der Mitteilung PR/2027/07 vom 26. Februar 2027 aus technischen Gründen',
      'Zurückziehung der Mitteilung PR/2027/07 vom 26. Februar 2027',
    ],
    [
      'ru',
      'Исправление к сообщению PR/2027/07 от 26 февраля 2027 года',
      'Настоящее сообщение заменяет сообщение PR/2027/07 от 26 февраля 2027 года',
      'Повторная публикация сообщения PR/2027/07 от 26 февраля 2027 года по техническим причинам',
      'Отзыв сообщения PR/2027/07 от 26 февраля 2027 года',
    ],
    [
      'az',
      '26 fevral 2027-ci il tarixli PR/2027/07 nömrəli məlumata düzəliş',
      'Bu məlumat 26 fevral 2027-ci il tarixli PR/2027/07 nömrəli məlumatı əvəz edir',
      '26 fevral 2027-ci il tarixli PR/2027/07 nömrəli məlumatın texniki səbəblərə görə təkrar yayımı',
      '26 fevral 2027-ci il tarixli PR/2027/07 nömrəli məlumat geri götürülmüşdür',
    ],
    [
      'tr',
      '26 Şubat 2027 tarihli ve PR/2027/07 sayılı metne ilişkin düzeltme',
      'Bu metin 26 Şubat 2027 tarihli ve PR/2027/07 sayılı metnin yerine geçer',
      '26 Şubat 2027 tarihli ve PR/2027/07 sayılı metnin teknik nedenlerle yeniden yayımı',
      '26 Şubat 2027 tarihli ve PR/2027/07 sayılı metin geri çekilmiştir',
    ],
    [
      'ar',
      'تصويب البيان رقم PR/2027/07 الصادر في 26 فبراير 2027',
      'يحل هذا البيان محل البيان رقم PR/2027/07 الصادر في 26 فبراير 2027',
      'إعادة نشر البيان رقم PR/2027/07 الصادر في 26 فبراير 2027 لأسباب فنية',
      'سحب البيان رقم PR/2027/07 الصادر في 26 فبراير 2027',
    ],
    [
      'zh',
      '对2027年2月26日发布的PR/2027/07号稿件的更正',
      '本稿取代2027年2月26日发布的PR/2027/07号稿件',
      '因技术原因重新发布2027年2月26日发布的PR/2027/07号稿件',
      '撤回2027年2月26日发布的PR/2027/07号稿件',
    ],
    [
      'zh-TW',
      '對2027年2月26日發布的PR/2027/07號稿件的更正',
      '本稿取代2027年2月26日發布的PR/2027/07號稿件',
      '因技術原因重新發布2027年2月26日發布的PR/2027/07號稿件',
      '撤回2027年2月26日發布的PR/2027/07號稿件',
    ],
  ])('in %s', (tag, ...expected) => {
    expect(CORRECTION_TYPES.map((type) => lineOf(tag, { type, ...BOTH }))).toEqual(expected)
  })
})

describe('a notice with less', () => {
  test.each([
    ['en', 'PR/2027/07', 'the release of 26 February 2027', 'an earlier release'],
    ['fr', 'du communiqué PR/2027/07', 'du communiqué du 26 février 2027', 'd’un communiqué antérieur'],
    [
      'es',
      'del comunicado PR/2027/07',
      'del comunicado de 26 de febrero de 2027',
      'de un comunicado anterior',
    ],
    ['de', 'der Mitteilung PR/2027/07', 'der Mitteilung vom 26. Februar 2027', 'einer früheren Mitteilung'],
    [
      'ru',
      'к сообщению PR/2027/07',
      'к сообщению от 26 февраля 2027 года',
      'к ранее опубликованному сообщению',
    ],
    ['az', 'PR/2027/07 nömrəli məlumata', '26 fevral 2027-ci il tarixli məlumata', 'Əvvəlki məlumata'],
    ['tr', 'PR/2027/07 sayılı metne', '26 Şubat 2027 tarihli metne', 'Önceki metne'],
    ['ar', 'البيان رقم PR/2027/07', 'البيان الصادر في 26 فبراير 2027', 'بيان سابق'],
    ['zh', 'PR/2027/07号稿件', '2027年2月26日发布的稿件', '此前发布的稿件'],
    ['zh-TW', 'PR/2027/07號稿件', '2027年2月26日發布的稿件', '此前發布的稿件'],
  ])('in %s', (tag, reference, date, neither) => {
    expect(lineOf(tag, { reference: REFERENCE })).toContain(reference)
    expect(lineOf(tag, { date: DATE })).toContain(date)
    expect(lineOf(tag, {})).toContain(neither)
    for (const type of CORRECTION_TYPES) {
      for (const given of [BOTH, { reference: REFERENCE }, { date: DATE }, {}]) {
        expect(lineOf(tag, { type, ...given })).not.toMatch(/undefined|^\s|\s$| {2}/)
      }
    }
  })
})

describe('a change', () => {
  test.each([
    ['en', '§ 3', '§ 3: for “A” read “B”'],
    ['fr', 'paragraphe 3', 'paragraphe 3 : au lieu de « A », lire « B »'],
    ['es', 'párrafo 3', 'párrafo 3: donde dice «A», debe decir «B»'],
    ['de', 'Absatz 3', 'Absatz 3: statt „A“ muss es „B“ heißen'],
    ['ru', 'абзац 3', 'абзац 3: вместо «A» следует читать «B»'],
    ['az', '3-cü abzas', '3-cü abzas: “A” əvəzinə “B” oxunmalıdır'],
    ['tr', '3. paragraf', '3. paragraf: “A” ibaresi “B” olarak düzeltilmiştir'],
    ['ar', 'الفقرة 3', 'الفقرة 3: بدلاً من «A» يُقرأ «B»'],
    ['zh', '第3段', '第3段：“A”应为“B”'],
    ['zh-TW', '第3段', '第3段：「A」應為「B」'],
  ])('in %s', (tag, where, expected) => {
    const change = findLanguage(tag).language.change({ where, was: 'A', now: 'B' })
    expect(change.replaceAll('\u00a0', ' ')).toBe(expected)
  })
})

describe('the standing of a translation', () => {
  test.each([
    ['en', 'Unofficial translation of PR/2027/07'],
    ['fr', 'Traduction non officielle du communiqué PR/2027/07'],
    ['es', 'Traducción no oficial del comunicado PR/2027/07'],
    ['de', 'Nichtamtliche Übersetzung der Mitteilung PR/2027/07'],
    ['ru', 'Неофициальный перевод сообщения PR/2027/07'],
    ['az', 'Qeyri-rəsmi tərcümə (əsli: PR/2027/07)'],
    ['tr', 'Gayriresmî çeviri (aslı: PR/2027/07)'],
    ['ar', 'ترجمة غير رسمية للبيان رقم PR/2027/07'],
    ['zh', '非官方译文（原文：PR/2027/07）'],
    ['zh-TW', '非官方譯文（原文：PR/2027/07）'],
  ])('in %s', (tag, expected) => {
    const { translations, original } = findLanguage(tag).language.labels
    expect(`${translations.unofficial}${original[0]}${REFERENCE}${original[1]}`).toBe(expected)
  })

  test.each(LANGUAGES.map(({ tag, labels }) => [tag, labels] as const))('%s has three', (_, labels) => {
    expect(new Set(TRANSLATION_STATUSES.map((status) => labels.translations[status])).size).toBe(3)
  })
})

test('a language without words of its own has the whole notice in English', () => {
  const { language } = findLanguage('sw')
  expect(lineOf('sw', BOTH)).toBe('Correction of PR/2027/07 of 26 February 2027')
  expect(language.change({ where: 'paragraph 3', was: 'A', now: 'B' })).toBe('paragraph 3: for “A” read “B”')
})

test('quotation marks of a tag that has none are the English ones', () => {
  expect(quoted('A', 'sw')).toBe('“A”')
})
