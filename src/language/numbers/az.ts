import { anniversaryWords } from '../anniversary-words.ts'
import { inTurkic } from './turkic.ts'

const numbers = inTurkic({
  units: 'bir iki üç dörd beş altı yeddi səkkiz doqquz',
  unitsTh: 'birinci ikinci üçüncü dördüncü beşinci altıncı yeddinci səkkizinci doqquzuncu',
  tens: 'on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan',
  tensTh: 'onuncu iyirminci otuzuncu qırxıncı əllinci altmışıncı yetmişinci səksəninci doxsanıncı',
  hundred: 'yüz',
  hundredth: 'yüzüncü',
})

/**
 * Azerbaijani: numbers before a noun do not vary; their words are written apart (orthography rules of the
 * Republic, 2019; Azərbaycan dilinin orfoqrafiya lüğəti). In figures the short ending with a hyphen: "28-ci".
 */
export const azerbaijaniWords = anniversaryWords<never, never>({
  inEnglish: 'Azerbaijani',
  name: {
    usual: 'gen',
    declines: true,
    cases: ['nom', 'gen', 'dat', 'acc', 'loc', 'abl'],
    example: '{nom: Ştrelzau daşqını, gen: Ştrelzau daşqınının}',
  },
  ordinalForms: { cases: [], genders: [] },
  cardinalForms: { cases: [], genders: [] },
  ordinal: (n) => `${n}-${ordinalEnding(n)}`,
  ordinalInWords: numbers.ordinal,
  cardinalInWords: numbers.cardinal,
  yearsAgo: (n) => `${numbers.cardinal(n)} il əvvəl`,
})

/** The ending of an ordinal in figures is that of its last word: 2020-ci, 1993-cü, 1996-cı, 1999-cu. */
export function ordinalEnding(n: number): string {
  const thousandth = 'mininci'
  const last = numbers.lastOrdinal(n) ?? (n % 1000 === 0 ? thousandth : 'yüzüncü')
  return last.slice(-2)
}
