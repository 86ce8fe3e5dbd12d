import type { Element, Nodes } from 'hast'
import { superscript } from '../superscript.ts'
import { centreText } from '../wrap-text.ts'
import { writeLink } from './links.ts'
import { readList } from './lists.ts'
import { addEmptyItem, addImage, addLineBreak, addVerbatim, endParagraph, nest, type Paper } from './paper.ts'
import { printable } from './printable.ts'
import { captionsFirst, openCell, openRow, openTable } from './tables.ts'

/** What an element changes: the children to visit instead of its own, and what to do behind them. */
export interface Visit {
  /** In the order in which they are printed. */
  readonly children?: readonly Nodes[]
  /** Runs when all children have been visited. */
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
  sup: visitRaised,
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

/** Begins an element; blocks end the paragraph before them and their own. */
export function visit(element: Element, paper: Paper): Visit {
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
    const written = writeLink(label, href, paper.references)
    // Where the words ended a block the mark stands alone.
    paper.parts.push(label === '' ? written.trimStart() : written)
    if (label === '') paper.atSpace = false
  }
  return { leave }
}

function visitImage(image: Element, paper: Paper): Visit {
  const alt = printable(String(image.properties.alt ?? '')).trim()
  if (alt !== '') addImage(paper, alt)
  return {}
}

/** Raised figures keep their meaning: `10<sup>6</sup>` is no 106, a footnote's mark no part of its word. */
function visitRaised(_: Element, paper: Paper): Visit {
  const first = paper.parts.length
  const leave = () => {
    const raised = paper.parts.splice(first).join('')
    if (raised !== '') paper.parts.push(/^\d+$/.test(raised) ? superscript(raised) : raised)
  }
  return { leave }
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
