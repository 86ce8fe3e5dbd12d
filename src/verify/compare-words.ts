import type { Word } from './words.ts'

/** A word of one format among its neighbours. */
export interface Passage {
  /** Up to five words before it. */
  readonly before: string
  /** The word itself; empty where the format has ended. */
  readonly word: string
  /** Up to five words behind it. */
  readonly after: string
}

/** Where two sequences of words part. */
export interface Difference {
  /** Number of the word in the first sequence, from 1 on. */
  readonly at: number
  readonly expected: Passage
  readonly found: Passage
}

/** Words of context on either side. */
const CONTEXT = 5

/** A hyphen that a line may have been broken with. */
const HYPHEN = /(?<=\p{L})[-\u2010]$/u

/**
 * Where two sequences of words first differ; `undefined` where they do not. `language` tells how its
 * capitals are written (i, İ, ı).
 */
export function firstDifference(
  expected: readonly Word[],
  found: readonly Word[],
  language: string,
): Difference | undefined {
  const one = reader(expected)
  const two = reader(found)
  for (;;) {
    const [wanted, other] = [one.word(), two.word()]
    if (wanted === undefined && other === undefined) return undefined
    const isWhole = wanted && other && isSame(wanted, other, language)
    if (isWhole) {
      one.next()
      two.next()
    } else if (two.join(wanted?.text, language) || one.join(other?.text, language)) {
      // Looked at again, longer by a line's beginning.
    } else if (other?.marker) two.next()
    else if (wanted?.marker) one.next()
    else return { at: one.at() + 1, expected: one.passage(), found: two.passage() }
  }
}

/** Goes through words; one that a line's end has cut is put together again. */
function reader(words: readonly Word[]) {
  let at = 0
  let from = 0
  let current = words[0]
  return {
    /** Where the word begins, from 0 on. */
    at: () => from,
    /** The word, as far as it is put together. */
    word: () => current,
    next() {
      at += 1
      from = at
      current = words[at]
    },
    /**
     * Adds the next word to one that a line's end has cut, where the whole may be `wanted`; without the
     * hyphen of the line's end where `wanted` has none.
     */
    join(wanted: string | undefined, language: string): boolean {
      const next = words[at + 1]
      if (!current?.open || !next || wanted === undefined || current.text.length > wanted.length) return false
      const { text, label } = current
      const kept = [text, text.replace(HYPHEN, '')].find((part) => begins(wanted, part, label, language))
      if (kept === undefined) return false
      at += 1
      current = { ...next, text: kept + next.text }
      return true
    },
    passage: (): Passage => ({
      before: textOf(words.slice(Math.max(0, from - CONTEXT), from)),
      word: current?.text ?? '',
      after: textOf(words.slice(at + 1, at + 1 + CONTEXT)),
    }),
  }
}

function begins(whole: string, part: string, label: boolean | undefined, language: string): boolean {
  return (
    whole.startsWith(part) ||
    (label === true && capitalsOf(whole, language).some((one) => one.startsWith(part)))
  )
}

/** In capitals by the rules of the release; a word of plain letters may be of a name in English, whose `i` has no dot above. */
function capitalsOf(text: string, language: string): string[] {
  const own = text.toLocaleUpperCase(language)
  return /^[\x20-\x7e]*$/.test(text) ? [own, text.toUpperCase()] : [own]
}

function isSame(one: Word, other: Word, language: string): boolean {
  return (
    one.text === other.text ||
    (other.label === true && capitalsOf(one.text, language).includes(other.text)) ||
    (one.label === true && capitalsOf(other.text, language).includes(one.text))
  )
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}
