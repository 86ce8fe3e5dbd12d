import { entry, words } from '../word-table.ts'
import type { Case, Gender } from './ru.ts'
import { cardinal } from './ru-cardinals.ts'

// Masculine nominative; only the last word of a number is an ordinal and declined: "сто двадцать восьмой".
const BELOW_TWENTY = words(
  '- первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый ' +
    'двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый',
)
const TENTHS = words(
  '- десятый двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый',
)
const HUNDREDTHS = words(
  '- сотый двухсотый трёхсотый четырёхсотый пятисотый шестисотый семисотый восьмисотый девятисотый',
)

/** Endings by gender, in the order nom, gen, dat, acc, ins, prep. */
type Endings = Readonly<Record<Gender, Readonly<Record<Case, string>>>>

// первый, пятый …: hard stem.
const HARD: Endings = {
  m: { nom: 'ый', gen: 'ого', dat: 'ому', acc: 'ый', ins: 'ым', prep: 'ом' },
  f: { nom: 'ая', gen: 'ой', dat: 'ой', acc: 'ую', ins: 'ой', prep: 'ой' },
  n: { nom: 'ое', gen: 'ого', dat: 'ому', acc: 'ое', ins: 'ым', prep: 'ом' },
}
// третий alone declines like "чей".
const THIRD: Endings = {
  m: { nom: 'ий', gen: 'ьего', dat: 'ьему', acc: 'ий', ins: 'ьим', prep: 'ьем' },
  f: { nom: 'ья', gen: 'ьей', dat: 'ьей', acc: 'ью', ins: 'ьей', prep: 'ьей' },
  n: { nom: 'ье', gen: 'ьего', dat: 'ьему', acc: 'ье', ins: 'ьим', prep: 'ьем' },
}

/** "двадцать восьмой": an ordinal from 1 to 999. */
export function ordinalInWords(n: number, grammaticalCase: Case, gender: Gender): string {
  const word = lastWord(n)
  const before = n - lastNumber(n)
  const ordinal = decline(word, grammaticalCase, gender)
  return before === 0 ? ordinal : `${cardinal(before, 'nom', 'm')} ${ordinal}`
}

/**
 * The ending after figures: the last letter where a vowel stands before it, else the last two: 28-й, 28-го.
 * The same for all numbers: the endings of "третий" are cut to the same letters, 3-я, 3-ю, 3-го.
 */
export function ordinalEnding(grammaticalCase: Case, gender: Gender): string {
  const ending = HARD[gender][grammaticalCase]
  return ending.slice(/[аоуы].$/.test(ending) ? -1 : -2)
}

// второй, сороковой … are stressed on the ending, which only the masculine nominative shows.
function decline(word: string, grammaticalCase: Case, gender: Gender): string {
  const stem = word.slice(0, -2)
  if (word === 'третий') return stem + THIRD[gender][grammaticalCase]
  const isAsListed = gender === 'm' && (grammaticalCase === 'nom' || grammaticalCase === 'acc')
  return isAsListed ? word : stem + HARD[gender][grammaticalCase]
}

function lastWord(n: number): string {
  const last = lastNumber(n)
  if (last < 20) return entry(BELOW_TWENTY, last)
  return last < 100 ? entry(TENTHS, last / 10) : entry(HUNDREDTHS, last / 100)
}

// What the last spoken word stands for: 128 → 8, 112 → 12, 120 → 20, 200 → 200.
function lastNumber(n: number): number {
  const rest = n % 100
  if (rest === 0) return n
  return rest < 20 || rest % 10 === 0 ? rest : rest % 10
}
