import type { ScanTable } from './table.ts'

const WORD = /[\p{L}\p{M}\p{N}]/u

/** True for a letter, mark or figure; most are small letters of English, which need no table of Unicode. */
export function isOfWord(char: string): boolean {
  return (char >= 'a' && char <= 'z') || WORD.test(char)
}

/** True where a phrase can end: not within a word, nor within a number where words are not parted. */
export function isEdge(text: string, at: number, { unspaced }: Pick<ScanTable, 'unspaced'>): boolean {
  const [last, next] = [text[at - 1] ?? '', text[at] ?? '']
  if (unspaced) return !(/\d/.test(last) && /\d/.test(next))
  // "1.640" begins with no "1."
  if (last === '.' && /\d/.test(next)) return false
  return !(isOfWord(last) && isOfWord(next))
}

/** The letters or figures that a text begins with. */
export function firstWord(text: string): string {
  return /^[\p{L}\p{M}]+|^\p{N}+/u.exec(text)?.[0] ?? ''
}

/**
 * A pattern that finds the words of a set, and all figures: one search for them costs less than a look at every
 * word. It is made anew when the set has grown.
 */
export function wordsPattern(words: ReadonlySet<string>): () => RegExp {
  let [pattern, size] = [/(?!)/gu, 0]
  return () => {
    if (words.size === size) return pattern
    size = words.size
    const letters = [...words].filter((word) => /^[\p{L}\p{M}]/u.test(word)).sort()
    pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:${letters.join('|')})(?![\\p{L}\\p{M}])|\\p{N}+`, 'gu')
    return pattern
  }
}
