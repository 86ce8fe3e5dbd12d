import { isInCapitals, split, type Word } from './words.ts'

/** The beginning of a line that may be a list item's or a note's. */
const MARKERS = /^\s*(?:(?:[-*•]|\d+\.|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?:\s+|$))+/
const RULE = /^\s*(?:\* \* \*|-+(?: {2}-+)*)$/
/** Scripts written without spaces: a line of them may end inside a word. */
const UNSPACED = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]$/

/** A line of the list of addresses. */
const REFERENCE = /^\[(\d+)\]:? [a-z][a-z\d+.-]*:\S+$/i

/** The words of a plain text, line by line. */
export function textWords(text: string): Word[] {
  const { lines, links } = withoutReferences(text.split(/\r?\n/))
  return lines
    .join('\n')
    .replace(/\u00a0\[(\d+)\]|^\s*\[(\d+)\]$/gm, (mark, inLine, alone) =>
      Number(inLine ?? alone) <= links ? '' : mark,
    )
    .replace(/<([^<>\s]+[./:@][^<>\s]*)>/g, '$1')
    .split('\n')
    .flatMap(lineWords)
}

/** Takes out the last list of addresses that counts up from 1; `links` is its length. */
function withoutReferences(lines: readonly string[]): { lines: readonly string[]; links: number } {
  const numberAt = (index: number) => Number(REFERENCE.exec(lines[index] ?? '')?.[1] ?? 0)
  const start = lines.findLastIndex((_, index) => numberAt(index) === 1)
  if (start < 0) return { lines, links: 0 }
  let links = 1
  while (numberAt(start + links) === links + 1) links += 1
  return { lines: [...lines.slice(0, start), ...lines.slice(start + links)], links }
}

function lineWords(line: string): Word[] {
  const isRule = RULE.test(line)
  const markers = isRule ? Number.POSITIVE_INFINITY : split(MARKERS.exec(line)?.[0] ?? '').length
  const label = isInCapitals(line)
  return split(line).map((text, index, all) => ({
    text,
    ...(index < markers ? { marker: true } : {}),
    ...(label ? { label: true } : {}),
    ...(index === all.length - 1 && UNSPACED.test(text) ? { open: true } : {}),
  }))
}
