import { countPages } from './pdf/count-pages.ts'
import { finishPdf, type PdfMeta } from './pdf/finish-pdf.ts'
import { headingsOf } from './pdf/headings.ts'

/** A finished PDF. */
export interface PdfDocument {
  readonly bytes: Uint8Array
  /** Number of pages. */
  readonly pages: number
}

/** Prints a self-contained HTML document and finishes it: same HTML, meta and browser build, same bytes. */
export async function renderPdf(
  html: string,
  meta: PdfMeta,
  printer: { readonly print: (html: string) => Promise<Uint8Array> },
): Promise<PdfDocument> {
  const bytes = finishPdf(await printer.print(html), meta, headingsOf(html))
  return { bytes, pages: countPages(bytes) }
}
