import { anniversaryWords } from '../anniversary-words.ts'
import { entry, words } from '../word-table.ts'

/** Cases after "der", "des", "dem", "den"; `strong` is the nominative without article: "erster Jahrestag". */
type Case = 'gen' | 'dat' | 'acc' | 'nom' | 'strong'
type Gender = 'm' | 'f' | 'n'

const BELOW_TWENTY = words(
  '- ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn ' +
    'siebzehn achtzehn neunzehn',
)
const TENS = words('- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig')

// The stem before -te; 20 and above take -ste.
const IRREGULAR: Readonly<Record<number, string>> = { 1: 'ers', 3: 'drit', 7: 'sieb', 8: 'ach' }

const EIN: Readonly<Record<Case, Readonly<Record<Gender, string>>>> = {
  nom: { m: 'ein', f: 'eine', n: 'ein' },
  gen: { m: 'eines', f: 'einer', n: 'eines' },
  dat: { m: 'einem', f: 'einer', n: 'einem' },
  acc: { m: 'einen', f: 'eine', n: 'ein' },
  strong: { m: 'ein', f: 'eine', n: 'ein' },
}

/**
 * German: by default the ending after an article in genitive or dative, "anlässlich des achtundzwanzigsten
 * Jahrestages", "zum achtundzwanzigsten Jahrestag" (Duden, Die Grammatik, "Ordinalzahlen"; DIN 5008 for
 * "28."). A hundred is "hundert", not "einhundert", as jubilees are told.
 */
export const germanWords = anniversaryWords<Case, Gender>({
  inEnglish: 'German',
  name: {
    usual: 'gen',
    declines: false,
    cases: ['nom', 'gen', 'dat', 'acc'],
    example: '{nom: das Hochwasser von Strelsau, gen: des Hochwassers von Strelsau}',
  },
  ordinalForms: { cases: ['gen', 'dat', 'acc', 'nom', 'strong'], genders: ['m', 'f', 'n'] },
  cardinalForms: { cases: ['nom', 'gen', 'dat', 'acc'], genders: ['n', 'm', 'f'] },
  ordinal: (n) => `${n}.`,
  ordinalInWords: (n, grammaticalCase, gender) => `${ordinalStem(n)}te${ending(grammaticalCase, gender)}`,
  // Only "ein" alone is declined: with more behind it the noun is a plural, "vor hundertein Jahren".
  cardinalInWords: (n, grammaticalCase, gender) => (n === 1 ? EIN[grammaticalCase][gender] : cardinal(n)),
  yearsAgo: (n) => (n === 1 ? 'vor einem Jahr' : `vor ${cardinal(n)} Jahren`),
})

function ending(grammaticalCase: Case, gender: Gender): string {
  if (grammaticalCase === 'strong') return { m: 'r', f: '', n: 's' }[gender]
  const isPlain = grammaticalCase === 'nom' || (grammaticalCase === 'acc' && gender !== 'm')
  return isPlain ? '' : 'n'
}

function ordinalStem(n: number): string {
  const rest = n % 100
  const hundreds = n < 100 ? '' : cardinal(n - rest)
  if (rest === 0) return `${hundreds}s`
  if (rest < 20) return hundreds + (IRREGULAR[rest] ?? entry(BELOW_TWENTY, rest))
  return `${hundreds}${belowHundred(rest)}s`
}

function cardinal(n: number): string {
  if (n < 100) return belowHundred(n)
  const hundreds = n < 200 ? 'hundert' : `${belowHundred(Math.floor(n / 100))}hundert`
  return n % 100 === 0 ? hundreds : hundreds + belowHundred(n % 100)
}

function belowHundred(n: number): string {
  if (n < 20) return entry(BELOW_TWENTY, n)
  const ten = entry(TENS, Math.floor(n / 10))
  return n % 10 === 0 ? ten : `${entry(BELOW_TWENTY, n % 10)}und${ten}`
}
