import type { Case } from './check.ts'

/** Of cases, those that are no mere copies of another one of them. */
export function distinct(cases: readonly Case[]): Case[] {
  const kept: Case[] = []
  for (const one of cases) if (kept.every((other) => !isKin(one, other))) kept.push(one)
  return kept
}

/** True where two cases are the same but for figures, stops and one word or mark, or their front matter is the same. */
export function isKin(a: Case, b: Case): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return JSON.stringify(a) === JSON.stringify(b)
  const [few, many] = [wordsOf(a), wordsOf(b)].sort((x, y) => x.length - y.length)
  if (!few || !many) return true
  const left = [...many]
  for (const word of few) {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
  }
  // What is left of the longer one has no match in the shorter: of words, or of ideographs.
  return left.length <= 1
}

/** Words, ideographs, and marks: some rules are about nothing else. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/\p{N}+/gu, '0')
      .match(WORD) ?? []
  )
}

const WORD = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|0|[^\s.,。，、]/gu
