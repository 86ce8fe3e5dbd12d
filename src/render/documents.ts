import type { Draft } from '../draft/draft.ts'
import { type Finding, ReleaseError } from '../finding.ts'
import type { Format } from '../formats.ts'
import { type Release, titleOf } from '../release/release.ts'
import { type HtmlPieces, renderHtml } from './html.ts'
import { missingGlyphs } from './missing-glyphs.ts'
import type { PdfDocument } from './pdf/finish-pdf.ts'
import { renderPdf } from './pdf.ts'
import { renderText } from './text.ts'

/** The documents of a release, in memory. */
export interface Documents {
  readonly html: Uint8Array | undefined
  readonly text: Uint8Array | undefined
  /** Prints the PDF; absent where none is asked for. */
  readonly printPdf:
    | ((printer: { print: (html: HtmlPieces) => Promise<Uint8Array> }) => Promise<PdfDocument>)
    | undefined
  readonly findings: readonly Finding[]
}

/** Renders a release in the formats asked for. The PDF is the HTML, printed. */
export function renderDocuments(
  release: Release,
  draft: Draft,
  options: { readonly formats: readonly Format[]; readonly limits: { readonly pages: number } },
  tool: string,
): Documents {
  const wants = (format: Format) => options.formats.includes(format)
  const page = wants('html') || wants('pdf') ? renderHtml(release, tool) : undefined
  return {
    html: page && wants('html') ? page.bytes() : undefined,
    text: wants('text') ? Buffer.from(renderText(release)) : undefined,
    printPdf:
      page && wants('pdf')
        ? async (printer) => {
            const pdf = await renderPdf(page, pdfMeta(release, tool), printer)
            if (pdf.pages <= options.limits.pages) return pdf
            const hint = 'shorten it, or raise limits.pages in release.config.yaml'
            throw new ReleaseError(
              'print-failed',
              `the PDF has ${pdf.pages} pages, more than ${options.limits.pages}`,
              { hint },
            )
          }
        : undefined,
    findings: missingGlyphs(page?.missing ?? [], draft),
  }
}

function pdfMeta(release: Release, tool: string) {
  return {
    title: titleOf(release),
    author: release.institution.name,
    subject: release.summary ?? release.subheadline,
    keywords: release.keywords,
    language: release.language,
    date: release.date,
    creator: tool,
  }
}
