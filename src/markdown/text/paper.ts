import type { Block } from './blocks.ts'
import type { LinkReferences } from './links.ts'
import type { ListFrame } from './lists.ts'
import { printable, printableLines } from './printable.ts'
import type { TableFrame } from './tables.ts'

/** Where the next block goes: a quotation, a list item or a cell gives its contents a context of their own. */
export interface Context {
  /** Spaces before every line. */
  readonly indent: string
  /** What stands before the next line only, until a block takes it. */
  first: string | undefined
  /** The list whose items these are. */
  readonly list?: ListFrame
  /** True directly inside an item of a tight list. */
  readonly tightItem?: boolean
  /** True inside the footnotes, until a note begins. */
  readonly notes?: boolean
}

/** The sheet being written: finished blocks, and the paragraph that is still growing. */
export interface Paper {
  /** Display columns of the whole sheet. */
  readonly width: number
  /** True for a release written from right to left: nothing is padded or centred. */
  readonly rtl: boolean
  /** Collects the addresses behind the words. */
  readonly references: LinkReferences
  /** What is finished, in order. */
  readonly blocks: Block[]
  /** Pieces of the growing paragraph; joined once, so that many small texts stay cheap. */
  parts: string[]
  /** How many texts with words it has taken so far; images do not count. */
  texts: number
  /** True where a space would be swallowed: at the start, after a space, after a line break. */
  atSpace: boolean
  /** True where the next block follows without a blank line. */
  joined: boolean
  /** True inside `pre`. */
  verbatim: boolean
  /** True inside a link: a link in a link is only its words. */
  inLink: boolean
  /** The table being written: a table in a table is only its cells. */
  table: TableFrame | undefined
  /** How many blocks there were when the last `dt` ended. */
  termEnd: number
  /** Where the next block goes. */
  context: Context
}

const CODE_INDENT = '    '

/** An empty sheet. */
export function blankPaper(width: number, references: LinkReferences, rtl: boolean): Paper {
  return {
    width,
    rtl,
    references,
    blocks: [],
    parts: [],
    texts: 0,
    atSpace: true,
    joined: false,
    verbatim: false,
    inLink: false,
    table: undefined,
    termEnd: -1,
    context: { indent: '', first: undefined },
  }
}

/** Adds the text of a text node to the growing paragraph, white space collapsed unless inside `pre`. */
export function addText(paper: Paper, value: string): void {
  if (/\S/.test(value)) paper.texts += 1
  const text = paper.verbatim ? value : printable(value)
  append(paper, !paper.verbatim && paper.atSpace && text.startsWith(' ') ? text.slice(1) : text)
}

/** Adds what an image shows, in the words of its alternative text. */
export function addImage(paper: Paper, alt: string): void {
  append(paper, `[${alt}]`)
}

/** Breaks the line where `br` stands. */
export function addLineBreak(paper: Paper): void {
  append(paper, '\n')
}

/** Ends the growing paragraph and makes it a block; white space alone makes none. */
export function endParagraph(paper: Paper): void {
  if (paper.parts.length === 0) return
  const text = paper.parts.join('')
  paper.parts = []
  paper.atSpace = true
  if (!/\S/.test(text)) return
  if (paper.verbatim) addVerbatim(paper, code(text), CODE_INDENT)
  // Line breaks first: trimming a long run of them would take time by the square of its length.
  else addBlock(paper, text.replace(/\n[ \n]*\n/g, '\n\n').replace(/^[ \n]+|[ \n]+$/g, ''), false, '')
}

/** Adds lines that are not wrapped, with a further indent. */
export function addVerbatim(paper: Paper, text: string, further: string): void {
  addBlock(paper, text, true, further)
}

/** Prints a list marker that found no block to stand before. */
export function addEmptyItem(paper: Paper): void {
  if (paper.context.first !== undefined) addBlock(paper, '', true, '')
}

/**
 * Opens a context: `marker` stands before its first line, `hang` before the others. Answers what closes it,
 * which hands a marker that no block has taken back to the context around.
 */
export function nest(paper: Paper, marker: string, hang: string, rest: Partial<Context> = {}): () => void {
  const outer = paper.context
  const waiting = outer.first
  const first = waiting ?? outer.indent
  // Deeper than half the width nothing is indented further: the text would have no room, and thousands of
  // nested quotations would take time by the square of their number.
  const tooDeep = outer.indent.length + hang.length > paper.width / 2
  const context: Context = tooDeep
    ? { ...rest, indent: outer.indent, first: marker.trim() === '' ? first : outer.indent + marker }
    : { ...rest, indent: outer.indent + hang, first: first + marker }
  outer.first = undefined
  paper.context = context
  return () => {
    endParagraph(paper)
    if (context.first !== undefined) outer.first = waiting
    paper.context = outer
  }
}

function append(paper: Paper, text: string): void {
  if (text === '') return
  paper.parts.push(text)
  paper.atSpace = /[ \n]$/.test(text)
}

function addBlock(paper: Paper, text: string, verbatim: boolean, further: string): void {
  const { context } = paper
  paper.blocks.push({
    text,
    first: (context.first ?? context.indent) + further,
    indent: context.indent + further,
    joined: paper.joined,
    verbatim,
  })
  context.first = undefined
  paper.joined = false
}

function code(text: string): string {
  return printableLines(text)
    .replace(/^(?:[ ]*\n)+/, '')
    .trimEnd()
}
