import type { Mention } from './find-years.ts'
import type { ScanTable } from './table.ts'

/** Figures with an unusual ending, or Roman ones, right before a noun. */
const NUMBER = /(?<![\p{L}\p{N}])(?:\p{N}\S{0,8}|[IVXLC]+\S{0,3})[\s-]$/u

/** Finds numbers beside "anniversary" that are in no form we know, such as "VIII anniversary". */
export function findUnread(
  text: string,
  normal: string,
  table: ScanTable,
  taken: readonly { start: number; end: number }[],
): Mention[] {
  if (table.unspaced) return []
  const nouns = [...new Set(table.nouns.map(({ words }) => words.replaceAll('ı', 'i')))].join('|')
  return [...normal.matchAll(new RegExp(nouns, 'giu'))].flatMap(({ index, 0: noun }) => {
    const behind = index + noun.length
    const number =
      table.noun === 'after' ? NUMBER.exec(text.slice(0, index)) : /^ \p{N}+/u.exec(text.slice(behind))
    // Without its article the Arabic noun is a memory: "the memory of 214 victims".
    if (!number || (table.noun === 'before' && !/(?:ال|لل)$/u.test(text.slice(0, index)))) return []
    const [start, end] = table.noun === 'after' ? [number.index, behind] : [index, behind + number[0].length]
    if (taken.some((other) => start < other.end && end > other.start)) return []
    return [{ start, end, written: text.slice(start, end) }]
  })
}
