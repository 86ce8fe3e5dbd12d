import { anniversaryWords } from '../anniversary-words.ts'
import { inTurkic } from './turkic.ts'

const numbers = inTurkic({
  units: 'bir iki üç dört beş altı yedi sekiz dokuz',
  unitsTh: 'birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu',
  tens: 'on yirmi otuz kırk elli altmış yetmiş seksen doksan',
  tensTh: 'onuncu yirminci otuzuncu kırkıncı ellinci altmışıncı yetmişinci sekseninci doksanıncı',
  hundred: 'yüz',
  hundredth: 'yüzüncü',
})

/**
 * Turkish: numbers before a noun do not vary; their words are written apart (TDK, Yazım Kılavuzu,
 * "Sayıların Yazılışı"). In figures a point: "28. yıl dönümü".
 */
export const turkishWords = anniversaryWords<never, never>({
  inEnglish: 'Turkish',
  name: {
    usual: 'gen',
    declines: true,
    cases: ['nom', 'gen', 'dat', 'acc', 'loc', 'abl'],
    example: '{nom: Strelsau seli, gen: Strelsau selinin}',
  },
  ordinalForms: { cases: [], genders: [] },
  cardinalForms: { cases: [], genders: [] },
  ordinal: (n) => `${n}.`,
  ordinalInWords: numbers.ordinal,
  cardinalInWords: numbers.cardinal,
  yearsAgo: (n) => `${numbers.cardinal(n)} yıl önce`,
})
