import { type CivilDate, isoDate } from '../../language/civil-date.ts'
import type { PdfToken } from './pdf-tokens.ts'
import { objectTokens, type PdfFile, readPdf, unknownPdf } from './read-pdf.ts'

/** `D:20270226000000+00'00'`: midnight UTC of the day, as long as Chromium's own dates. */
export function pdfDate(date: CivilDate): string {
  return `D:${isoDate(date).replaceAll('-', '')}000000+00'00'`
}

/** A print whose bytes depend on nothing but its document and date. */
export interface NormalizedPdf {
  readonly bytes: Buffer
  /** What was read of the print: the same objects at the same places, dates and ids as they were. */
  readonly file: PdfFile
}

/**
 * Replaces what differs between two prints of one page, in place and at the same length: the two dates of the
 * information dictionary, and the ids of structure elements (a counter of the renderer process). Throws
 * `print-failed` where a Chromium writes either in a way that is not known.
 */
export function normalizePdf(raw: Uint8Array, date: CivilDate): NormalizedPdf {
  const bytes = Buffer.from(raw)
  const file = readPdf(bytes)
  stampDates(file, bytes, pdfDate(date))
  renumberIds(file, bytes)
  return { bytes, file }
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
const ID_KEY = /\/(?:ID|Headers|Limits|Names)\b/g

/** The objects with one of the keys in them, in the order of the table: a few of hundreds are worth reading. */
function objectsWithIds({ text, offsets }: PdfFile): number[] {
  const places = [...text.matchAll(ID_KEY)].map(({ index }) => index)
  const inOrder = [...offsets].sort(([, a], [, b]) => a - b)
  const found = new Set<number>()
  let next = 0
  for (const place of places) {
    while ((inOrder[next]?.[1] ?? Number.POSITIVE_INFINITY) <= place) next++
    const number = inOrder[next - 1]?.[0]
    if (number !== undefined) found.add(number)
  }
  return [...offsets.keys()].filter((number) => found.has(number))
}

/**
 * Structure elements are numbered anew in the order in which they stand in the file. Chromium's own numbers
 * follow the order in which it happened to look at the elements, which differs between two prints.
 */
function renumberIds(file: PdfFile, bytes: Buffer): void {
  const found: PdfToken[] = []
  const renumbered = new Map<string, string>()
  const trees: number[] = []
  for (const number of objectsWithIds(file)) {
    let key = ''
    for (const token of objectTokens(file, number)) {
      if (token.kind === 'name') key = token.text
      if (token.kind !== 'string' || !ID_KEYS.has(key)) continue
      if (/^\(node\d{8}\)$/.test(token.text)) {
        found.push(token)
        if (key === '/ID') renumbered.set(token.text, `(node${String(renumbered.size + 1).padStart(8, '0')})`)
        if (key === '/Names' && trees.at(-1) !== number) trees.push(number)
      }
      // The other two keys also serve name trees that hold no ids.
      else if (key === '/ID' || key === '/Headers') throw unknownPdf(file.text, `${key} (node00000000)`)
    }
  }
  for (const { at, text } of found) bytes.write(renumbered.get(text) ?? text, at, 'latin1')
  if (trees.length > 1) throw unknownPdf(file.text, 'tree of ids in one piece')
  if (trees[0] !== undefined) sortTree(file, trees[0], renumbered, bytes)
}

/** A tree of names is sorted by name (ISO 32000-2, 7.9.6): the same entries, in their new order. */
function sortTree(
  file: PdfFile,
  number: number,
  renumbered: ReadonlyMap<string, string>,
  bytes: Buffer,
): void {
  const [start, end] = arrayAfter(file, number, '/Names')
  const written = file.text.slice(start, end)
  const entries = [...written.matchAll(/(\(node\d{8}\)) (\d+ 0 R)/g)]
    .map(([, id = '', reference]) => `${renumbered.get(id) ?? id} ${reference}`)
    .sort()
  const sorted = entries.join(' ')
  if (sorted.length !== written.length) throw unknownPdf(file.text, '/Names [(node00000000) 0 0 R …]')
  bytes.write(sorted, start, 'latin1')
  const [from, to] = arrayAfter(file, number, '/Limits')
  const limits = [entries[0], entries.at(-1)].map((entry) => entry?.split(' ')[0]).join(' ')
  if (limits.length !== to - from) throw unknownPdf(file.text, '/Limits [(node00000000) (node00000000)]')
  bytes.write(limits, from, 'latin1')
}

/** Where the content of an array of an object's dictionary begins and ends. */
function arrayAfter(file: PdfFile, number: number, key: string): [start: number, end: number] {
  let [seen, start] = [false, -1]
  for (const token of objectTokens(file, number)) {
    if (token.text === key) seen = true
    else if (seen && start < 0 && token.text === '[') start = token.at + 1
    else if (start >= 0 && token.text === ']') return [start, token.at]
  }
  throw unknownPdf(file.text, `${key} [`)
}
