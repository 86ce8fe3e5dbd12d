import { createHash } from 'node:crypto'
import { ReleaseError } from '../../finding.ts'
import type { CivilDate } from '../../language/civil-date.ts'
import { countPages } from './count-pages.ts'
import { normalizePdf, pdfDate } from './normalize-pdf.ts'
import { pdfString } from './pdf-text.ts'
import { type PdfFile, readObject, unknownPdf } from './read-pdf.ts'
import { retitleOutline } from './retitle-outline.ts'
import { xmpPacket } from './xmp.ts'

/** What a PDF says about itself beyond its pages. */
export interface PdfMeta {
  /** The headline on one line. */
  readonly title: string
  /** The institution. */
  readonly author: string
  /** One sentence on the contents. */
  readonly subject?: string | undefined
  readonly keywords: readonly string[]
  /** BCP 47 tag of the document's language. */
  readonly language: string
  /** The release's civil date; written as its midnight UTC, the clock is never read. */
  readonly date: CivilDate
  /** The tool and its version, e.g. `release 1.0.0`. */
  readonly creator: string
}

/** A finished PDF. */
export interface PdfDocument {
  readonly bytes: Uint8Array
  /** Number of pages. */
  readonly pages: number
}

/**
 * Makes Chromium's PDF reproducible and appends an incremental update with the metadata and the titles of
 * bookmarks, which are the document's `headings`: same print, meta and headings, same bytes. Throws
 * `print-failed` for a PDF that is not built as expected or a malformed language tag.
 */
export function finishPdf(raw: Uint8Array, meta: PdfMeta, headings: readonly string[] = []): PdfDocument {
  if (!/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(meta.language)) {
    throw new ReleaseError('print-failed', `"${meta.language}" is not a language tag`, {
      hint: 'e.g. en, pt-BR',
    })
  }
  const { bytes, file } = normalizePdf(raw, meta.date)
  const update = incrementalUpdate(bytes, file, meta, headings)
  return { bytes: Buffer.concat([bytes, update]), pages: countPages(file) }
}

function incrementalUpdate(
  body: Uint8Array,
  file: PdfFile,
  meta: PdfMeta,
  headings: readonly string[],
): Buffer {
  const info = readObject(file, file.info)
  const producer = /^\(([^\\()]*)\)$/.exec(info.get('Producer') ?? '')?.[1]
  if (producer === undefined) throw unknownPdf(file.text, '/Producer')
  const xmp = xmpPacket(meta, producer)
  const xmpNumber = file.size
  const objects = new Map<number, string>([
    ...[...retitleOutline(file, headings)].map(([number, item]) => [number, dictionary(item)] as const),
    [file.info, dictionary(infoEntries(meta, info.get('Producer') ?? ''))],
    [file.root, dictionary(catalogEntries(readObject(file, file.root), meta, xmpNumber))],
    // As Latin-1 text like the rest; the bytes come out again as they went in.
    [
      xmpNumber,
      `<</Type /Metadata\n/Subtype /XML\n/Length ${xmp.length}>>\nstream\n${xmp.toString('latin1')}\nendstream`,
    ],
  ])

  const offsets = new Map<number, number>()
  let update = ''
  for (const [number, text] of [...objects].sort(([a], [b]) => a - b)) {
    offsets.set(number, body.length + update.length)
    update += `${number} 0 obj\n${text}\nendobj\n`
  }
  const startXref = body.length + update.length
  const sections = [...offsets].map(
    ([number, at]) => `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`,
  )
  const id = createHash('sha256')
    .update(body)
    .update(update, 'latin1')
    .digest('hex')
    .slice(0, 32)
    .toUpperCase()
  const trailer = dictionary([
    ['Size', String(file.size + 1)],
    ['Root', `${file.root} 0 R`],
    ['Info', `${file.info} 0 R`],
    ['Prev', String(file.startXref)],
    ['ID', `[<${id}> <${id}>]`],
  ])
  return Buffer.from(
    `${update}xref\n${sections.join('')}trailer\n${trailer}\nstartxref\n${startXref}\n%%EOF\n`,
    'latin1',
  )
}

function infoEntries(meta: PdfMeta, producer: string): [string, string][] {
  const stamp = `(${pdfDate(meta.date)})`
  return [
    ['Title', pdfString(meta.title)],
    ['Author', pdfString(meta.author)],
    ...(meta.subject ? ([['Subject', pdfString(meta.subject)]] as [string, string][]) : []),
    ...(meta.keywords.length
      ? ([['Keywords', pdfString(meta.keywords.join(', '))]] as [string, string][])
      : []),
    ['Creator', pdfString(meta.creator)],
    ['Producer', producer],
    ['CreationDate', stamp],
    ['ModDate', stamp],
  ]
}

function catalogEntries(catalog: Map<string, string>, meta: PdfMeta, xmpNumber: number): [string, string][] {
  return [
    ...new Map(catalog)
      .set('Metadata', `${xmpNumber} 0 R`)
      .set('ViewerPreferences', '<</DisplayDocTitle true>>')
      .set('Lang', pdfString(meta.language)),
  ]
}

function dictionary(entries: Iterable<readonly [string, string]>): string {
  return `<<${[...entries].map(([key, value]) => `/${key} ${value}`).join('\n')}>>`
}
