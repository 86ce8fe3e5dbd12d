import type { Nodes } from 'mdast'
import { splitDraft } from '../draft/split-draft.ts'
import { findKnot } from '../markdown/find-knot.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import type { Word } from './words.ts'

/** What a faulty template or tool leaves standing. */
export const LEFTOVERS = ['{{', 'undefined', 'NaN'] as const

/** One of them. */
export type Leftover = (typeof LEFTOVERS)[number]

/** How often each stands in the release's own words. */
export type OwnWords = Readonly<Record<Leftover, number>>

const PATTERNS: Readonly<Record<Leftover, RegExp>> = {
  '{{': /\{\{/g,
  // "NaNth" is what becomes of an ordinal.
  undefined: /(?<![\p{L}\p{N}_])undefined(?:st|nd|rd|th)?(?![\p{L}\p{N}_])/gu,
  NaN: /(?<![\p{L}\p{N}_])NaN(?:st|nd|rd|th)?(?![\p{L}\p{N}_])/gu,
}

/** A leftover that the release does not say itself. */
export interface FoundLeftover {
  readonly leftover: Leftover
  /** The words around it; `undefined` where it stands behind the page. */
  readonly among: string | undefined
}

/**
 * Leftovers in the words of an output and behind its page (title, metadata, addresses). A word may stand as
 * often as the draft has it; behind the page, which repeats what the page says, any number of times.
 */
export function findLeftovers(
  words: readonly Word[],
  hidden: readonly string[],
  own: OwnWords | undefined,
): FoundLeftover[] {
  return LEFTOVERS.flatMap((leftover): FoundLeftover[] => {
    const allowed = own?.[leftover] ?? 0
    const places = words.flatMap(({ text }, at) => Array<number>(count(text, leftover)).fill(at))
    const at = places[allowed]
    if (at !== undefined) {
      const among = words.slice(Math.max(0, at - 5), at + 6).map(({ text }) => text)
      return [{ leftover, among: among.join(' ') }]
    }
    const isBehind = allowed === 0 && hidden.some((text) => count(text, leftover) > 0)
    return isBehind ? [{ leftover, among: undefined }] : []
  })
}

/** How often a text has a leftover. */
export function count(text: string, leftover: Leftover): number {
  return text.match(PATTERNS[leftover])?.length ?? 0
}

/**
 * How often the release says itself what looks like a leftover: `source` is its draft, `data` the
 * `letterhead.yaml` that boilerplate and contacts come from. Values that expressions print (`vars`,
 * `occasion`) may stand any number of times.
 */
export function ownWordsOf(source: string, data = ''): OwnWords {
  const split = splitDraft(source)
  const start = 'finding' in split ? 0 : split.bodyStart
  const front = source.slice(0, start)
  const repeated = [...front.matchAll(/^(?:vars|occasion):.*(?:\n[ \t]+.*|\n(?=[ \t]*\n))*/gm)].join('\n')
  const words = (leftover: Leftover) => {
    if (count(repeated, leftover) > 0) return Number.POSITIVE_INFINITY
    return count(source, leftover) + count(data, leftover)
  }
  const isLiteral = /^expressions:\s*(?:false|off|no)\b/im.test(front)
  const braces = isLiteral ? words('{{') : literalBraces(source, start, front) + count(data, '{{')
  return { '{{': braces, undefined: words('undefined'), NaN: words('NaN') }
}

/** Braces that stand for themselves where `{{…}}` is an expression: escaped ones, and those in code. */
function literalBraces(source: string, start: number, front: string): number {
  const escaped = (text: string) => text.match(/\\\{\\?\{|\{\\\{/g)?.length ?? 0
  if (findKnot(source.slice(start))) return escaped(source)
  const inCode = (node: Nodes): number => {
    if (node.type === 'code' || node.type === 'inlineCode') return count(node.value, '{{')
    if (!('children' in node)) return 0
    return node.children.reduce((sum, child) => sum + inCode(child), 0)
  }
  // A note of the front matter is inline Markdown too.
  const quoted = [...front.matchAll(/`[^`\n]*`/g)].reduce((sum, [code]) => sum + count(code, '{{'), 0)
  return escaped(source) + inCode(parseMarkdown(source, start)) + quoted
}
