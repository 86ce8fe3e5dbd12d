import type { TagNode } from './open-pdf.ts'
import type { Paint } from './pdf-paint.ts'

/** How the pages of a PDF are filled, and with which fonts. */
export interface PdfLayout {
  /** Lines of the last page, running heads not counted; `undefined` where a picture stands on it. */
  readonly lastLines: number | undefined
  /** Lines in which a box stands for a character that no font has. */
  readonly boxes: readonly { readonly page: number; readonly near: string; readonly count: number }[]
  /** Names of fonts that are used and not embedded. */
  readonly foreignFonts: readonly string[]
}

/** The layout of no page. */
export const NO_PAGE: PdfLayout = { lastLines: undefined, boxes: [], foreignFonts: [] }

/** The layout of the pages before and of one more, the last so far. */
export function withPage(before: PdfLayout, page: Paint, number: number, tags: TagNode): PdfLayout {
  const heights = [...page.marked.values()].flat().filter(({ text }) => text.trim() !== '')
  const boxes = page.lines.flatMap(({ text, boxes = 0 }) =>
    boxes > 0 ? [{ page: number, near: text, count: boxes }] : [],
  )
  return {
    lastLines: hasPicture(tags) ? undefined : new Set(heights.map(({ height }) => height)).size,
    boxes: [...before.boxes, ...boxes],
    foreignFonts: [...new Set([...before.foreignFonts, ...page.foreignFonts])],
  }
}

function hasPicture(node: TagNode): boolean {
  return node.role === 'Figure' || node.alt !== undefined || (node.children ?? []).some(hasPicture)
}
