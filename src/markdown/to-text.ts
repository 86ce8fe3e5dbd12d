import type { Element, Nodes, Root } from 'hast'
import { type LinkReferences, writeLink } from './text/links.ts'
import { readList } from './text/lists.ts'
import {
  addEmptyItem,
  addImage,
  addLineBreak,
  addText,
  addVerbatim,
  blankPaper,
  endParagraph,
  layBlocks,
  nest,
  type Paper,
} from './text/paper.ts'
import { printable } from './text/printable.ts'
import { captionsFirst, openCell, openRow, openTable } from './text/tables.ts'
import { centreText } from './wrap-text.ts'

export { type LinkReferences, linkReferences } from './text/links.ts'

/** How `toText` writes. */
export interface TextOptions {
  /** Display columns a line may take. */
  readonly width: number
  /** Collects the addresses behind the words; share one list among the parts of a release. */
  readonly references: LinkReferences
  /** True for a release written from right to left: nothing is padded or centred. */
  readonly rtl?: boolean
}

/** What an element changes: the children to visit instead of its own, and what to do behind them. */
interface Visit {
  readonly children?: readonly Nodes[]
  readonly leave?: (() => void) | undefined
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section ' +
    'summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

const INDENT = '  '

/** Elements that are more than their children. All others are: in a block of their own, or within the line. */
const VISITS: Readonly<Record<string, (element: Element, paper: Paper) => Visit>> = {
  a: visitLink,
  blockquote: (_, paper) => ({ leave: nest(paper, INDENT, INDENT) }),
  br: (_, paper) => ({ leave: () => addLineBreak(paper) }),
  dd: visitDescription,
  dt: visitTerm,
  hr: visitRule,
  img: visitImage,
  li: visitItem,
  ol: visitList,
  pre: visitPreformatted,
  section: visitSection,
  table: (element, paper) =>
    paper.table ? {} : { children: captionsFirst(element), leave: openTable(paper) },
  td: (element, paper) => ({ leave: openCell(paper, element) }),
  th: (element, paper) => ({ leave: openCell(paper, element) }),
  tr: (element, paper) => {
    openRow(paper, element)
    return {}
  },
  ul: visitList,
}

/**
 * Writes the tree that the HTML is printed from as plain text, so both have the same words: blocks separated
 * by one blank line, no trailing spaces, no final newline. The walk keeps its own stack, so that a draft
 * nested thousands of levels deep cannot overflow the engine's.
 */
export function toText(root: Root, options: TextOptions): string {
  const paper = blankPaper(options.width, options.references, options.rtl ?? false)
  const stack: (Nodes | (() => void))[] = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'function') next()
    else if (next.type === 'text') addText(paper, next.value)
    else if (next.type === 'element' || next.type === 'root') {
      const { children, leave } = next.type === 'element' ? visit(next, paper) : {}
      if (leave) stack.push(leave)
      const inside = children ?? next.children
      for (let index = inside.length - 1; index >= 0; index--) stack.push(inside[index] as Nodes)
    }
  }
  endParagraph(paper)
  return layBlocks(paper.blocks, options.width)
}

function visit(element: Element, paper: Paper): Visit {
  const special = Object.hasOwn(VISITS, element.tagName) ? VISITS[element.tagName] : undefined
  if (!BLOCKS.has(element.tagName)) return special?.(element, paper) ?? {}
  endParagraph(paper)
  const { children, leave } = special?.(element, paper) ?? {}
  const close = () => {
    endParagraph(paper)
    leave?.()
  }
  return children ? { children, leave: close } : { leave: close }
}

function hasRole(element: Element, role: string): boolean {
  return String(element.properties.role ?? '') === role
}

function visitLink(link: Element, paper: Paper): Visit {
  // The way back from a footnote is for readers who can follow it.
  if (hasRole(link, 'doc-backlink')) return { children: [] }
  const href = String(link.properties.href ?? '')
  if (href === '' || paper.inLink) return {}
  paper.inLink = true
  const before = { blocks: paper.blocks.length, parts: paper.parts.length, texts: paper.texts }
  const leave = () => {
    paper.inLink = false
    // A link around an image alone is the image.
    if (paper.texts === before.texts) return
    const sameParagraph = paper.blocks.length === before.blocks
    const label = paper.parts.splice(sameParagraph ? before.parts : 0).join('')
    paper.parts.push(writeLink(label, href, paper.references))
  }
  return { leave }
}

function visitImage(image: Element, paper: Paper): Visit {
  const alt = printable(String(image.properties.alt ?? '')).trim()
  if (alt !== '') addImage(paper, alt)
  return {}
}

function visitRule(_: Element, paper: Paper): Visit {
  const rule = '* * *'
  addVerbatim(paper, paper.rtl ? rule : centreText(rule, paper.width - paper.context.indent.length), '')
  return {}
}

function visitPreformatted(_: Element, paper: Paper): Visit {
  const outer = paper.verbatim
  paper.verbatim = true
  const leave = () => {
    paper.verbatim = outer
  }
  return { leave }
}

function visitSection(section: Element, paper: Paper): Visit {
  return hasRole(section, 'doc-endnotes') ? { leave: nest(paper, '', '', { notes: true }) } : {}
}

function visitList(list: Element, paper: Paper): Visit {
  return { leave: nest(paper, '', '', { list: readList(list, paper) }) }
}

function visitItem(_: Element, paper: Paper): Visit {
  const { list } = paper.context
  const marker = list?.nextMarker() ?? '- '
  if (list?.joinsNext) paper.joined = true
  if (list) list.joinsNext = list.tight
  const close = nest(paper, marker, ' '.repeat(marker.length), { tightItem: list?.tight === true })
  const leave = () => {
    addEmptyItem(paper)
    close()
  }
  return { leave }
}

function visitTerm(_: Element, paper: Paper): Visit {
  const leave = () => {
    paper.termEnd = paper.blocks.length
  }
  return { leave }
}

function visitDescription(_: Element, paper: Paper): Visit {
  if (paper.termEnd === paper.blocks.length) paper.joined = true
  return { leave: nest(paper, INDENT, INDENT) }
}
