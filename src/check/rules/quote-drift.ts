import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { MASK } from '../scan/passage.ts'
import { sentences } from '../scan/sentences.ts'
import {
  type ComparedWord,
  comparedWords,
  differenceWithin,
  type WordDifference,
} from '../scan/word-difference.ts'
import type { ApprovedQuote } from '../settings.ts'

/** An approved quotation with its words. */
interface Entry {
  readonly quote: ApprovedQuote
  readonly words: readonly ComparedWord[]
  readonly keys: readonly string[]
  readonly known: ReadonlySet<string>
  /** The words in one line, each between blanks. */
  readonly line: string
}

/** Words from which on a sentence is told from any other; letters, where words have no blanks. */
const [LEAST, LEAST_LETTERS] = [6, 14]

/** Of so many words one may be another: with more it is another sentence. */
const OF_WORDS = 5

/** Longest excerpt of the approved words in a hint. */
const EXCERPT = 140

/** Words that somebody has nearly said. */
export const quoteDrift: Rule = {
  id: 'quote-drift',
  group: 'facts',
  severity: 'warning',
  isOfQuotations: true,
  doc: 'Catches a quotation that is nearly but not quite one of `quotes.yaml`, of a speaker whom the release names. What is left out at its ends, marked by an ellipsis or put in square brackets is no difference, and neither are capitals and marks.',
  source: 'The list of approved quotations of the project, quotes.yaml.',
  bad: '“acts of particular gravity against our people”',
  good: '“acts of special gravity against our people”',
  skips: ['code', 'address'],
  *check(context) {
    const entries = entriesOf(context)
    if (entries.length === 0) return
    for (const passage of context.passages) {
      if (passage.kind !== 'paragraph') continue
      for (const range of passage.ranges) {
        for (const [start, end] of saidIn(passage.text, range)) {
          const found = compared(passage, start, end, entries)
          if (found) yield found
        }
      }
    }
  },
}

const books = new WeakMap<readonly ApprovedQuote[], readonly Entry[]>()

/** The approved quotations in the language of the release, of those whom it names. */
function entriesOf({ settings, tag, passages }: CheckContext): Entry[] {
  const book = books.get(settings.quotes) ?? settings.quotes.map(entryOf)
  books.set(settings.quotes, book)
  const primary = (language: string) => language.split('-')[0]?.toLowerCase()
  const own = book.filter(({ quote }) => primary(quote.language) === primary(tag))
  if (own.length === 0) return []
  const text = passages.map((passage) => passage.text).join('\n')
  // The last part of a name: "Hentzau", as "Ms Hentzau said"; letters may follow in languages with cases.
  return own.filter(({ quote }) => text.includes(quote.speaker.split(' ').at(-1) ?? quote.speaker))
}

function entryOf(quote: ApprovedQuote): Entry {
  const words = comparedWords(quote.text)
  const keys = words.map(({ key }) => key)
  return { quote, words, keys, known: new Set(keys), line: ` ${keys.join(' ')} ` }
}

/** The sentences of a quotation, cut where something is left out or put in. */
function* saidIn(text: string, [from, to]: readonly [number, number]): Generator<[number, number]> {
  let start = from
  const cuts = [...text.slice(from, to).matchAll(/\[[^\]]*\]|…|\.{3}|(?:\. ){2}\./gu)]
  for (const cut of [...cuts, undefined]) {
    const end = cut ? from + cut.index : to
    for (const [first, last] of sentences(text.slice(start, end))) yield [start + first, start + last]
    if (cut) start = end + cut[0].length
  }
}

function compared(
  passage: IssuedPassage,
  start: number,
  end: number,
  entries: readonly Entry[],
): RuleFinding | undefined {
  const said = passage.text.slice(start, end)
  const words = comparedWords(said)
  const keys = words.map(({ key }) => key)
  const least = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Thai}]/u.test(said) ? LEAST_LETTERS : LEAST
  if (keys.length < least || said.includes(MASK) || passage.isFilled(start, end)) return undefined
  const line = ` ${keys.join(' ')} `
  if (entries.some((entry) => entry.line.includes(line))) return undefined
  const most = Math.floor(keys.length / OF_WORDS)
  let best: { entry: Entry; difference: WordDifference } | undefined
  for (const entry of entries) {
    if (keys.filter((key) => !entry.known.has(key)).length > most) continue
    const difference = differenceWithin(keys, entry.keys, Math.min(most, best?.difference.distance ?? most))
    if (difference && difference.distance < (best?.difference.distance ?? most + 1))
      best = { entry, difference }
  }
  if (!best) return undefined
  const { entry, difference } = best
  const { from, to, otherFrom, otherTo } = difference
  const here = said.slice(words[from]?.start, words[to - 1]?.end)
  const there = entry.quote.text.slice(entry.words[otherFrom]?.start, entry.words[otherTo - 1]?.end)
  // Where words are missing, the one behind them is shown, or the last.
  const first = words[Math.min(from, words.length - 1)]
  const last = to > from ? words[to - 1] : first
  const { speaker, source } = entry.quote
  return {
    ...passage.spanOf(start + (first?.start ?? 0), start + (last?.end ?? 0)),
    message: differenceOf(to > from ? here : '', otherTo > otherFrom ? there : '', speaker),
    hint: `approved: "${excerptOf(entry, otherFrom, otherTo)}"${source === undefined ? '' : ` (${source})`}`,
  }
}

function differenceOf(here: string, there: string, speaker: string): string {
  const approved = `the approved quotation of ${speaker}`
  if (here === '') return `"${there}" of ${approved} is missing`
  return there === '' ? `"${here}" is not in ${approved}` : `"${here}" is "${there}" in ${approved}`
}

/** The approved words around the difference. */
function excerptOf({ quote: { text }, words }: Entry, from: number, to: number): string {
  if (text.length <= EXCERPT) return text
  const first = Math.max(0, from - 6)
  const last = Math.min(words.length, Math.max(to, from) + 6)
  const [start, end] = [words[first]?.start ?? 0, words[last - 1]?.end ?? text.length]
  return `${first > 0 ? '… ' : ''}${text.slice(start, end)}${last < words.length ? ' …' : ''}`
}
