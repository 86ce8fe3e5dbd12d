import { expect, test } from 'vitest'
import { compare, known, n2words, ours, swap, twenties } from '../../support/number-sources.ts'

const einhundert = known('einhundert for hundert: both right, jubilees are told the short way', (text, n) =>
  n >= 100 && n < 200 ? `ein${text}` : text,
)
const and = swap('no "and" in ordinals, though cardinals have it', ' and ', ' ')
const sixteen = swap('dieciseis without its accent', 'dieciséis', 'dieciseis')
const hundred = swap('cienta: a hundred has no feminine', 'ciento', 'cienta')
const teens = known('11th to 19th in two words: décimo primero; RAE has them in one', (text) =>
  text
    .replace(/undécim([oa])$/, 'décim$1 primer$1')
    .replace(/duodécim([oa])$/, 'décim$1 segund$1')
    .replace(/decimoctav([oa])$/, 'décim$1 octav$1')
    .replace(/decimo(\p{L}+)([oa])$/u, 'décim$2 $1$2'),
)
const hundredths = known('400th to 900th are made up, cuadricentésimo; RAE: cuadringentésimo', (text) =>
  text.replace(/^(cuadri|qui|septi|octi|noni)n?gent/, (_, stem) => `${stem === 'qui' ? 'quin' : stem}cent`),
)
const eins = known('eins where it stands alone', (text, n) => (n % 100 === 1 ? `${text}s` : text))
const glued = (tag: string) => {
  const cardinal = ours(tag, 'cardinalInWords', {})
  return known('words run together, endings not merged: iyirmiinci, yirmiinci', (text, n) => {
    const vowel = text.at(-1)
    return n > 10 ? `${cardinal(n).replaceAll(' ', '')}${vowel}nc${vowel}` : text
  })
}
const alone = known('مئتان where it stands alone; before its noun it is مئتا', (text, n) =>
  n === 200 ? `${text}ن` : text,
)
const alif = swap('مائة, the older spelling of مئة', 'مئة', 'مائة')
const eight = swap('ثمان in every place', /ثمان[يٍ](?! عشرة)(?=$| )/g, 'ثمان')
const one = swap('واحدة وعشرون for إحدى وعشرون', 'إحدى و', 'واحدة و')
const article = known('from 11 on an article before the cardinal, الثمانية وعشرون', (text, n) => {
  const cardinal = ours('ar', 'cardinalInWords', { case: 'nom' })(n)
  return n > 10 ? `ال${n === 200 ? `${cardinal}ن` : cardinal}` : text
})
const two = known('二 alone for 两 before a noun', (text) => text.replace(/^[两兩]$/, '二'))
const ten = known('一十 for 十', (text, n) => (n >= 10 && n < 20 ? text.replace('十', '一十') : text))
const plain = { formal: false }
const words = 'cardinalInWords'
const th = 'ordinalInWords'

const rows = await Promise.all([
  n2words('en', words, {}, 'en-GB'),
  n2words('en', th, {}, 'en-GB', [and]),
  n2words('en-US', words, {}, 'en-US'),
  n2words('en-US', th, {}, 'en-US'),
  n2words('fr', words, {}, 'fr-FR'),
  n2words('fr', th, {}, 'fr-FR'),
  n2words('es', words, { case: 'after' }, 'es-ES', [sixteen]),
  n2words('es', words, { gender: 'f' }, 'es-ES', [sixteen, hundred], { gender: 'feminine' }),
  n2words('es', th, { case: 'after' }, 'es-ES', [teens, hundredths, twenties]),
  n2words('es', th, { gender: 'f' }, 'es-ES', [teens, hundredths, twenties], { gender: 'feminine' }),
  n2words('de', words, {}, 'de-DE', [eins, einhundert]),
  n2words('de', th, { case: 'nom' }, 'de-DE', [einhundert]),
  n2words('ru', words, {}, 'ru-RU'),
  n2words('ru', words, { gender: 'f' }, 'ru-RU', [], { gender: 'feminine' }),
  n2words('ru', th, { case: 'nom', gender: 'm' }, 'ru-RU'),
  n2words('az', words, {}, 'az-AZ'),
  n2words('az', th, {}, 'az-AZ', [glued('az')]),
  n2words('tr', words, {}, 'tr-TR'),
  n2words('tr', th, {}, 'tr-TR', [glued('tr')]),
  n2words('ar', words, { case: 'nom' }, 'ar-SA', [alone, alif]),
  n2words('ar', words, { case: 'nom', gender: 'f' }, 'ar-SA', [alone, alif, one, eight], {
    gender: 'feminine',
  }),
  n2words('ar', th, { case: 'nom', gender: 'm' }, 'ar-SA', [article, alif]),
  n2words('zh', words, {}, 'zh-Hans-CN', [two, ten], plain),
  n2words('zh', th, {}, 'zh-Hans-CN', [ten], plain),
  n2words('zh-Hant', words, {}, 'zh-Hant-TW', [two, ten], plain),
  n2words('zh-Hant', th, {}, 'zh-Hant-TW', [ten], plain),
])

test.each(rows)('1 to 999: $title', (row) => {
  expect(compare(row)).toEqual({ unexplained: [], gone: [] })
})
