import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { onLines, tableLines } from './table-blocks.ts'

/**
 * Parses CommonMark with tables, strikethrough and footnotes (GFM). What stands before `start`, which begins a
 * line, is passed over, and yet every line, column and offset of the tree points into `source` as a whole.
 */
export function parseMarkdown(source: string, start = 0): Root {
  // Only the lines before it are kept: to the parser they are blank.
  const lines = source.slice(0, start).replace(/[^\n]+/g, '')
  const text = lines + source.slice(start)
  const tree = fromMarkdown(text, {
    extensions: [
      onLines(gfmTable(), tableLines(text)),
      gfmStrikethrough({ singleTilde: false }),
      gfmFootnote(),
    ],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown()],
  })
  if (start > 0) for (const child of tree.children) shift(child, start - lines.length)
  // The root begins at 0 and ends where the text does, whatever was passed over.
  const end = tree.position?.end
  if (end?.offset !== undefined) end.offset = source.length
  return tree
}

/** Adds what was passed over to the offsets of a tree. */
function shift(node: Nodes, by: number): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point?.offset !== undefined) point.offset += by
  }
  if ('children' in node) for (const child of node.children) shift(child, by)
}
