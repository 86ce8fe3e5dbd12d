import { wrapText } from '../wrap-text.ts'
import { displayWidth } from './display-width.ts'

/** One cell of a table in columns. */
export interface ColumnCell {
  /** Its words; `\n` is a hard break. */
  readonly text: string
  /** `right`, `center`, or anything else for left. */
  readonly align: string
}

/** One row of a table in columns. */
export interface ColumnRow {
  /** True where the row is underlined. */
  readonly header: boolean
  readonly cells: readonly ColumnCell[]
}

/** A last column narrower than this is no longer read with pleasure. */
const READABLE = 24
const GAP = '  '

/**
 * Lays rows in padded columns, or answers `undefined` where they do not fit into `room`. Only the last
 * column may wrap: were two columns to wrap side by side, each line would mix their words and the text
 * would no longer have the words of the HTML in their order.
 */
export function layColumns(rows: readonly ColumnRow[], room: number): string | undefined {
  const widths = columnWidths(rows)
  const last = widths.length - 1
  if (rows.some((row) => row.cells.some((cell, column) => column < last && cell.text.includes('\n'))))
    return undefined
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + GAP.length, 0)
  const wraps = before + (widths[last] ?? 0) > room
  if (wraps && (last === 0 || room - before < READABLE)) return undefined
  if (wraps) widths[last] = room - before

  const lines: string[] = []
  for (const [index, row] of rows.entries()) {
    if (row.cells.every((cell) => cell.text === '')) continue
    const tail = wrapText(row.cells[last]?.text ?? '', { width: widths[last] ?? 0 }).split('\n')
    if (wraps && tail.some((line) => displayWidth(line) > (widths[last] ?? 0))) return undefined
    const head = widths.slice(0, last).map((width, column) => pad(row.cells[column], width) + GAP)
    for (const [number, text] of tail.entries()) {
      const start = number === 0 ? head.join('') : ' '.repeat(before)
      const align = wraps ? 'left' : (row.cells[last]?.align ?? '')
      lines.push((start + pad({ text, align }, widths[last] ?? 0)).trimEnd())
    }
    if (row.header && rows[index + 1]?.header !== true)
      lines.push(widths.map((width) => '-'.repeat(width)).join(GAP))
  }
  return lines.join('\n')
}

/** The widest line of each column. */
function columnWidths(rows: readonly ColumnRow[]): number[] {
  const widths: number[] = []
  for (const { cells } of rows) {
    for (const [column, { text }] of cells.entries()) {
      for (const line of text.split('\n')) widths[column] = Math.max(widths[column] ?? 0, displayWidth(line))
    }
  }
  return widths
}

function pad(cell: ColumnCell | undefined, width: number): string {
  const { text, align } = cell ?? { text: '', align: '' }
  const fill = Math.max(0, width - displayWidth(text))
  const left = align === 'right' ? fill : align === 'center' ? Math.floor(fill / 2) : 0
  return ' '.repeat(left) + text + ' '.repeat(fill - left)
}
