import { anniversaryWords } from '../anniversary-words.ts'
import { entry, words } from '../word-table.ts'

// Spelling of the Imprimerie nationale and of most newsrooms: hyphens below a hundred only, none around "et".
const BELOW_SEVENTEEN = words(
  '- un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
)
const TENS = words('- dix vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt')

/**
 * French: masculine by default, as "anniversaire" is (Lexique de l'Imprimerie nationale; Grevisse, Le Bon
 * Usage, 595–600). "28e", never "28ème"; "vingt et unième" in the spelling before 1990.
 */
export const frenchWords = anniversaryWords<never, 'm' | 'f'>({
  inEnglish: 'French',
  name: {
    usual: 'nom',
    declines: false,
    cases: ['nom'],
    example: '{nom: inondation de Strelsau}',
  },
  ordinalForms: { cases: [], genders: ['m', 'f'] },
  cardinalForms: { cases: [], genders: ['m', 'f'] },
  ordinal: (n, _, gender) => (n === 1 ? (gender === 'f' ? '1re' : '1er') : `${n}e`),
  ordinalInWords: (n, _, gender) => {
    if (n === 1) return gender === 'f' ? 'première' : 'premier'
    // "quatre-vingtième", "deux centième": the plural -s of the cardinal falls.
    const stem = cardinal(n).replace(/(?<=vingt|cent)s$/, '')
    return stem.replace(/(?:cinq|neuf|e)$/, softened).concat('ième')
  },
  cardinalInWords: (n, _, gender) => (gender === 'f' ? cardinal(n).replace(/\bun$/, 'une') : cardinal(n)),
  yearsAgo: (n) => `il y a ${cardinal(n)} ${n === 1 ? 'an' : 'ans'}`,
})

function softened(end: string): string {
  return { cinq: 'cinqu', neuf: 'neuv', e: '' }[end] ?? end
}

function cardinal(n: number): string {
  if (n < 100) return belowHundred(n)
  const hundreds = n < 200 ? 'cent' : `${belowHundred(Math.floor(n / 100))} cent`
  if (n % 100 !== 0) return `${hundreds} ${belowHundred(n % 100)}`
  return n === 100 ? hundreds : `${hundreds}s`
}

// Seventy and ninety go on counting from sixty and eighty: soixante et onze, quatre-vingt-dix-sept.
function belowHundred(n: number): string {
  if (n < 17) return entry(BELOW_SEVENTEEN, n)
  if (n < 20) return `dix-${belowHundred(n - 10)}`
  const ten = Math.floor(n / 10)
  const rest = ten === 7 || ten === 9 ? (n % 10) + 10 : n % 10
  const head = entry(TENS, ten)
  if (rest === 0) return ten === 8 ? `${head}s` : head
  // 21, 31 … 71 take "et"; 81 and 91 do not.
  return rest % 10 === 1 && ten < 8 ? `${head} et ${belowHundred(rest)}` : `${head}-${belowHundred(rest)}`
}
