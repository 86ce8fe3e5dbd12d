import { inflateSync } from 'node:zlib'
import { readObject, readPdf } from '../render/pdf/read-pdf.ts'

/** In hexadecimal, or as a literal where it is ASCII: a bracket that a line from right to left turns around. */
const ACTUAL_TEXT =
  /\/Span\s*<<\s*\/ActualText\s*(?:<([0-9A-Fa-f]*)>|\(((?:[^\\()]|\\[\s\S])*)\))\s*>>\s*BDC/g

/** Largest content of one page; one full of text has some 50,000 bytes. */
const CONTENT_BYTES = 32_000_000

/**
 * The `ActualText` of each page of a PDF by Skia, in the order of the page's content: what a glyph stands
 * for where its font cannot say it (’ shares a glyph with ʼ, Arabic letters are drawn in parts). pdf.js
 * tells where such a span is, but not what it says.
 */
export function actualTexts(bytes: Uint8Array): string[][] {
  const file = readPdf(bytes)
  const reference = (object: number, key: string) =>
    Number(/^\d+/.exec(readObject(file, object).get(key) ?? '')?.[0])
  // A file that was tampered with may have pages that go round in a circle.
  const seen = new Set<number>()
  const pagesOf = (object: number): number[] => {
    if (seen.size === seen.add(object).size) throw new Error('a page stands twice in the list of pages')
    const kids = readObject(file, object).get('Kids')
    return kids === undefined
      ? [object]
      : [...kids.matchAll(/(\d+) 0 R/g)].flatMap((kid) => pagesOf(Number(kid[1])))
  }
  return pagesOf(reference(file.root, 'Pages')).map((page) => {
    const contents = reference(page, 'Contents')
    const offset = file.offsets.get(contents) ?? 0
    const start = /stream\r?\n/g
    start.lastIndex = offset
    start.exec(file.text)
    const stream = file.text.slice(start.lastIndex, start.lastIndex + reference(contents, 'Length'))
    const content = inflateSync(Buffer.from(stream, 'latin1'), { maxOutputLength: CONTENT_BYTES }).toString(
      'latin1',
    )
    return [...content.matchAll(ACTUAL_TEXT)].map(([, hex, literal]) =>
      literal === undefined ? utf16(hex ?? '') : unescaped(literal),
    )
  })
}

/** The characters of a literal string (ISO 32000-2, 7.3.4.2), of which Skia escapes brackets, backslashes and what is not printed. */
function unescaped(literal: string): string {
  return literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal, sign) =>
    octal === undefined ? sign : String.fromCharCode(Number.parseInt(octal, 8)),
  )
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex')
    .swap16()
    .toString('utf16le')
    .replace(/^\ufeff/, '')
}
