import { wrapText } from '../wrap-text.ts'

/** One paragraph, table or preformatted text that has found its place. */
export interface Block {
  /** The words; `\n` is a hard break. */
  readonly text: string
  /** What stands before its first line: spaces, perhaps with list markers. */
  readonly first: string
  /** What stands before its other lines. */
  readonly indent: string
  /** True where no blank line separates it from the block before. */
  readonly joined: boolean
  /** True where its lines are already made and are not wrapped. */
  readonly verbatim: boolean
}

/** The finished text: one blank line between blocks that are not joined, none at the end. */
export function layBlocks(blocks: readonly Block[], width: number): string {
  const pieces: string[] = []
  for (const block of blocks) {
    if (pieces.length > 0) pieces.push(block.joined ? '\n' : '\n\n')
    pieces.push(block.verbatim ? prefixLines(block) : wrapBlock(block, width))
  }
  return pieces.join('')
}

function wrapBlock({ text, first, indent }: Block, width: number): string {
  return wrapText(text, { width, firstIndent: first, indent })
}

function prefixLines({ text, first, indent }: Block): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : indent) + line).trimEnd())
    .join('\n')
}
