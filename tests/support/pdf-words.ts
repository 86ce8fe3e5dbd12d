import { getDocumentProxy } from 'unpdf'
import { readPaint } from './pdf-paint.ts'
import { picture, split, type Word } from './words.ts'

/** Opens a PDF; the bytes are copied, since pdf.js takes what it is given. */
export function openPdf(bytes: Uint8Array) {
  return getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
}

type Pdf = Awaited<ReturnType<typeof openPdf>>

/** A node of the tree of tags as pdf.js gives it. */
export interface TagNode {
  readonly role?: string
  readonly alt?: string
  readonly lang?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly TagNode[]
}

/** The tree of tags, a root a page. */
export async function pdfTags(pdf: Pdf): Promise<TagNode[]> {
  const pages = Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1))
  const trees = await Promise.all(pages.map(async (page) => (await page).getStructTree()))
  return trees.map((tree: TagNode | null) => tree ?? {})
}

/** Tags that stand within a line; the words on both sides of any other are two. */
const INLINE = new Set(['NonStruct', 'Span', 'Link', 'Em', 'Strong', 'Code', 'Quote', 'Reference', 'Note'])
const LINE_END = '\u0000'
const BLOCK_END = '\n'

/**
 * The words of a tagged PDF in the order of its tags, which is what a screen reader reads. Text outside the
 * tags (running heads, page marks) and the markers of lists are left out; figures are their alternative text.
 */
export async function pdfWords(bytes: Uint8Array): Promise<Word[]> {
  const trees = await pdfTags(await openPdf(bytes))
  const pages = await readPaint(bytes, trees.some(isRtl))
  const pieces: string[] = []
  let begun = false
  for (const [index, tree] of trees.entries()) {
    let height: number | undefined
    const walk = (node: TagNode): void => {
      if (node.role === 'Lbl') return
      // pdf.js names a content by page and number: "p2R_mc7".
      const id = Number(/_mc(\d+)$/.exec(node.id ?? '')?.[1] ?? Number.NaN)
      for (const line of (node.type === 'content' && pages[index]?.marked.get(id)) || []) {
        pieces.push(line.height === height ? '' : LINE_END, line.text)
        height = line.height
        begun ||= line.text.trim() !== ''
      }
      const gap = node.role === undefined || INLINE.has(node.role) ? '' : BLOCK_END
      pieces.push(gap)
      if (node.alt !== undefined) pieces.push(begun ? picture(node.alt) : '')
      else for (const child of node.children ?? []) walk(child)
      pieces.push(gap)
    }
    // A paragraph may go on over the end of a page: the tags around it begin anew on the next one.
    for (const child of tree.children ?? []) walk(child)
  }
  return pieces.join('').split(/\s+/u).flatMap(wordsOfRun)
}

/** Everything that is printed on the paper, line by line, running heads and all; a form feed between pages. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const trees = await pdfTags(await openPdf(bytes))
  const pages = await readPaint(bytes, trees.some(isRtl))
  const printed = pages.map(({ lines }) =>
    lines
      .map((line) => line.text.trim())
      .filter(Boolean)
      .join('\n'),
  )
  return `${printed.join('\n\f\n')}\n`
}

/** A run without visible spaces may hold ends of lines: there a word has ended or not. */
function wordsOfRun(run: string): Word[] {
  const parts = run.split(LINE_END).flatMap(split)
  return parts.map((text, index) => (index < parts.length - 1 ? { text, open: true } : { text }))
}

function isRtl(node: TagNode): boolean {
  return /^(?:ar|fa|he|ur|ps|ckb|yi)\b/.test(node.lang ?? '') || (node.children ?? []).some(isRtl)
}
