import type { Format } from '../formats.ts'
import { readHtml } from './html-words.ts'
import type { PdfLayout } from './pdf-layout.ts'
import { textWords } from './text-words.ts'
import type { Word } from './words.ts'

/** What an output says, whatever its format. */
export interface OutputFacts {
  readonly words: readonly Word[]
  /** What is read elsewhere than on the page: title, metadata, addresses. */
  readonly hidden: readonly string[]
  readonly language: string | undefined
  /** True where the file says that release made it; a text says nothing. */
  readonly isOurs: boolean | undefined
  readonly pages?: number
  /** The lines of a text. */
  readonly lines?: readonly string[]
  /** Metadata of an HTML file that tells others of the release. */
  readonly indexed?: readonly string[]
  /** What a PDF says of itself beside its language. */
  readonly about?: { readonly title: string | undefined; readonly author: string | undefined }
  /** How the pages of a PDF are filled. */
  readonly layout?: PdfLayout
}

const OURS = /^release \d/

/** Reads the words of an output's bytes; or answers why it cannot. Never rejects, whatever file it is. */
export async function readOutput(
  format: Format,
  bytes: Uint8Array,
): Promise<OutputFacts | { readonly reason: string }> {
  if (bytes.length === 0) return { reason: 'is empty' }
  try {
    if (format === 'pdf') return await readPdfOutput(bytes)
    const text = decode(bytes)
    if (text === undefined) return { reason: 'is not UTF-8' }
    if (format === 'text') {
      const lines = text.split(/\r?\n/)
      return { words: textWords(text), hidden: [], language: undefined, isOurs: undefined, lines }
    }
    const { generator = '', ...facts } = readHtml(text)
    return { ...facts, isOurs: OURS.test(generator) }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    return { reason: `cannot be read as ${format === 'pdf' ? 'a PDF' : 'HTML'}: ${said}` }
  }
}

async function readPdfOutput(bytes: Uint8Array): Promise<OutputFacts | { readonly reason: string }> {
  // pdf.js is large: loaded for PDFs only.
  const { readPdfFacts } = await import('./pdf-words.ts')
  const { generator = '', tagged, ...facts } = await readPdfFacts(bytes)
  if (!tagged) return { reason: 'is a PDF without tags: its words have no order that could be compared' }
  return { ...facts, isOurs: OURS.test(generator) }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
