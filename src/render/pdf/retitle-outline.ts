import { pdfString } from './pdf-text.ts'
import { type PdfFile, readObject } from './read-pdf.ts'

/** An item of the outline, which viewers show as a bookmark. */
interface OutlineItem {
  /** Its object number. */
  readonly number: number
  readonly entries: ReadonlyMap<string, string>
}

/**
 * The outline's items whose titles are not those of the document, by object number, with the title put right.
 * Chromium takes a title from the painted lines: the words of Arabic and Hebrew come in reverse, those on both
 * sides of a line's end are run together, style sheets change the case, and a heading that is painted on
 * several pages is said as often. An item is given the next heading that is made of its letters, since not
 * every heading becomes an item: a style sheet may hide it. Where there is none Chromium's title stays: a
 * bookmark is worth no failed release.
 */
export function retitleOutline(file: PdfFile, headings: readonly string[]): Map<number, Map<string, string>> {
  const outline = reference(readObject(file, file.root).get('Outlines'))
  const letters = headings.map(lettersOf)
  const retitled = new Map<number, Map<string, string>>()
  if (outline === undefined || headings.length === 0) return retitled
  let from = 0
  for (const { number, entries } of outlineItems(file, readObject(file, outline))) {
    const written = entries.get('Title') ?? ''
    const painted = lettersOf(stringOf(written))
    const index = letters.findIndex((heading, at) => at >= from && isPainted(heading, painted))
    if (index < 0) continue
    from = index + 1
    const title = pdfString(headings[index] ?? '')
    if (title !== written) retitled.set(number, new Map(entries).set('Title', title))
  }
  return retitled
}

/** In the order of the document: an item before those below it. */
function* outlineItems(
  file: PdfFile,
  parent: ReadonlyMap<string, string>,
  seen: Set<number> = new Set(),
): Generator<OutlineItem> {
  let number = reference(parent.get('First'))
  while (number !== undefined && !seen.has(number)) {
    seen.add(number)
    const entries = readObject(file, number)
    yield { number, entries }
    yield* outlineItems(file, entries, seen)
    number = reference(entries.get('Next'))
  }
}

function reference(value: string | undefined): number | undefined {
  const match = /^(\d+) 0 R$/.exec(value ?? '')
  return match ? Number(match[1]) : undefined
}

/** The text of a string as Chromium writes it; what is escaped in a literal is never a letter. */
function stringOf(written: string): string {
  const hex = /^<FEFF([0-9A-F\s]*)>$/i.exec(written)?.[1]
  if (hex === undefined) return written.replace(/\\(?:[0-7]{1,3}|[\s\S])/g, ' ')
  const bytes = Buffer.from(hex.replace(/\s/g, ''), 'hex')
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le')
}

/** The letters and figures of a text, sorted: whatever their order, case, accents and presentation forms. */
function lettersOf(text: string): string[] {
  const letters = text
    .normalize('NFKD')
    .toUpperCase()
    .match(/[\p{L}\p{N}]/gu)
  return (letters ?? []).sort()
}

/** True where the letters painted are those of the heading, once or several times. */
function isPainted(heading: readonly string[], painted: readonly string[]): boolean {
  if (heading.length === 0 || painted.length === 0) return heading.length === painted.length
  const times = painted.length / heading.length
  return Number.isInteger(times) && painted.every((letter, at) => letter === heading[Math.floor(at / times)])
}
