import type { Element, ElementContent } from 'hast'
import { holdsRtl } from '../wrap-text.ts'
import type { Block } from './blocks.ts'
import { type ColumnCell, layColumns } from './columns.ts'
import { addVerbatim, endParagraph, nest, type Paper } from './paper.ts'

/** One cell: where the blocks lie that its contents became. */
interface Cell {
  readonly element: Element
  readonly from: number
  to: number
}

/** One row of a table. */
interface Row {
  /** True where all its cells are headings. */
  readonly header: boolean
  readonly cells: Cell[]
}

/** A table whose cells are being written. */
export interface TableFrame {
  readonly rows: Row[]
  /** The first block of the rows, behind the captions. */
  from: number
  /** True between the start and the end of a cell. */
  inCell: boolean
}

/** A table's children as a browser shows them: captions above everything else. */
export function captionsFirst(table: Element): ElementContent[] {
  const isCaption = (node: ElementContent) => node.type === 'element' && node.tagName === 'caption'
  return [...table.children.filter(isCaption), ...table.children.filter((node) => !isCaption(node))]
}

/**
 * Opens a table; answers what closes it. What its cells hold is written one cell a line, a blank line
 * between rows, the header row first, and stays so where columns do not fit: repeating the header beside
 * each value would read better, but would add words that the HTML does not have.
 */
export function openTable(paper: Paper): () => void {
  const frame: TableFrame = { rows: [], from: paper.blocks.length, inCell: false }
  paper.table = frame
  return () => {
    endParagraph(paper)
    paper.table = undefined
    const columns = paper.rtl ? undefined : inColumns(frame, paper)
    if (columns === undefined) return
    const [replaced] = paper.blocks.splice(frame.from)
    if (replaced === undefined) return
    // The first cell has taken the marker of a list item that begins with this table.
    paper.context.first = replaced.first
    paper.joined = replaced.joined
    addVerbatim(paper, columns, '')
  }
}

/** Opens a row. */
export function openRow(paper: Paper, row: Element): void {
  const { table } = paper
  if (table === undefined || table.inCell) return
  if (table.rows.length === 0) table.from = paper.blocks.length
  const cells = row.children.filter((node) => node.type === 'element')
  table.rows.push({ header: cells.every((cell) => cell.tagName === 'th'), cells: [] })
}

/** Opens a cell; answers what closes it. */
export function openCell(paper: Paper, element: Element): (() => void) | undefined {
  const { table } = paper
  const row = table?.rows.at(-1)
  if (table === undefined || row === undefined || table.inCell) return undefined
  const cell: Cell = { element, from: paper.blocks.length, to: paper.blocks.length }
  if (row.cells.some((other) => other.to > other.from)) paper.joined = true
  row.cells.push(cell)
  table.inCell = true
  const close = nest(paper, '', '  ')
  return () => {
    close()
    cell.to = paper.blocks.length
    if (cell.to === cell.from) paper.joined = false
    table.inCell = false
  }
}

function inColumns(frame: TableFrame, paper: Paper): string | undefined {
  let seen = frame.from
  const rows: { header: boolean; cells: ColumnCell[] }[] = []
  for (const { header, cells } of frame.rows) {
    const plain: ColumnCell[] = []
    for (const cell of cells) {
      const text = cell.from === seen ? plainText(cell, paper.blocks) : undefined
      if (text === undefined || holdsRtl(text)) return undefined
      plain.push({ text, align: String(cell.element.properties.align ?? '') })
      seen = cell.to
    }
    rows.push({ header, cells: plain })
  }
  // Anything that stands in the table but in no cell must not get lost.
  if (seen !== paper.blocks.length) return undefined
  const first = paper.blocks[frame.from]?.first.length ?? 0
  return layColumns(rows, paper.width - Math.max(first, paper.context.indent.length))
}

/** A cell's words where it is no more than one paragraph in one column and one row. */
function plainText({ element, from, to }: Cell, blocks: readonly Block[]): string | undefined {
  const { colSpan, rowSpan } = element.properties
  if (Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1 || to - from > 1) return undefined
  const block = blocks[from]
  if (from === to || block === undefined) return ''
  return block.verbatim ? undefined : block.text
}
