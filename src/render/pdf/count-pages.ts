import { type PdfFile, readObject, unknownPdf } from './read-pdf.ts'

/** The number of pages, from the page tree's root. */
export function countPages(file: PdfFile): number {
  const pages = /^(\d+) 0 R$/.exec(readObject(file, file.root).get('Pages') ?? '')
  const count = pages ? Number(readObject(file, Number(pages[1])).get('Count')) : Number.NaN
  if (!Number.isInteger(count)) throw unknownPdf(file.text, 'page count')
  return count
}
