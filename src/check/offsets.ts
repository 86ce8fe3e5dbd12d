import type { Place } from '../finding.ts'
import type { Span } from './rule.ts'

/** Offsets of a text to lines and columns, and back. */
export interface Offsets {
  /** Offset of a place; behind the text where there is no such line. */
  offsetOf(place: { readonly line: number; readonly column: number }): number
  /** The stretch from a place to its end. */
  spanOf(place: Place): Span
  /** Line and column of a stretch; an empty one has no end. */
  placeOf(span: Span): Place
}

/** Reads the line starts of a text once. */
export function offsetsOf(text: string): Offsets {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  const offsetOf = ({ line, column }: { line: number; column: number }) =>
    Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1)
  const at = (offset: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
  return {
    offsetOf,
    spanOf: (place) => {
      const start = offsetOf(place)
      return { start, end: place.end ? Math.max(start, offsetOf(place.end)) : start }
    },
    placeOf: ({ start, end }) => ({ ...at(start), ...(end > start ? { end: at(end) } : {}) }),
  }
}
