import type { CheckContext } from './context.ts'
import type { IssuedPassage } from './passages.ts'
import { MASK } from './scan/passage.ts'
import { sentences } from './scan/sentences.ts'
import { type ComparedWord, comparedWords } from './scan/word-difference.ts'
import type { ApprovedQuote } from './settings.ts'

/** An approved quotation with its words. */
export interface ApprovedWords {
  readonly quote: ApprovedQuote
  readonly words: readonly ComparedWord[]
  readonly keys: readonly string[]
  readonly known: ReadonlySet<string>
  /** The words in one line, each between blanks. */
  readonly line: string
}

/** A sentence that a release quotes, or the part of one between what is left out. */
export interface Said {
  readonly passage: IssuedPassage
  /** Offsets into the passage's text. */
  readonly start: number
  readonly end: number
  readonly words: readonly ComparedWord[]
  readonly keys: readonly string[]
  /** The words in one line, each between blanks. */
  readonly line: string
}

const books = new WeakMap<readonly ApprovedQuote[], readonly ApprovedWords[]>()

/** The approved quotations in the language of the release. */
export function approvedWords({ settings, tag }: CheckContext): ApprovedWords[] {
  const book = books.get(settings.quotes) ?? settings.quotes.map(wordsOf)
  books.set(settings.quotes, book)
  const primary = (language: string) => language.split('-')[0]?.toLowerCase()
  return book.filter(({ quote }) => primary(quote.language) === primary(tag))
}

function wordsOf(quote: ApprovedQuote): ApprovedWords {
  const words = comparedWords(quote.text)
  const keys = words.map(({ key }) => key)
  return { quote, words, keys, known: new Set(keys), line: ` ${keys.join(' ')} ` }
}

/**
 * What the paragraphs of a release quote, from `least` words on, or `leastLetters` where words have no blanks;
 * code, addresses and the values of expressions are no words of anybody.
 */
export function* saidIn({ passages }: CheckContext, least: number, leastLetters: number): Generator<Said> {
  for (const passage of passages) {
    if (passage.kind !== 'paragraph') continue
    for (const range of passage.ranges) {
      for (const [start, end] of partsOf(passage.text, range)) {
        const text = passage.text.slice(start, end)
        const words = comparedWords(text)
        const few = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Thai}]/u.test(text) ? leastLetters : least
        if (words.length < few || text.includes(MASK) || passage.isFilled(start, end)) continue
        const keys = words.map(({ key }) => key)
        yield { passage, start, end, words, keys, line: ` ${keys.join(' ')} ` }
      }
    }
  }
}

/** The sentences of a quotation, cut where something is left out or put in. */
function* partsOf(text: string, [from, to]: readonly [number, number]): Generator<[number, number]> {
  let start = from
  const cuts = [...text.slice(from, to).matchAll(/\[[^\]]*\]|…|\.{3}|(?:\. ){2}\./gu)]
  for (const cut of [...cuts, undefined]) {
    const end = cut ? from + cut.index : to
    for (const [first, last] of sentences(text.slice(start, end))) yield [start + first, start + last]
    if (cut) start = end + cut[0].length
  }
}
