import { openPdf, type Pdf, pdfTags, type TagNode } from './open-pdf.ts'
import { actualTexts } from './pdf-actual-texts.ts'
import { NO_PAGE, type PdfLayout, withPage } from './pdf-layout.ts'
import { type Paint, readPaint } from './pdf-paint.ts'
import { isInCapitals, picture, split, type Word } from './words.ts'

/** What a PDF says, to its reader and behind the page. */
export interface PdfFacts {
  /** In the order of its tags. */
  readonly words: readonly Word[]
  readonly pages: number
  /** Language of the document. */
  readonly language: string | undefined
  /** Title, subject and keywords. */
  readonly hidden: readonly string[]
  /** The program that had it made. */
  readonly generator: string | undefined
  /** Its title and its author. */
  readonly about: { readonly title: string | undefined; readonly author: string | undefined }
  /** How its pages are filled. */
  readonly layout: PdfLayout
  /** False where the PDF has no tags, and therefore no words in an order. */
  readonly tagged: boolean
}

/** Most pages of a PDF that is read; `limits.pages` of a build has 50 unless it is raised. */
const MAX_PAGES = 1000

/** Tags that stand within a line; the words on both sides of any other are two. */
const INLINE = new Set(['NonStruct', 'Span', 'Link', 'Em', 'Strong', 'Code', 'Quote', 'Reference', 'Note'])
const LINE_END = '\u0000'
const BLOCK_END = '\n'

/** Reads a PDF. Rejects, with an `Error` that says why, for what is damaged, encrypted or no PDF. */
export async function readPdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages > MAX_PAGES) throw new Error(`it has ${pdf.numPages} pages, more than ${MAX_PAGES}`)
    const trees = await pdfTags(pdf)
    const tagged = trees.some(({ children = [] }) => children.length > 0)
    const { info } = (await pdf.getMetadata()) as { info: Readonly<Record<string, unknown>> }
    const text = (key: string) => (typeof info[key] === 'string' ? info[key] : undefined)
    const { words, layout } = tagged ? await readPages(pdf, trees, bytes) : { words: [], layout: NO_PAGE }
    return {
      words,
      pages: pdf.numPages,
      language: text('Language'),
      hidden: ['Title', 'Author', 'Subject', 'Keywords'].flatMap((key) => text(key) ?? []),
      generator: text('Creator'),
      about: { title: text('Title'), author: text('Author') },
      layout,
      tagged,
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/**
 * The words of a tagged PDF in the order of its tags, which is what a screen reader reads. Text outside the
 * tags (running heads, page marks) and the markers of lists are left out; figures are their alternative text.
 */
export async function pdfWords(bytes: Uint8Array): Promise<readonly Word[]> {
  return (await readPdfFacts(bytes)).words
}

async function readPages(
  pdf: Pdf,
  trees: readonly TagNode[],
  bytes: Uint8Array,
): Promise<Pick<PdfFacts, 'words' | 'layout'>> {
  const pieces: string[] = []
  const shouted = new Set<string>()
  let begun = false
  let layout = NO_PAGE
  for await (const [index, page] of paintOf(pdf, trees, bytes)) {
    layout = withPage(layout, page, index + 1, trees[index] ?? {})
    let height: number | undefined
    const walk = (node: TagNode): void => {
      if (node.role === 'Lbl') return
      // pdf.js names a content by page and number: "p2R_mc7".
      const id = Number(/_mc(\d+)$/.exec(node.id ?? '')?.[1] ?? Number.NaN)
      for (const line of (node.type === 'content' && page.marked.get(id)) || []) {
        pieces.push(line.height === height ? '' : LINE_END, line.text)
        if (isInCapitals(line.text)) for (const word of split(line.text)) shouted.add(word)
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
    for (const child of trees[index]?.children ?? []) walk(child)
  }
  const words = pieces.join('').split(/\s+/u).flatMap(wordsOfRun)
  const labelled = words.map((word) => (shouted.has(word.text) ? { ...word, label: true } : word))
  return { words: labelled, layout }
}

/** Everything that is printed on the paper, line by line, running heads and all; a form feed between pages. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await openPdf(bytes)
  const printed: string[] = []
  for await (const [, page] of paintOf(pdf, await pdfTags(pdf), bytes)) {
    const lines = page.lines.map((line) => line.text.trim()).filter(Boolean)
    printed.push(lines.join('\n'))
  }
  return `${printed.join('\n\f\n')}\n`
}

/** Page by page, so that a long PDF takes no more memory than its longest page. */
async function* paintOf(
  pdf: Pdf,
  trees: readonly TagNode[],
  bytes: Uint8Array,
): AsyncGenerator<[index: number, page: Paint]> {
  const actual = actualTexts(bytes)
  const rtl = trees.some(isRtl)
  for (const index of trees.keys()) yield [index, await readPaint(pdf, index, actual[index] ?? [], rtl)]
}

/** A run without visible spaces may hold ends of lines: there a word has ended or not. */
function wordsOfRun(run: string): Word[] {
  const parts = run.split(LINE_END).flatMap(split)
  return parts.map((text, index) => (index < parts.length - 1 ? { text, open: true } : { text }))
}

function isRtl(node: TagNode): boolean {
  return /^(?:ar|fa|he|ur|ps|ckb|yi)\b/.test(node.lang ?? '') || (node.children ?? []).some(isRtl)
}
