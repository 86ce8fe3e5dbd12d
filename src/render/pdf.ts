import type { HtmlPieces } from './html.ts'
import { finishPdf, type PdfDocument, type PdfMeta } from './pdf/finish-pdf.ts'
import { headingsOf } from './pdf/headings.ts'

/** Prints a self-contained HTML document and finishes it: same HTML, meta and browser build, same bytes. */
export async function renderPdf(
  html: HtmlPieces,
  meta: PdfMeta,
  printer: { readonly print: (html: HtmlPieces) => Promise<Uint8Array> },
): Promise<PdfDocument> {
  const raw = await printer.print(html)
  return finishPdf(raw, meta, headingsOf(html.before + html.behind))
}
