/** A word of a text, as it is compared. */
export interface ComparedWord {
  /** Small letters, one kind of apostrophe and hyphen, no mark around it. */
  readonly key: string
  /** Offsets into the text. */
  readonly start: number
  readonly end: number
}

const WORDS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}])+(?:['’ʼ‐‑.,-][\p{L}\p{M}\p{N}]+)*/gu

/** The words of a text; where words are written without blanks, its letters. */
export function comparedWords(text: string): ComparedWord[] {
  return [...text.matchAll(WORDS)].map(({ index, 0: word }) => ({
    key: word.normalize('NFC').toLowerCase().replace(/[’ʼ]/g, "'").replace(/[‐‑]/g, '-'),
    start: index,
    end: index + word.length,
  }))
}

/** How a row of words differs from the stretch of another row that it is nearest to. */
export interface WordDifference {
  /** How many words are other, missing or more. */
  readonly distance: number
  /** First and last differing word of the first row, the end behind it; empty where words are missing. */
  readonly from: number
  readonly to: number
  /** What the other row has for them, the end behind it. */
  readonly otherFrom: number
  readonly otherTo: number
}

/**
 * Compares words with the nearest stretch of a longer row (Sellers: what stands before and behind the stretch
 * costs nothing). None where more than `most` words differ.
 */
export function differenceWithin(
  words: readonly string[],
  within: readonly string[],
  most: number,
): WordDifference | undefined {
  const [n, m] = [words.length, within.length]
  if (n > m + most) return undefined
  const width = m + 1
  const costs = new Uint32Array((n + 1) * width)
  const at = (i: number, j: number) => costs[i * width + j] ?? 0
  for (let i = 1; i <= n; i++) {
    costs[i * width] = i
    for (let j = 1; j <= m; j++) {
      const same = at(i - 1, j - 1) + (words[i - 1] === within[j - 1] ? 0 : 1)
      costs[i * width + j] = Math.min(same, at(i - 1, j) + 1, at(i, j - 1) + 1)
    }
  }
  let end = 0
  // Of ends that are as near the last: a word is rather missing than another.
  for (let j = 1; j <= m; j++) if (at(n, j) <= at(n, end)) end = j
  const distance = at(n, end)
  if (distance > most) return undefined
  let [from, to, otherFrom, otherTo] = [n, 0, m, 0]
  for (let [i, j] = [n, end]; i > 0; ) {
    const isSame = words[i - 1] === within[j - 1]
    const isPaired = j > 0 && at(i, j) === at(i - 1, j - 1) + (isSame ? 0 : 1)
    const isMore = !isPaired && at(i, j) === at(i - 1, j) + 1
    const [lastI, lastJ] = [isPaired || isMore ? i - 1 : i, isMore ? j : j - 1]
    if (!(isPaired && isSame)) {
      to = Math.max(to, i)
      otherTo = Math.max(otherTo, j)
      from = Math.min(from, lastI)
      otherFrom = Math.min(otherFrom, lastJ)
    }
    ;[i, j] = [lastI, lastJ]
  }
  return { distance, from, to: Math.max(from, to), otherFrom, otherTo: Math.max(otherFrom, otherTo) }
}
