import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/*
 * The words of a release as its reader meets them, so that HTML, PDF and text can be held against each
 * other (contract, "The same words"). After NFC the sequences must be equal, but for
 *
 * - running heads and page marks of the PDF: they stand outside its tagged content (pdf-words.ts);
 * - list markers: `-`, `1.` and a note's figure at the start of a line of the text, `Lbl` in the PDF;
 * - what the text writes for links: `[1]` behind the words, the list of addresses, `<…>` around an address;
 * - the lines that stand for a rule (`* * *`) and under the head of a table (`-----`);
 * - the way back from a footnote (`↑`), which only the HTML can follow and the PDF does not print;
 * - the letter case of labels: a line of the text that is all in capitals.
 *
 * A raised figure is a figure: the marks of footnotes are compared, not set aside. A picture is its
 * alternative text in brackets, except one that stands before the first word: that is the emblem of the
 * letterhead, and the name beside it says the same.
 */

/** A word, and what is not known of it. */
export interface Word {
  readonly text: string
  /** A line ended behind it without a visible space: the word may go on. */
  readonly open?: boolean
  /** It may be the marker of a list item. */
  readonly marker?: boolean
  /** It stands on a line in capitals and may be a label. */
  readonly label?: boolean
}

type Node = DefaultTreeAdapterTypes.ChildNode

const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot ' +
    'th thead tr ul'
  ).split(' '),
)
const UNREAD = new Set(['head', 'script', 'style', 'template', 'title'])

/** The words of an HTML file, in document order. */
export function htmlWords(html: string): Word[] {
  const pieces: string[] = []
  let begun = false
  const walk = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      begun ||= node.value.trim() !== ''
      pieces.push(node.value)
    }
    if (!('tagName' in node) || isUnread(node)) return
    const gap = BLOCKS.has(node.tagName) ? '\n' : ''
    pieces.push(gap)
    if (node.tagName === 'img' && begun) pieces.push(picture(attribute(node, 'alt')))
    for (const child of node.childNodes) walk(child)
    pieces.push(gap)
  }
  for (const child of parse(html).childNodes) walk(child)
  return split(pieces.join('')).map((text) => ({ text }))
}

function isUnread(element: DefaultTreeAdapterTypes.Element): boolean {
  return (
    UNREAD.has(element.tagName) ||
    attribute(element, 'aria-hidden') === 'true' ||
    attribute(element, 'role') === 'doc-backlink'
  )
}

function attribute(element: DefaultTreeAdapterTypes.Element, name: string): string | undefined {
  return element.attrs.find((other) => other.name === name)?.value
}

const LINK_LIST = /(?:^\[\d+\] \S+\n)+$/m
const MARKERS = /^\s*(?:(?:-|\d+\.|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?:\s+|$))+/
const RULE = /^\s*(?:\* \* \*|-+(?: {2}-+)*)$/
/** Scripts written without spaces: a line of them may end inside a word. */
const UNSPACED = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]$/

/** The words of a plain text, line by line. */
export function textWords(text: string): Word[] {
  const body = text.replace(LINK_LIST, '')
  const links = text.length === body.length ? 0 : text.slice(body.length).trim().split('\n').length
  const words = body
    .replace(/\u00a0\[(\d+)\]|^\s*\[(\d+)\]$/gm, (mark, inLine, alone) =>
      Number(inLine ?? alone) <= links ? '' : mark,
    )
    .replace(/<([^<>\s]+[./:][^<>\s]*)>/g, '$1')
    .split('\n')
    .filter((line) => !RULE.test(line))
    .map((line) => lineWords(line))
  return words.flat()
}

function lineWords(line: string): Word[] {
  const markers = split(MARKERS.exec(line)?.[0] ?? '').length
  const label = /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line)
  return split(line).map((text, index, all) => ({
    text,
    ...(index < markers ? { marker: true } : {}),
    ...(label ? { label: true } : {}),
    ...(index === all.length - 1 && UNSPACED.test(text) ? { open: true } : {}),
  }))
}

/** A picture as a reader who cannot see it meets it. */
export function picture(alt: string | undefined): string {
  return alt?.trim() ? `[${alt.trim()}]` : ''
}

/** Cuts at white space, no-break spaces among it; raised figures become figures. */
export function split(text: string): string[] {
  const flat = text
    .normalize('NFC')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (figure) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(figure)))
    .replace(/[\u00ad\u200b\u200e\u200f\u2060]/g, '')
  return flat.split(/\s+/u).filter((word) => word !== '')
}

/**
 * Where two sequences of words first differ, in a sentence that shows both; `undefined` where they do not.
 * `language` tells how its capitals are written (i, İ, ı).
 */
export function firstDifference(
  expected: readonly Word[],
  actual: readonly Word[],
  language: string,
): string | undefined {
  const rest = [...actual]
  let seen = 0
  for (let at = 0; at < expected.length || seen < rest.length; ) {
    const wanted = expected[at]
    const found = rest[seen]
    const next = rest[seen + 1]
    if (wanted && found && isSame(wanted.text, found, language)) {
      at += 1
      seen += 1
    } else if (wanted && found?.open && next && wanted.text.startsWith(found.text)) {
      seen += 1
      rest[seen] = { ...next, text: found.text + next.text }
    } else if (found?.marker) {
      seen += 1
    } else {
      return `word ${at + 1}: expected “${show(expected, at)}”, found “${show(rest, seen)}”`
    }
  }
  return undefined
}

function isSame(wanted: string, found: Word, language: string): boolean {
  return wanted === found.text || (found.label === true && wanted.toLocaleUpperCase(language) === found.text)
}

function show(words: readonly Word[], at: number): string {
  return words
    .slice(Math.max(0, at - 3), at + 5)
    .map((word) => word.text)
    .join(' ')
}
