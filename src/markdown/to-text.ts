import type { Nodes, Root } from 'hast'
import { layBlocks } from './text/blocks.ts'
import { visit } from './text/elements.ts'
import type { LinkReferences } from './text/links.ts'
import { addText, blankPaper, endParagraph } from './text/paper.ts'

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
