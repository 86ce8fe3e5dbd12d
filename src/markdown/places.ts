import type { Place } from '../finding.ts'

/** Where a node of the tree stands in the draft. */
export function placeOfNode(node: {
  position?: { start: Place; end: { line: number; column: number } } | undefined
}): Place {
  const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: undefined }
  const place = { line: start.line, column: start.column }
  return end ? { ...place, end: { line: end.line, column: end.column } } : place
}

/** The place of an offset in a piece of raw HTML that begins at `start`. */
export function placeAt(html: string, offset: number, start: Place): Place {
  const before = html.slice(0, offset)
  const newlines = before.split('\n').length - 1
  const column = newlines === 0 ? start.column + offset : offset - before.lastIndexOf('\n')
  return { line: start.line + newlines, column }
}
