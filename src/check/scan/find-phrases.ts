import type { AnniversaryWords } from '../../language/anniversary-words.ts'
import { firstWord, isEdge, isOfWord } from './edges.ts'
import { type PhraseBook, phraseBook, type Reading } from './phrase-book.ts'
import type { ScanTable } from './table.ts'

/** A number with its words in a passage. */
export interface Phrase {
  readonly kind: Reading['kind']
  readonly n: number
  /** Offsets into the passage's text. */
  readonly start: number
  readonly end: number
  /** What it can be, after what stands around it was heard. */
  readonly readings: readonly Reading[]
  /** True for an ordinal beside "anniversary", and for "N years" that counts from the event. */
  readonly isAnniversary: boolean
}

/** Longest phrase, characters: "neuf cent quatre-vingt-dix-neuvième" and the like with room to spare. */
const LONGEST = 70

/** Finds ordinals, "N years" and "N years ago" of a normalised text, longest first, from left to right. */
export function findPhrases(normal: string, words: AnniversaryWords, table: ScanTable): Phrase[] {
  const book = phraseBook(words, table)
  book.prepare(normal)
  const found: Phrase[] = []
  let from = 0
  for (const start of beginnings(normal, book, table)) {
    const isTail = table.goesOn?.test(normal.slice(Math.max(0, start - 20), start))
    const phrase = start < from || isTail ? undefined : longestAt(normal, start, book, table)
    if (!phrase) continue
    found.push(phrase)
    from = phrase.end
  }
  return found
}

/** Where a phrase can begin: words that some phrase begins with, or every place where that is no word's first letter. */
function* beginnings(text: string, book: PhraseBook, table: ScanTable): Generator<number> {
  if (table.unspaced || table.clitics) {
    for (let at = 0; at < text.length; at++)
      if (
        canBegin(text, at, table) &&
        (table.unspaced || book.begins(firstWord(text.slice(at, at + LONGEST))))
      )
        yield at
    return
  }
  for (const { index } of text.matchAll(book.beginnings())) if (canBegin(text, index, table)) yield index
}

function longestAt(text: string, start: number, book: PhraseBook, table: ScanTable): Phrase | undefined {
  let longest: { end: number; n: number; readings: readonly Reading[] } | undefined
  for (let end = start + 1; end <= Math.min(text.length, start + book.longest()); end++) {
    if (!isEdge(text, end, table)) continue
    const piece = text.slice(start, end)
    const read = book.read(piece)
    const n = read[0]?.n
    if (n !== undefined) longest = { end, n, readings: read.map(({ reading }) => reading) }
    if (text[end] === ' ' && !book.goesOn(piece)) break
  }
  return longest && judged(text, { start, end: longest.end, n: longest.n }, longest.readings, table)
}

function judged(
  text: string,
  { start, end, n }: { start: number; end: number; n: number },
  all: readonly Reading[],
  table: ScanTable,
): Phrase {
  const before = text.slice(Math.max(0, start - 60), start)
  const after = text.slice(end, end + 60)
  // Our own spelling wins: "twenty-eighth" says nothing of how its writer spells a hundred.
  const spelling = Math.min(...all.map((reading) => reading.spelling))
  const own = all.filter((reading) => reading.spelling === spelling)
  const placed = own.filter(({ when }) => when?.test(before))
  const fitting = placed.length > 0 ? placed : own.filter(({ when }) => when === undefined)
  // Where the generator's own "N years ago" fits, that is how the house writes it.
  const standard = fitting.filter(({ expression }) => expression?.value === 'anniversary.years_ago')
  const { kind } = own[0] ?? { kind: 'ordinal' as const }
  if (kind !== 'ordinal') {
    const isOther = table.others.before?.test(before) || table.others.after?.test(after)
    return {
      kind,
      n,
      start,
      end,
      readings: standard.length > 0 ? standard : fitting,
      isAnniversary: kind !== 'years' || !isOther,
    }
  }
  const form = formByNoun(before, after, table)
  const asked = form
    ? own.filter((reading) =>
        Object.entries(form).every(([key, value]) => reading.form[key as 'case'] === value),
      )
    : []
  return { kind, n, start, end, readings: asked.length > 0 ? asked : own, isAnniversary: form !== undefined }
}

/** What the anniversary's noun beside an ordinal asks for; none where there is no such noun. */
function formByNoun(before: string, after: string, table: ScanTable) {
  for (const { words: noun, form = {}, when } of table.nouns) {
    const words = noun.replaceAll('ı', 'i')
    if (table.noun === 'before') {
      const match = new RegExp(`(?:${words}) $`, 'iu').exec(before)
      if (match && (when === undefined || when.test(before.slice(0, match.index)))) return form
      continue
    }
    // Up to two adjectives may stand between: "28th sad anniversary".
    const between = table.unspaced ? '' : "\\s(?:[\\p{L}'-]+\\s){0,2}"
    if (new RegExp(`^${between}(?:${words})`, 'iu').test(after)) return form
  }
  return undefined
}

function canBegin(text: string, at: number, table: ScanTable): boolean {
  const [last = '', char = ''] = [text[at - 1], text[at]]
  if (!isOfWord(char)) return false
  if (/\p{N}/u.test(char)) {
    // Neither the end of 2,028 nor of PR/28 nor of a range.
    if (/[\p{N}/–-]/u.test(last) || /\p{N}[.,' ]$/u.test(text.slice(Math.max(0, at - 2), at))) return false
    return table.unspaced === true || !isOfWord(last)
  }
  if (table.unspaced) return !/[零一二三四五六七八九十百千万萬两兩]/u.test(last)
  // "twenty-" at the end of a line, too.
  if (!isOfWord(last)) return !/-\s?$/.test(text.slice(Math.max(0, at - 2), at))
  const isGrown = table.clitics?.includes(last) && !isOfWord(text[at - 2] ?? '')
  return isGrown === true
}
