import type { ScanTable } from './table.ts'

/** A word or figure in a text. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly written: string
}

/** Figures of four that are no year: pages, sections, sums, numbers of documents. */
const NO_YEAR_BEFORE =
  /(?:\b(?:pp?|pages?|no|nos|nr|room|ext|art|para|S|Seiten?|núm|págs?|n°)\.? |[стрСТР]{1,3}\. |№ ?|səh\. ?|sayfa |ص\.? ?|第|[$€£¥₼₺₽§#+/.,:\d-])$/iu
const NO_YEAR_AFTER = /^(?:[.,]\d|[/:]|-\d{2}\b| ?[%€°₼₺₽]| ?(?:kg|km|m²|USD|EUR|AZN)\b)/u

/** Finds years without day and month, written in four figures, outside the ranges that are taken. */
export function findYears(text: string, taken: readonly { start: number; end: number }[]): Mention[] {
  return [...text.matchAll(/(?<!\p{L})\d{4}(?!\d)/gu)].flatMap((match) => {
    const [start, end] = [match.index, match.index + 4]
    if (taken.some((other) => start < other.end && end > other.start)) return []
    if (NO_YEAR_BEFORE.test(text.slice(Math.max(0, start - 10), start))) return []
    if (NO_YEAR_AFTER.test(text.slice(end, end + 6))) return []
    return [{ start, end, written: match[0] }]
  })
}

const patterns = new WeakMap<ScanTable, RegExp>()

/** Finds words that lean on the day of reading: "this year", "recently". */
export function findRelative(text: string, table: ScanTable): Mention[] {
  const edges = table.unspaced ? ['', ''] : ['(?<![\\p{L}\\p{N}-])', '(?![\\p{L}\\p{N}-])']
  const pattern = patterns.get(table) ?? new RegExp(edges.join(`(?:${table.relative})`), 'giu')
  patterns.set(table, pattern)
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    written: match[0],
  }))
}
