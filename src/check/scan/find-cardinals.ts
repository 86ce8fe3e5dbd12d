import { type AnniversaryWords, LAST_IN_WORDS, type WordForm } from '../../language/anniversary-words.ts'
import { normalise } from './normalise.ts'
import type { ScanTable } from './table.ts'

/** A number that counts, in figures or words. */
export interface Cardinal {
  readonly start: number
  readonly end: number
  readonly n: number
  readonly isInWords: boolean
}

/** The last number whose words are looked for: nobody lists or celebrates more. */
const LAST = 199

const books = new WeakMap<AnniversaryWords, { pattern: RegExp; numbers: ReadonlyMap<string, number> }>()

/** Finds cardinals up to 999 in figures and to 199 in words, longest first. */
export function findCardinals(text: string, words: AnniversaryWords, table: ScanTable): Cardinal[] {
  const { pattern, numbers } = books.get(words) ?? bookOf(words, table)
  return [...normalise(text).matchAll(pattern)].flatMap(({ index: start, 0: written }) => {
    const isInWords = !/^\d/.test(written)
    const n = isInWords ? numbers.get(written) : Number(written)
    return n && n <= LAST_IN_WORDS ? [{ start, end: start + written.length, n, isInWords }] : []
  })
}

/** One of these words, in their order; told apart by how they begin, as hundreds of them would be tried one by one. */
function alternatives(words: readonly string[]): string {
  const byHead = new Map<string, string[]>()
  for (const word of words) {
    const head = word.slice(0, 2)
    byHead.set(head, [...(byHead.get(head) ?? []), word.slice(2)])
  }
  return [...byHead].map(([head, rests]) => `${head}(?:${rests.join('|')})`).join('|')
}

function bookOf(words: AnniversaryWords, table: ScanTable) {
  const numbers = new Map<string, number>()
  const forms: WordForm[] = [{}, ...table.frames.flatMap((frame) => frame.forms)]
  for (let n = 1; n <= LAST; n++) {
    for (const form of forms) {
      const written = words.cardinalInWords(n, form)
      if (!written.ok) continue
      const own = normalise(written.text)
      for (const text of [own, ...table.spellings.map((spell) => normalise(spell(own)))]) {
        if (!numbers.has(text)) numbers.set(text, n)
      }
    }
  }
  const all = alternatives([...numbers.keys()].sort((a, b) => b.length - a.length))
  const figures = String.raw`(?<![\p{N}$€£#№/.,:'+-]|\p{N} )\d{1,3}(?![\p{N}%‰]|[.,:/]\p{N}| \d{3}(?!\d))`
  const bounds = table.unspaced
    ? ['(?<![第\\d零一二三四五六七八九十百千万])', '']
    : ['(?<![\\p{L}\\p{N}-])', '(?![\\p{L}\\p{N}-])']
  // A look at the first character spares most places the look at what stands before it.
  const heads = [...new Set([...numbers.keys()].map((word) => word[0]))].join('')
  const pattern = new RegExp(
    `(?=[\\d${heads}])(?:${table.unspaced ? '(?<![A-Za-z第])' : '(?<!\\p{L})'}${figures}${table.unspaced ? '' : '(?![\\p{L}-])'}|${bounds.join(`(?:${all})`)})`,
    'gu',
  )
  const book = { pattern, numbers }
  books.set(words, book)
  return book
}
