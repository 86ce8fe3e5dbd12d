import { type AnniversaryWords, LAST_IN_WORDS, type WordForm } from '../../language/anniversary-words.ts'
import { firstWord, wordsPattern } from './edges.ts'
import { normalise } from './normalise.ts'
import type { ScanTable } from './table.ts'

/** A number that counts, in figures or words. */
export interface Cardinal {
  readonly start: number
  readonly end: number
  readonly n: number
  readonly isInWords: boolean
}

/** Finds cardinals up to 999 in figures and to 199 in words in a normalised text, longest first. */
export function findCardinals(normal: string, words: AnniversaryWords, table: ScanTable): Cardinal[] {
  const figures = [...normal.matchAll(table.unspaced ? UNSPACED_FIGURES : FIGURES)].flatMap(
    ({ index, 0: { length }, 0: written }) => {
      const n = Number(written)
      return n > 0 ? [{ start: index, end: index + length, n, isInWords: false }] : []
    },
  )
  return [...figures, ...inWords(normal, words, table)].sort((a, b) => a.start - b.start)
}

const FIGURE = String.raw`(?=\d)(?<![\p{N}$€£#№/.,:'+-]|\p{N} )`
const NO_MORE_FIGURES = String.raw`(?![\p{N}%‰]|[.,:/]\p{N}| \d{3}(?!\d))`
const FIGURES = new RegExp(String.raw`${FIGURE}(?<!\p{L})\d{1,3}${NO_MORE_FIGURES}(?![\p{L}-])`, 'gu')
const UNSPACED_FIGURES = new RegExp(String.raw`${FIGURE}(?<![A-Za-z第])\d{1,3}${NO_MORE_FIGURES}`, 'gu')

/** Longest number in words that is looked for, characters: "one hundred and seventy-seven" and the like. */
const LONGEST = 40

const [EDGE, NUMBER] = [/[\p{L}\p{N}-]/u, /[第\d零一二三四五六七八九十百千万]/u]

function inWords(text: string, words: AnniversaryWords, table: ScanTable): Cardinal[] {
  const book = bookOf(words, table)
  if (table.hundreds[0]?.test(text)) book.learnTo(199)
  const found: Cardinal[] = []
  for (const { 0: word, index: start } of text.matchAll(table.unspaced ? /./gu : book.beginnings())) {
    const before = text[start - 1] ?? ''
    const isFree = start >= (found.at(-1)?.end ?? 0) && !(table.unspaced ? NUMBER : EDGE).test(before)
    const longest = isFree && book.firsts.has(word) ? longestAt(text, start, book.numbers, table) : undefined
    if (longest) found.push(longest)
  }
  return found
}

function longestAt(
  text: string,
  start: number,
  numbers: ReadonlyMap<string, number>,
  { unspaced }: ScanTable,
): Cardinal | undefined {
  for (let end = Math.min(text.length, start + LONGEST); end > start; end--) {
    if (!unspaced && EDGE.test(text[end] ?? '')) continue
    const n = numbers.get(text.slice(start, end))
    if (n === undefined) continue
    return { start, end, n, isInWords: true }
  }
  return undefined
}

/** Numbers by their words, and what those begin with: a word, or a character where words are not parted. */
interface CardinalBook {
  readonly numbers: ReadonlyMap<string, number>
  readonly firsts: ReadonlySet<string>
  /** Finds the words of `firsts`, and figures. */
  beginnings(): RegExp
  learnTo(last: number): void
}

const books = new WeakMap<AnniversaryWords, CardinalBook>()

function bookOf(words: AnniversaryWords, table: ScanTable): CardinalBook {
  const known = books.get(words)
  if (known) return known
  const numbers = new Map<string, number>()
  const firsts = new Set<string>()
  const forms: WordForm[] = [{}, ...table.frames.flatMap((frame) => frame.forms), ...(table.counting ?? [])]
  let next = 1
  const learnTo = (last: number) => {
    for (; next <= Math.min(last, LAST_IN_WORDS); next++) {
      for (const form of forms) {
        const written = words.cardinalInWords(next, form)
        if (!written.ok) continue
        const own = normalise(written.text)
        for (const text of [own, ...table.spellings.map((spell) => normalise(spell(own)))]) {
          if (!numbers.has(text)) numbers.set(text, next)
          firsts.add(table.unspaced ? (text[0] ?? '') : firstWord(text))
        }
      }
    }
  }
  learnTo(99)
  const book = { numbers, firsts, beginnings: wordsPattern(firsts), learnTo }
  books.set(words, book)
  return book
}
