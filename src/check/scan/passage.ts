import type { Nodes, Root } from 'mdast'
import { characterOf, htmlMark } from './html-mark.ts'
import { type Quotations, quotations, type Range } from './quotations.ts'

/** A stretch of running text with the way back into the source: one paragraph, heading, cell or field. */
export interface Passage {
  /** As a reader sees it: blanks and line breaks are one space, masked matter is U+FFFC. */
  readonly text: string
  /** Where each character begins and ends in the source. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** The quotations in it, marks and all, with what is carried over from passages before. */
  readonly ranges: readonly Range[]
  /** True inside quotation marks and block quotes: nothing there is ever changed. */
  isQuoted(start: number, end: number): boolean
  /** What it is, where nothing is changed in it for that: "a block of HTML". */
  readonly fixed?: string | undefined
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
  /** UTF-16 units: text made of them takes one byte a character where it can, which is what searches are fastest in. */
  readonly codes: number[]
  readonly starts: number[]
  readonly ends: number[]
}

const BLOCKS = new Set(['paragraph', 'heading', 'tableCell'])

/** Some of what each kind of `NOT_PROSE` needs: most passages have none of it. */
const MAY_BE_NO_PROSE = /\{\{|:\/\/|www\.|[@`]/
const NOT_PROSE = /\{\{.*?\}\}|(?:https?:\/\/|www\.)[^\s<>“”«»„]+|[\w.+-]+@[\w-]+\.[\w.-]+|`[^`]*`/gu

/** The passages of a body, in order, and the addresses in it. `tag` is its language. */
export function passagesOf(
  source: string,
  tree: Root,
  tag: string,
): { passages: Passage[]; addresses: Address[] } {
  const found: (Passage & Quotations)[] = []
  const addresses: Address[] = []
  const walk = (node: Nodes, isQuoted: boolean, isInline: boolean): void => {
    if ('url' in node && node.position) {
      const [start, end] = range(node)
      addresses.push({ url: node.url, start, end })
    }
    const isBlock = BLOCKS.has(node.type)
    if (isBlock) {
      const text = empty()
      inline(source, node, text)
      found.push(finish(text, tag, isQuoted))
    }
    if (node.type === 'image' || node.type === 'imageReference') {
      const alt = altOf(source, node)
      if (alt) found.push(finish(alt, tag, isQuoted))
    }
    const title = 'title' in node && node.title ? titleOf(source, node, node.title) : undefined
    if (title) found.push({ ...finish(title, tag, isQuoted), fixed: 'a title' })
    if (node.type === 'html' && !isInline) {
      found.push({ ...finish(htmlOf(source, node), tag, isQuoted), fixed: 'a block of HTML' })
    }
    if ('children' in node) {
      for (const child of node.children)
        walk(child, isQuoted || node.type === 'blockquote', isBlock || isInline)
    }
  }
  walk(tree, false, false)
  return { passages: carried(found.filter(({ text }) => text.trim() !== '')), addresses }
}

/** A passage of text without Markdown, such as a front matter value, from `start` to `end` of the source. */
export function plainPassage(source: string, start: number, end: number, tag: string): Passage {
  const text = empty()
  raw(source, start, end, text)
  return finish(text, tag, false)
}

// A quotation that is open at a passage's end and closed in a later one holds all that stands between.
function carried(passages: readonly (Passage & Quotations)[]): Passage[] {
  let last = 0
  return passages.map((passage, i) => {
    if (passage.isOpen) {
      const closing = passages.findIndex(({ isClosing }, j) => j > i && isClosing)
      last = Math.max(last, closing)
    }
    if (i >= last || passage.isOpen) return passage
    return { ...passage, ranges: [[0, passage.text.length]], isQuoted: () => true }
  })
}

function inline(source: string, node: Nodes, text: Text): void {
  const [start, end] = range(node)
  if (node.type === 'text') raw(source, start, end, text)
  else if (node.type === 'break') push(text, ' ', start, end)
  else if (node.type === 'html') pushTag(source.slice(start, end), start, text)
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

function pushTag(tag: string, start: number, text: Text): void {
  const mark = htmlMark(tag) ?? MASK
  if (mark !== '') push(text, mark, start, start + tag.length)
}

function htmlOf(source: string, node: Nodes): Text {
  const [from, to] = range(node)
  const text = empty()
  for (const { 0: piece, index } of source.slice(from, to).matchAll(/<!--[\s\S]*?-->|<[^>]*>|[^<]+|</g)) {
    if (/^<[^<]*>$/.test(piece) || piece.startsWith('<!--')) pushTag(piece, from + index, text)
    else raw(source, from + index, from + index + piece.length, text)
  }
  return text
}

// Where its text stands in the source as it is read: with escapes inside it is left out.
function titleOf(source: string, node: Nodes, title: string): Text | undefined {
  const [from, to] = range(node)
  const start = source.slice(0, to).lastIndexOf(title)
  if (start < from) return undefined
  const text = empty()
  raw(source, start, start + title.length, text)
  return text
}

function altOf(source: string, node: Nodes & { type: 'image' | 'imageReference' }): Text | undefined {
  const start = range(node)[0] + 2
  if (!node.alt || source.slice(start, start + node.alt.length) !== node.alt) return undefined
  const text = empty()
  raw(source, start, start + node.alt.length, text)
  return text
}

// Escapes and character references as a reader sees them; their place is all of what is written.
function raw(source: string, from: number, to: number, text: Text): void {
  const written = source.slice(from, to)
  if (!/[\\&]/.test(written)) {
    plain(written, from, text)
    return
  }
  for (const match of written.matchAll(/\\[!-/:-@[-`{-~]|&(?:#\w{2,6}|[A-Za-z]{2,8});|[^\\&]+|[\s\S]/g)) {
    const [piece] = match
    const [at, end] = [from + match.index, from + match.index + piece.length]
    if (!/^[\\&]/.test(piece)) {
      plain(piece, at, text)
      continue
    }
    const char = piece.startsWith('&') ? (characterOf(piece) ?? piece) : piece.slice(piece.length > 1 ? 1 : 0)
    if (char.length === 1) push(text, char, at, end)
    // A name that we do not know stands as it is written.
    else for (const [i, one] of [...char].entries()) push(text, one, at + i, at + i + 1)
  }
}

function plain(written: string, from: number, text: Text): void {
  for (let i = 0; i < written.length; i++) pushCode(text, written.charCodeAt(i), from + i, from + i + 1)
}

function push(text: Text, char: string, start: number, end: number): void {
  pushCode(text, char.charCodeAt(0), start, end)
}

const BLANK = 32

function pushCode({ codes, starts, ends }: Text, code: number, start: number, end: number): void {
  const isBlank = isBlankCode(code)
  if (isBlank && codes[codes.length - 1] === BLANK) {
    ends[ends.length - 1] = end
    return
  }
  codes.push(isBlank ? BLANK : code)
  starts.push(start)
  ends.push(end)
}

/** True for what `\s` is, but for blanks that do not break. */
function isBlankCode(code: number): boolean {
  if (code < 128) return code === BLANK || (code >= 9 && code <= 13)
  return code !== 0xa0 && code !== 0x202f && /\s/.test(String.fromCharCode(code))
}

/** A call takes only so many arguments. */
const MOST_CODES = 4096

function stringOf(codes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < codes.length; at += MOST_CODES)
    text += String.fromCharCode(...codes.slice(at, at + MOST_CODES))
  return text
}

function finish({ codes, starts, ends }: Text, tag: string, allQuoted: boolean): Passage & Quotations {
  const read = stringOf(codes)
  const text = MAY_BE_NO_PROSE.test(read)
    ? read.replace(NOT_PROSE, (match) => MASK.repeat(match.length))
    : read
  const quoted = allQuoted
    ? { ranges: [[0, text.length] as const], isOpen: false, isClosing: false }
    : quotations(text, tag)
  return {
    text,
    starts,
    ends,
    ranges: quoted.ranges,
    isOpen: quoted.isOpen,
    isClosing: quoted.isClosing,
    isQuoted: (start, end) => quoted.ranges.some(([from, to]) => start < to && end > from),
  }
}

function empty(): Text {
  return { codes: [], starts: [], ends: [] }
}

function range(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
}
