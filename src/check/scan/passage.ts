import type { Nodes, Root } from 'mdast'
import { quotations } from './quotations.ts'

/** A stretch of running text with the way back into the source: one paragraph, heading, cell or field. */
export interface Passage {
  /** As a reader sees it: blanks and line breaks are one space, masked matter is U+FFFC. */
  readonly text: string
  /** Where each character begins and ends in the source. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** True inside quotation marks and block quotes: nothing there is ever changed. */
  isQuoted(start: number, end: number): boolean
}

/** Stands for what is no prose: code, addresses, expressions, pictures. */
export const MASK = '\ufffc'

/** An address that the text links to, which may hold a year. */
export interface Address {
  readonly url: string
  readonly start: number
  readonly end: number
}

interface Text {
  readonly chars: string[]
  readonly starts: number[]
  readonly ends: number[]
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell'])
const NOT_PROSE = /\{\{.*?\}\}|(?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+|`[^`]*`/gu

/** The passages of a body, in order, and the addresses in it. `tag` is its language. */
export function passagesOf(
  source: string,
  tree: Root,
  tag: string,
): { passages: Passage[]; addresses: Address[] } {
  const passages: Passage[] = []
  const addresses: Address[] = []
  const walk = (node: Nodes, isQuoted: boolean): void => {
    if ('url' in node && node.position) {
      const [start, end] = range(node)
      addresses.push({ url: node.url, start, end })
    }
    if (node.type === 'image') {
      const alt = altOf(source, node)
      if (alt) passages.push(finish(alt, tag, isQuoted))
    }
    if (BLOCKS.has(node.type)) {
      const text = empty()
      inline(source, node, text)
      passages.push(finish(text, tag, isQuoted))
    }
    if ('children' in node)
      for (const child of node.children) walk(child, isQuoted || node.type === 'blockquote')
  }
  walk(tree, false)
  return { passages: passages.filter(({ text }) => text.trim() !== ''), addresses }
}

/** A passage of text without Markdown, such as a front matter value, from `start` to `end` of the source. */
export function plainPassage(source: string, start: number, end: number, tag: string): Passage {
  const text = empty()
  raw(source, start, end, text)
  return finish(text, tag, false)
}

function inline(source: string, node: Nodes, text: Text): void {
  const [start, end] = range(node)
  if (node.type === 'text') raw(source, start, end, text)
  else if (node.type === 'break') push(text, ' ', start, end)
  else if ('children' in node && !isBareAddress(node))
    for (const child of node.children) inline(source, child, text)
  else push(text, MASK, start, end)
}

// `<https://…>`: the address is the text.
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false
  const [child] = node.children
  return child?.type === 'text' && node.url.endsWith(child.value)
}

function altOf(source: string, node: Nodes & { type: 'image' }): Text | undefined {
  const start = range(node)[0] + 2
  if (!node.alt || source.slice(start, start + node.alt.length) !== node.alt) return undefined
  const text = empty()
  raw(source, start, start + node.alt.length, text)
  return text
}

// Escapes and no-break spaces as a reader sees them; their place is all of what is written.
function raw(source: string, from: number, to: number, text: Text): void {
  const written = source.slice(from, to)
  for (const match of written.matchAll(/\\[!-/:-@[-`{-~]|&(?:nbsp|#160|#x[aA]0);|[\s\S]/g)) {
    const [piece] = match
    const char = piece.length === 1 ? piece : piece.startsWith('\\') ? piece.slice(1) : '\u00a0'
    push(text, char, from + match.index, from + match.index + piece.length)
  }
}

function push({ chars, starts, ends }: Text, char: string, start: number, end: number): void {
  const isBlank = /[^\S\u00a0\u202f]/.test(char)
  if (isBlank && chars.at(-1) === ' ') {
    ends[ends.length - 1] = end
    return
  }
  chars.push(isBlank ? ' ' : char)
  starts.push(start)
  ends.push(end)
}

function finish({ chars, starts, ends }: Text, tag: string, allQuoted: boolean): Passage {
  const text = chars.join('').replace(NOT_PROSE, (match) => MASK.repeat(match.length))
  const quoted = allQuoted ? [[0, text.length] as const] : quotations(text, tag)
  return {
    text,
    starts,
    ends,
    isQuoted: (start, end) => quoted.some(([from, to]) => start < to && end > from),
  }
}

function empty(): Text {
  return { chars: [], starts: [], ends: [] }
}

function range(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}
