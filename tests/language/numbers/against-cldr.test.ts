import { expect, test } from 'vitest'
import type { Case, Gender } from '../../../src/language/numbers/ru.ts'
import {
  cldr,
  compare,
  type Known,
  known,
  ours,
  type Row,
  swap,
  twenties,
} from '../../support/number-sources.ts'
import { rbnf } from '../../support/rbnf.ts'

const FR_ET = swap(
  'hyphens around "et" are the spelling of 1990',
  /(?<=[a-z]) et (?=une?|unième|onze|onzième)/g,
  '-et-',
)
const FR_AND = known(
  '"et" in 81st, 91st, 101st, 111th is no French: quatre-vingt-unième, cent unième',
  (text) => text.replace(/(?:(?<=vingt)-|(?<=cent) )(unième|onzième)$/, '-et-$1'),
)

const ES_800 = swap('octingésimo for octingentésimo (RAE has only the long form)', 'octingent', 'octing')
const ES_11 = swap(
  'decimoprimero is the younger form beside undécimo (RAE has both)',
  /undécim(?=[oa])/g,
  'decimoprimer',
)
const ES_12 = swap(
  'decimosegundo is the younger form beside duodécimo (RAE has both)',
  /duodécim(?=[oa])/g,
  'decimosegund',
)
const ES_RAISED = swap('raised letters, which few fonts have; RAE prints .er', '.er', '.ᵉʳ')
const ES_13 = known('13.º before a noun, though it is read decimotercer', (text, n) =>
  n % 100 === 13 ? text.replace('.er', '.º') : text,
)

const DE_100 = known('einhundert for hundert: both right, jubilees are told the short way', (text, n) =>
  n >= 100 && n < 200 ? `ein${text}` : text,
)

const AZ_60 = swap('atmış for altmış', 'altmış', 'atmış')
const AZ_80 = swap('səqsən for səksən', 'səksən', 'səqsən')
const AZ_70TH = known('yetmişıncı breaks vowel harmony', (text) => text.replace('yetmişinci', 'yetmişıncı'))
const AZ_80TH = known('səksənıncı breaks vowel harmony', (text) => text.replace('səksəninci', 'səksənıncı'))
const AZ_100 = known('bir yüz for yüz', (text, n) => (n >= 100 && n < 200 ? `bir ${text}` : text))

const rows: Row[] = [
  cldr('en', 'cardinalInWords', {}, 'spellout-cardinal-verbose'),
  cldr('en', 'ordinalInWords', {}, 'spellout-ordinal-verbose'),
  cldr('en', 'ordinal', {}, 'digits-ordinal'),
  cldr('en-US', 'cardinalInWords', {}, 'spellout-cardinal'),
  cldr('en-US', 'ordinalInWords', {}, 'spellout-ordinal'),
  cldr('fr', 'cardinalInWords', {}, 'spellout-cardinal-masculine', [FR_ET]),
  cldr('fr', 'cardinalInWords', { gender: 'f' }, 'spellout-cardinal-feminine', [FR_ET]),
  cldr('fr', 'ordinalInWords', {}, 'spellout-ordinal-masculine', [FR_ET, FR_AND]),
  cldr('fr', 'ordinalInWords', { gender: 'f' }, 'spellout-ordinal-feminine', [FR_ET, FR_AND]),
  cldr('fr', 'ordinal', {}, 'digits-ordinal-masculine'),
  cldr('fr', 'ordinal', { gender: 'f' }, 'digits-ordinal-feminine'),
  cldr('es', 'cardinalInWords', {}, 'spellout-cardinal-masculine'),
  cldr('es', 'cardinalInWords', { gender: 'f' }, 'spellout-cardinal-feminine'),
  cldr('es', 'cardinalInWords', { case: 'after' }, 'spellout-numbering'),
  cldr('es', 'ordinalInWords', {}, 'spellout-ordinal-masculine-adjective', [ES_800, twenties]),
  cldr('es', 'ordinalInWords', { case: 'after' }, 'spellout-ordinal-masculine', [
    ES_800,
    ES_11,
    ES_12,
    twenties,
  ]),
  cldr('es', 'ordinalInWords', { gender: 'f' }, 'spellout-ordinal-feminine', [
    ES_800,
    ES_11,
    ES_12,
    twenties,
  ]),
  cldr('es', 'ordinal', {}, 'digits-ordinal-masculine-adjective', [ES_13, ES_RAISED]),
  cldr('es', 'ordinal', { case: 'after' }, 'digits-ordinal-masculine'),
  cldr('es', 'ordinal', { gender: 'f' }, 'digits-ordinal-feminine'),
  cldr('de', 'cardinalInWords', {}, 'spellout-cardinal-neuter', [DE_100]),
  cldr('de', 'cardinalInWords', { gender: 'f' }, 'spellout-cardinal-feminine', [
    DE_100,
    known('einhunderteine before a plural', (text, n) => (n > 100 && n % 100 === 1 ? `${text}e` : text)),
  ]),
  cldr('de', 'ordinalInWords', {}, 'spellout-ordinal-n', [DE_100]),
  cldr('de', 'ordinalInWords', { case: 'dat', gender: 'f' }, 'spellout-ordinal-n', [DE_100]),
  cldr('de', 'ordinalInWords', { case: 'acc' }, 'spellout-ordinal-n', [DE_100]),
  cldr('de', 'ordinalInWords', { case: 'acc', gender: 'n' }, 'spellout-ordinal', [DE_100]),
  cldr('de', 'ordinalInWords', { case: 'nom' }, 'spellout-ordinal', [DE_100]),
  cldr('de', 'ordinalInWords', { case: 'strong' }, 'spellout-ordinal-r', [DE_100]),
  cldr('de', 'ordinalInWords', { case: 'strong', gender: 'f' }, 'spellout-ordinal', [DE_100]),
  cldr('de', 'ordinalInWords', { case: 'strong', gender: 'n' }, 'spellout-ordinal-s', [DE_100]),
  ...russianRows(),
  cldr('az', 'cardinalInWords', {}, 'spellout-cardinal', [AZ_60, AZ_80, AZ_100]),
  cldr('az', 'ordinalInWords', {}, 'spellout-ordinal', [AZ_70TH, AZ_80TH, AZ_80, AZ_100]),
  cldr('tr', 'cardinalInWords', {}, 'spellout-cardinal'),
  cldr('tr', 'ordinalInWords', {}, 'spellout-ordinal'),
  ...arabicRows(),
  ...chineseRows(),
]

test.each(rows)('1 to 999: $title', (row) => {
  expect(compare(row)).toEqual({ unexplained: [], gone: [] })
})

function russianRows(): Row[] {
  const genders: Record<Gender, string> = { m: 'masculine', f: 'feminine', n: 'neuter' }
  const cases: Record<Case, string> = {
    nom: '',
    gen: '-genitive',
    dat: '-dative',
    acc: '-accusative',
    ins: '-instrumental',
    prep: '-prepositional',
  }
  const cardinal = ours('ru', 'cardinalInWords', {})
  const hundredths = known('200 to 900 have the cardinal, двести for двухсотый', (text, n) =>
    n > 100 && n % 100 === 0 ? cardinal(n) : text,
  )
  const fourth = swap('е for ё in четвёртый', 'четвёрт', 'четверт')
  const third = swap('третьому for третьему', 'третьему', 'третьому')
  const eightieth = swap('восемьдесятое for восьмидесятое', 'восьмидесят', 'восемьдесят')
  const fortieth = swap('сороковой for сороковом', 'сороковом', 'сороковой')
  const three = swap('е for ё in трёх, четырём', /(?<=тр|четыр)ё/g, 'е')
  const twenty = swap('двадцать, тридцать not declined', /(?<=двадцат|тридцат)и/g, 'ь')

  const ofOrdinals = (grammaticalCase: Case, gender: Gender): Known[] => {
    if (gender === 'f') return []
    if (grammaticalCase === 'dat') return [third, eightieth]
    if (grammaticalCase === 'prep') return [fortieth]
    return gender === 'n' && (grammaticalCase === 'nom' || grammaticalCase === 'acc') ? [eightieth] : []
  }
  const ofCardinals = (grammaticalCase: Case, gender: Gender): Known[] => {
    if (grammaticalCase === 'prep' && gender === 'm') return [three, twenty]
    return ['gen', 'dat', 'prep'].includes(grammaticalCase) ? [three] : []
  }
  return (Object.keys(genders) as Gender[]).flatMap((gender) =>
    (Object.keys(cases) as Case[]).flatMap((grammaticalCase) => {
      const form = { case: grammaticalCase, gender }
      const set = genders[gender] + cases[grammaticalCase]
      return [
        cldr('ru', 'ordinal', form, `digits-ordinal-${set}`),
        cldr('ru', 'ordinalInWords', form, `spellout-ordinal-${set}`, [
          hundredths,
          fourth,
          ...ofOrdinals(grammaticalCase, gender),
        ]),
        cldr('ru', 'cardinalInWords', form, `spellout-cardinal-${set}`, ofCardinals(grammaticalCase, gender)),
      ]
    }),
  )
}

function arabicRows(): Row[] {
  const alone = known('مئتان where it stands alone; before its noun it is مئتا', (text, n) =>
    n === 200 ? `${text}ن` : text,
  )
  const hamza = swap('hamza on the alif of اثنان', 'اثن', 'إثن')
  const eleven = swap('إحدى عشر, half feminine, for أحد عشر', 'أحد عشر', 'إحدى عشر')
  const apart = known('300 to 900 in two words, ثلاثة مائة', (text, n) => {
    const [unit = ''] = n >= 300 ? [ours('ar', 'cardinalInWords', { case: 'nom' })(Math.floor(n / 100))] : []
    return text.replace(/^[^ ]+?مئة/, `${unit} مئة`)
  })
  const alif = swap('مائة, the older spelling of مئة', 'مئ', 'مائ')
  const blanks = swap('two blanks after the first', /(?<=الحادية?) (?=و)/g, '  ')
  const hundreds = (gender: string) =>
    known('from 100 on an article before their own cardinal, مئة وواحدة for الأولى بعد المئة', (text, n) => {
      if (n < 100) return text
      const cardinals = rbnf('ar')
      const hundred =
        n < 200 ? 'المائة' : n < 300 ? 'المائتان' : cardinals('spellout-numbering', n - (n % 100))
      return n % 100 === 0 ? hundred : `${hundred} و${cardinals(`spellout-cardinal-${gender}`, n % 100)}`
    })
  const nom = { case: 'nom' }
  return [
    cldr('ar', 'cardinalInWords', nom, 'spellout-cardinal-masculine', [alone, hamza, eleven, apart, alif]),
    cldr('ar', 'ordinalInWords', nom, 'spellout-ordinal-feminine', [blanks, hundreds('feminine')]),
    cldr('ar', 'ordinalInWords', { ...nom, gender: 'm' }, 'spellout-ordinal-masculine', [
      blanks,
      hundreds('masculine'),
    ]),
  ]
}

function chineseRows(): Row[] {
  const two = (character: string) =>
    known(`二 alone for ${character} before a noun`, (text) => (text === character ? '二' : text))
  const hundred = (character: string) =>
    known(`${character}百 is the spoken form beside 二百`, (text) => text.replace(/^二百/, `${character}百`))
  const round = swap('〇 for 零, as dates have it', '零', '〇')
  return [
    cldr('zh', 'cardinalInWords', {}, 'spellout-cardinal', [two('两')]),
    cldr('zh', 'cardinalInWords', {}, 'spellout-cardinal-alternate2', [hundred('两')]),
    cldr('zh', 'ordinalInWords', {}, 'spellout-ordinal', [round]),
    cldr('zh', 'ordinal', {}, 'digits-ordinal'),
    cldr('zh-Hant', 'cardinalInWords', {}, 'spellout-cardinal', [two('兩')]),
    cldr('zh-Hant', 'cardinalInWords', {}, 'spellout-cardinal-alternate2', [hundred('兩')]),
    cldr('zh-Hant', 'ordinalInWords', {}, 'spellout-ordinal'),
    cldr('zh-Hant', 'ordinal', {}, 'digits-ordinal'),
  ]
}
