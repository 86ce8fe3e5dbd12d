import { expect, test } from 'vitest'
import { applyFixes, safeFixes } from '../../src/check/apply-fixes.ts'
import { checked, draftOf } from '../support/check.ts'
import { letterheadOf } from '../support/letterheads.ts'

/** What safe fixes make of a sentence in a release of 26 February 2027 about a flood of 1992. */
const MENDED: readonly (readonly [language: string, written: string, mended: string])[] = [
  ['en', 'On the 34th anniversary of the flood.', 'On the 35th anniversary of the flood.'],
  ['en', 'It is thirty-six years ago that it rained.', 'It is thirty-five years ago that it rained.'],
  ['en', 'Twenty-first years ago it rained.', 'Twenty-first years ago it rained.'],
  ['en', 'Twelfth years ago it rained.', 'Twelve years ago it rained.'],
  ['en', 'The 12 session met.', 'The 12th session met.'],
  ['en', 'Its forty-two anniversary is near.', 'Its forty-second anniversary is near.'],
  ['en', 'The 101th and the 112nd town.', 'The 101st and the 112th town.'],
  ['fr', 'Le 34e anniversaire de la crue.', 'Le 35e anniversaire de la crue.'],
  ['fr', 'C’était il y a trente-quatre ans.', 'C’était il y a trente-cinq ans.'],
  ['fr', 'Depuis douzième jours, il pleut.', 'Depuis douze jours, il pleut.'],
  ['fr', 'Le vingt et un anniversaire approche.', 'Le vingt et unième anniversaire approche.'],
  ['fr', 'La 1ère et la 21ème maison.', 'La 1re et la 21e maison.'],
  ['es', 'Es el 34.º aniversario de la crecida.', 'Es el 35.º aniversario de la crecida.'],
  ['es', 'La crecida fue hace treinta y seis años.', 'La crecida fue hace treinta y cinco años.'],
  ['es', 'Desde hace duodécimo años llueve.', 'Desde hace doce años llueve.'],
  ['es', 'La 101va casa cayó.', 'La 101.ª casa cayó.'],
  ['de', 'Es ist der 34. Jahrestag der Flut.', 'Es ist der 35. Jahrestag der Flut.'],
  ['de', 'Es geschah vor 12. Jahren.', 'Es geschah vor 12 Jahren.'],
  ['de', 'Es geschah vor zwölften Jahren.', 'Es geschah vor zwölf Jahren.'],
  ['de', 'Das 101te Haus fiel.', 'Das 101. Haus fiel.'],
  ['ru', 'Отмечают 34-ю годовщину наводнения.', 'Отмечают 35-ю годовщину наводнения.'],
  ['ru', 'К 35 годовщине открыли мост.', 'К 35-й годовщине открыли мост.'],
  ['ru', 'Это был 101-ый дом на 3-ьей улице.', 'Это был 101-й дом на 3-й улице.'],
  ['az', 'Bu, daşqının 34-cü ildönümüdür.', 'Bu, daşqının 35-ci ildönümüdür.'],
  ['az', 'Bənd on ikinci il əvvəl tikilib.', 'Bənd on iki il əvvəl tikilib.'],
  ['az', 'Bu, 101-cı və 40-ci evdir.', 'Bu, 101-ci və 40-cı evdir.'],
  ['tr', 'Bu, selin 34. yıl dönümü.', 'Bu, selin 35. yıl dönümü.'],
  ['tr', 'Set 12. yıl önce yapıldı.', 'Set 12 yıl önce yapıldı.'],
  ['tr', "Bu, 101'üncü ev.", "Bu, 101'inci ev."],
  ['ar', 'تحل الذكرى الـ34 للفيضان.', 'تحل الذكرى الـ35 للفيضان.'],
  ['zh', '今天是洪灾34周年。', '今天是洪灾35周年。'],
  ['zh', '大坝于三十四年前决口。', '大坝于三十五年前决口。'],
]

test.each(MENDED)('in %s "%s" becomes "%s"', async (language, written, mended) => {
  const text = draftOf(language, written, ['occasion: {name: flood, date: 1992-02-26}'])
  const fixes = safeFixes(await checked(text, await letterheadOf()))
  expect(applyFixes(text, fixes)).toBe(
    draftOf(language, mended, ['occasion: {name: flood, date: 1992-02-26}']),
  )
})
