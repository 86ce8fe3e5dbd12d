import { closest, distance } from 'fastest-levenshtein'

/** The known word that a mistyped one most likely means, if any is near enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined
  const lower = word.toLowerCase().replace(/-/g, '_')
  const best = closest(lower, known as string[])
  return distance(lower, best.toLowerCase()) <= (word.length < 4 ? 1 : word.length < 9 ? 2 : 3)
    ? best
    : undefined
}
