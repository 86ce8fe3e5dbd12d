import { anniversaryWords, type NumberRules } from '../anniversary-words.ts'
import { entry, words } from '../word-table.ts'

const BELOW_TWENTY = words(
  '- one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
    'seventeen eighteen nineteen',
)
const TENS = words('- - twenty thirty forty fifty sixty seventy eighty ninety')

// All others take -th, and -y becomes -ieth.
const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** English: "one hundred and first" (New Hart's Rules, 11.1; CLDR en `spellout-ordinal-verbose`). */
export const englishWords = anniversaryWords(inEnglish(' and '))

/** English of the United States: "one hundred first" (Chicago Manual of Style, 9.5; CLDR en `spellout-ordinal`). */
export const americanEnglishWords = anniversaryWords(inEnglish(' '))

function inEnglish(afterHundred: string): NumberRules<never, never> {
  const cardinal = (n: number): string => {
    if (n < 20) return entry(BELOW_TWENTY, n)
    if (n < 100) {
      const ten = entry(TENS, Math.floor(n / 10))
      return n % 10 === 0 ? ten : `${ten}-${cardinal(n % 10)}`
    }
    const hundreds = `${cardinal(Math.floor(n / 100))} hundred`
    return n % 100 === 0 ? hundreds : `${hundreds}${afterHundred}${cardinal(n % 100)}`
  }
  return {
    inEnglish: 'English',
    name: { usual: 'nom', declines: false, cases: ['nom'], example: '{nom: Strelsau flood}' },
    ordinalForms: { cases: [], genders: [] },
    cardinalForms: { cases: [], genders: [] },
    ordinal: (n) => `${n}${suffix(n)}`,
    ordinalInWords: (n) => cardinal(n).replace(/[a-z]+$/, ordinalOf),
    cardinalInWords: cardinal,
    yearsAgo: (n) => `${cardinal(n)} ${n === 1 ? 'year' : 'years'} ago`,
  }
}

// 11th, 12th, 13th, 111th: the teens never take -st, -nd, -rd.
function suffix(n: number): string {
  if (Math.floor((n % 100) / 10) === 1) return 'th'
  return ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'
}

function ordinalOf(word: string): string {
  return IRREGULAR[word] ?? `${word.replace(/y$/, 'ie')}th`
}
