import { type CivilDate, isoDate } from '../../language/civil-date.ts'
import type { PdfToken } from './pdf-tokens.ts'
import { objectTokens, type PdfFile, readPdf, unknownPdf } from './read-pdf.ts'

/** `D:20270226000000+00'00'`: midnight UTC of the day, as long as Chromium's own dates. */
export function pdfDate(date: CivilDate): string {
  return `D:${isoDate(date).replaceAll('-', '')}000000+00'00'`
}

/**
 * Replaces what differs between two prints of one page, in place and at the same length: the two dates of the
 * information dictionary, and the ids of structure elements (a counter of the renderer process). Throws
 * `print-failed` where a Chromium writes either in a way that is not known.
 */
export function normalizePdf(raw: Uint8Array, date: CivilDate): Uint8Array {
  const bytes = Buffer.from(raw)
  const file = readPdf(bytes)
  stampDates(file, bytes, pdfDate(date))
  renumberIds(file, bytes)
  return bytes
}

function stampDates(file: PdfFile, bytes: Buffer, stamp: string): void {
  let [key, stamped] = ['', 0]
  for (const token of objectTokens(file, file.info)) {
    if (token.kind === 'string' && (key === '/CreationDate' || key === '/ModDate')) {
      if (!/^\(D:\d{14}\+00'00'\)$/.test(token.text)) throw unknownPdf(file.text, `${key} (D:…+00'00')`)
      bytes.write(stamp, token.at + 1, 'latin1')
      stamped++
    }
    if (token.kind === 'name') key = token.text
  }
  if (stamped !== 2) throw unknownPdf(file.text, 'pair of /CreationDate and /ModDate')
}

const ID_KEYS = new Set(['/ID', '/Headers', '/Limits', '/Names'])

function renumberIds(file: PdfFile, bytes: Buffer): void {
  const found: PdfToken[] = []
  for (const number of file.offsets.keys()) {
    let key = ''
    for (const token of objectTokens(file, number)) {
      if (token.kind === 'name') key = token.text
      if (token.kind !== 'string' || !ID_KEYS.has(key)) continue
      if (/^\(node\d{8}\)$/.test(token.text)) found.push(token)
      // The other two keys also serve name trees that hold no ids.
      else if (key === '/ID' || key === '/Headers') throw unknownPdf(file.text, `${key} (node00000000)`)
    }
  }
  // Zero-padded and taken in their order, so that the tree of ids stays sorted as PDF wants it.
  const ids = [...new Set(found.map((token) => token.text))].sort()
  const renumbered = new Map(ids.map((id, index) => [id, `(node${String(index + 1).padStart(8, '0')})`]))
  for (const token of found) bytes.write(renumbered.get(token.text) ?? token.text, token.at, 'latin1')
}
