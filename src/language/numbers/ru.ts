import { anniversaryWords } from '../anniversary-words.ts'
import { cardinal } from './ru-cardinals.ts'
import { ordinalEnding, ordinalInWords } from './ru-ordinals.ts'

/** Cases by their usual short names; the accusative is that of things, as anniversaries and years are. */
export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'prep'
/** Gender of the noun: "годовщина" is feminine, "юбилей" and "год" masculine, "столетие" neuter. */
export type Gender = 'm' | 'f' | 'n'

const CASES = ['nom', 'gen', 'dat', 'acc', 'ins', 'prep'] as const

/**
 * Russian: ordinals by default feminine genitive, "по случаю двадцать восьмой годовщины"; cardinals
 * masculine nominative, "двадцать один год" (Русская грамматика 1980, 1366–1380; Мильчин, Справочник
 * издателя, and orfogrammka.ru for the endings in figures, "28-й годовщины").
 */
export const russianWords = anniversaryWords<Case, Gender>({
  inEnglish: 'Russian',
  name: {
    usual: 'gen',
    declines: true,
    cases: CASES,
    example: '{nom: наводнение в Стрельсау, gen: наводнения в Стрельсау}',
  },
  ordinalForms: { cases: ['gen', 'nom', 'dat', 'acc', 'ins', 'prep'], genders: ['f', 'm', 'n'] },
  cardinalForms: { cases: CASES, genders: ['m', 'f', 'n'] },
  ordinal: (n, grammaticalCase, gender) => `${n}-${ordinalEnding(grammaticalCase, gender)}`,
  ordinalInWords,
  cardinalInWords: cardinal,
  yearsAgo,
})

// "год назад" says it; "один год назад" would count.
function yearsAgo(n: number): string {
  return n === 1 ? 'год назад' : `${cardinal(n, 'acc', 'm')} ${yearsAfter(n)} назад`
}

// By the last word spoken (CLDR ru: one, few, many): 21 год, 22 года, 25 лет, but 11 to 14 лет.
function yearsAfter(n: number): string {
  const last = n % 100 > 10 && n % 100 < 20 ? 0 : n % 10
  if (last === 1) return 'год'
  return last >= 2 && last <= 4 ? 'года' : 'лет'
}
