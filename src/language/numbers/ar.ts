import { anniversaryWords } from '../anniversary-words.ts'
import { cardinal } from './ar-cardinals.ts'
import { ordinalInWords } from './ar-ordinals.ts'

/** Cases as letters show them: only tens and duals tell the nominative from the other two. */
export type Case = 'gen' | 'nom' | 'acc'
/** Gender of the noun: "ذكرى" and "سنة" are feminine, "عام" masculine. */
export type Gender = 'f' | 'm'

/**
 * Arabic: ordinals by default feminine, definite, genitive, "بمناسبة الذكرى الثامنة والعشرين"; cardinals
 * genitive before the masculine "عام", "قبل ثمانية وعشرين عاماً" (عباس حسن، النحو الوافي، باب العدد; "مئة"
 * without alif as the Academy of Cairo has it; CLDR ar for the plural of the noun).
 */
export const arabicWords = anniversaryWords<Case, Gender>({
  inEnglish: 'Arabic',
  name: {
    usual: 'gen',
    declines: true,
    cases: ['nom', 'gen', 'acc'],
    example: '{nom: فيضان ستريلساو, gen: فيضان ستريلساو}',
  },
  ordinalForms: { cases: ['gen', 'nom', 'acc'], genders: ['f', 'm'] },
  cardinalForms: { cases: ['gen', 'nom', 'acc'], genders: ['m', 'f'] },
  // The article stands before the figures with a tatweel, and no ending behind them.
  ordinal: (n) => `الـ${n}`,
  ordinalInWords,
  cardinalInWords: cardinal,
  yearsAgo: (n) => `قبل ${years(n)}`,
})

// One and two are told by the noun alone, also behind hundreds: "مئة عام وعام", "مئة عام وعامين".
function years(n: number): string {
  const rest = n % 100
  const hundreds = n - rest
  if (rest === 1 || rest === 2) {
    const last = rest === 1 ? 'عام' : 'عامين'
    return hundreds === 0 ? last : `${cardinal(hundreds, 'gen', 'm')} عام و${last}`
  }
  // Plural after 3 to 10, accusative singular after 11 to 99, genitive singular after whole hundreds.
  const noun = rest === 0 ? 'عام' : rest <= 10 ? 'أعوام' : 'عاماً'
  return `${cardinal(n, 'gen', 'm')} ${noun}`
}
