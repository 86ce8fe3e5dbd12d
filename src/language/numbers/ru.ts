import { anniversaryWords } from '../anniversary-words.ts'
import { cardinal } from './ru-cardinals.ts'
import { ordinalEnding, ordinalInWords } from './ru-ordinals.ts'

/** Cases by their usual short names; the accusative is that of things, as anniversaries and years are. */
export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'prep'
/** Gender of the noun: "годовщина" is feminine, "юбилей" and "год" masculine, "столетие" neuter. */
export type Gender = 'm' | 'f' | 'n'

const CASES = ['nom', 'gen', 'dat', 'acc', 'ins', 'prep'] as const
const plural = new Intl.PluralRules('ru')

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
  if (n === 1) return 'год назад'
  const years = { one: 'год', few: 'года', many: 'лет' }[plural.select(n) as 'one' | 'few' | 'many']
  return `${cardinal(n, 'acc', 'm')} ${years} назад`
}
