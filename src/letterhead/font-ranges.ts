/** Inclusive spans of code points in ascending order, as CSS `unicode-range` lists them. */
export type CodePointRanges = readonly (readonly [first: number, last: number])[]

/** Reads a `unicode-range` list such as `U+0-FF,U+131,U+4??`; throws a plain `Error` on anything else. */
export function parseRanges(unicodeRange: string): CodePointRanges {
  return unicodeRange
    .split(',')
    .map((part) => {
      const match = /^\s*U\+([\da-f?]{1,6})(?:-([\da-f]{1,6}))?\s*$/i.exec(part)
      if (!match?.[1]) throw new Error(`"${part}" is not a Unicode range`)
      const first = match[1].replaceAll('?', '0')
      const last = match[2] ?? match[1].replaceAll('?', 'F')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
    })
    .sort((a, b) => a[0] - b[0])
}

/** True when a code point lies in one of the spans. Chinese has a hundred long lists, hence the halving. */
export function inRanges(ranges: CodePointRanges, codePoint: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[0] ?? 0) <= codePoint) low = middle + 1
    else high = middle
  }
  return low > 0 && codePoint <= (ranges[low - 1]?.[1] ?? -1)
}
