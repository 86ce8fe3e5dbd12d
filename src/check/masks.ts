import type { Nodes } from 'mdast'
import type { Draft } from '../draft/draft.ts'
import { nodeSpan } from './nodes.ts'
import type { Mask, Span } from './rule.ts'
import type { Passage } from './scan/passage.ts'

/** Which stretches of a draft are quoted, code, addresses, headings or names. */
export interface Masks {
  /** True where some of a stretch lies in such matter. */
  touches(mask: Mask, span: Span): boolean
  /** True where all of a stretch does. */
  covers(mask: Mask, span: Span): boolean
  /** What the passage that begins at an offset is. */
  kindAt(offset: number): 'paragraph' | 'heading' | 'cell' | 'alt'
}

/** A quotation's words, without its marks: those may be mended. */
type Inside = Record<Mask, Span[]>

/** Finds the masks of a draft, of which `passages` are the body's. `names` are proper names that no rule of language is to touch. */
export function masksOf(
  { source, tree }: Pick<Draft, 'source' | 'tree'>,
  passages: readonly Passage[],
  names: readonly string[],
): Masks {
  const spans: Inside = { quotation: [], 'block-quote': [], code: [], address: [], heading: [], name: [] }
  const cells: Span[] = []
  const alts = new Set<number>()
  const walk = (node: Nodes): void => {
    const span = nodeSpan(node)
    if (node.type === 'blockquote') spans['block-quote'].push(span)
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'html') spans.code.push(span)
    if (node.type === 'heading') spans.heading.push(span)
    if (node.type === 'tableCell') cells.push(span)
    if (node.type === 'image') alts.add(span.start + 2)
    if (node.type === 'definition') spans.address.push(span)
    if (node.type === 'link') {
      const words = node.children.at(-1)?.position?.end.offset ?? span.start
      spans.address.push(source[span.start] === '<' ? span : { start: words, end: span.end })
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  for (const { text, starts, ends, ranges } of passages) {
    for (const [from, to] of ranges) {
      const isClosed = MARK.test(text[to - 1] ?? '') && to - from > 1
      const [first, last] = [MARK.test(text[from] ?? '') ? from + 1 : from, isClosed ? to - 2 : to - 1]
      if (last >= first) spans.quotation.push({ start: starts[first] ?? 0, end: ends[last] ?? 0 })
    }
  }
  // To look for mail addresses costs most, and is in vain where there is no @.
  for (const { index, 0: match } of source.matchAll(source.includes('@') ? ADDRESSES : PAGES))
    spans.address.push({ start: index, end: index + match.length })
  for (const name of names) {
    for (let at = source.indexOf(name); at >= 0 && name !== ''; at = source.indexOf(name, at + name.length))
      spans.name.push({ start: at, end: at + name.length })
  }
  const isIn = (list: readonly Span[], offset: number) => {
    for (const { start, end } of list) if (start <= offset && offset < end) return true
    return false
  }
  return {
    touches: (mask, { start, end }) =>
      spans[mask].some((other) => start < other.end && Math.max(end, start + 1) > other.start),
    covers: (mask, { start, end }) => spans[mask].some((other) => other.start <= start && end <= other.end),
    kindAt: (offset) => {
      if (alts.has(offset)) return 'alt'
      return isIn(spans.heading, offset) ? 'heading' : isIn(cells, offset) ? 'cell' : 'paragraph'
    },
  }
}

const MARK = /[”“„»›」』》〉「『《〈’‘‚"'«‹]/u
const PAGES = /(?:https?:\/\/|www\.)[^\s<>()“”«»„\u3000-\u303f\uff00-\uffef]+/gu
const ADDRESSES = new RegExp(`${PAGES.source}|[\\w.+-]+@[\\w-]+\\.[\\w.-]+`, 'gu')
