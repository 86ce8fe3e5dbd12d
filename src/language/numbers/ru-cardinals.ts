import { entry, words } from '../word-table.ts'
import type { Case, Gender } from './ru.ts'

/** A row: nominative (and accusative of things), genitive, dative, instrumental, prepositional. */
type Row = readonly [nom: string, gen: string, dat: string, ins: string, prep: string]
const COLUMN = { nom: 0, acc: 0, gen: 1, dat: 2, ins: 3, prep: 4 } as const

const ONE: Readonly<Record<Gender, Readonly<Record<Case, string>>>> = {
  m: { nom: 'один', gen: 'одного', dat: 'одному', acc: 'один', ins: 'одним', prep: 'одном' },
  f: { nom: 'одна', gen: 'одной', dat: 'одной', acc: 'одну', ins: 'одной', prep: 'одной' },
  n: { nom: 'одно', gen: 'одного', dat: 'одному', acc: 'одно', ins: 'одним', prep: 'одном' },
}

const TWO_TO_FOUR: readonly Row[] = [
  ['два', 'двух', 'двум', 'двумя', 'двух'],
  ['три', 'трёх', 'трём', 'тремя', 'трёх'],
  ['четыре', 'четырёх', 'четырём', 'четырьмя', 'четырёх'],
]

// Feminine nouns in -ь: пять, пяти, пятью.
const FIVE_TO_NINETEEN = words(
  'пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать ' +
    'шестнадцать семнадцать восемнадцать девятнадцать',
)

const TENS: readonly Row[] = [
  regular('двадцать'),
  regular('тридцать'),
  ['сорок', 'сорока', 'сорока', 'сорока', 'сорока'],
  ...['пять', 'шесть', 'семь', 'восемь'].map(tensOf),
  ['девяносто', 'девяноста', 'девяноста', 'девяноста', 'девяноста'],
]

const HUNDREDS: readonly Row[] = [
  ['сто', 'ста', 'ста', 'ста', 'ста'],
  ['двести', 'двухсот', 'двумстам', 'двумястами', 'двухстах'],
  ['триста', 'трёхсот', 'трёмстам', 'тремястами', 'трёхстах'],
  ['четыреста', 'четырёхсот', 'четырёмстам', 'четырьмястами', 'четырёхстах'],
  ...['пять', 'шесть', 'семь', 'восемь', 'девять'].map(hundredsOf),
]

/** "двадцать восемь", "двадцати восьми": a cardinal from 1 to 999; each of its words declines. */
export function cardinal(n: number, grammaticalCase: Case, gender: Gender): string {
  const parts: string[] = []
  if (n >= 100) parts.push(form(HUNDREDS, Math.floor(n / 100) - 1, grammaticalCase))
  const rest = n % 100
  if (rest >= 20) parts.push(form(TENS, Math.floor(rest / 10) - 2, grammaticalCase))
  const last = rest < 20 ? rest : rest % 10
  if (last > 0) parts.push(belowTwenty(last, grammaticalCase, gender))
  return parts.join(' ')
}

function belowTwenty(n: number, grammaticalCase: Case, gender: Gender): string {
  if (n === 1) return ONE[gender][grammaticalCase]
  if (n > 4) return regular(entry(FIVE_TO_NINETEEN, n - 5))[COLUMN[grammaticalCase]]
  const word = form(TWO_TO_FOUR, n - 2, grammaticalCase)
  return word === 'два' && gender === 'f' ? 'две' : word
}

function form(rows: readonly Row[], index: number, grammaticalCase: Case): string {
  return entry(rows[index] ?? [], COLUMN[grammaticalCase])
}

// восемь loses its -е- where the ending has a vowel: восьми, but восемью (восьмью is older).
function regular(word: string): Row {
  const oblique = `${(word === 'восемь' ? 'восьмь' : word).slice(0, -1)}и`
  return [word, oblique, oblique, `${word}ю`, oblique]
}

// пятьдесят, пятидесяти, пятьюдесятью: both halves decline.
function tensOf(unit: string): Row {
  const [, gen, , ins] = regular(unit)
  const oblique = `${gen}десяти`
  return [`${unit}десят`, oblique, oblique, `${ins}десятью`, oblique]
}

// пятьсот, пятисот, пятистам, пятьюстами, пятистах.
function hundredsOf(unit: string): Row {
  const [, gen, , ins] = regular(unit)
  return [`${unit}сот`, `${gen}сот`, `${gen}стам`, `${ins}стами`, `${gen}стах`]
}
