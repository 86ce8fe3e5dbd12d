import { ReleaseError } from '../../finding.ts'
import { type PdfToken, tokens } from './pdf-tokens.ts'

/** What the newest trailer and its table say about a PDF with a classic cross-reference table. */
export interface PdfFile {
  /** The bytes as Latin-1, so that offsets in the text are offsets in the file. */
  readonly text: string
  /** Offset of each object in use, by its number; the newest version of each. */
  readonly offsets: ReadonlyMap<number, number>
  /** Where the newest table begins: `/Prev` of the next one. */
  readonly startXref: number
  /** One more than the highest object number. */
  readonly size: number
  /** Object number of the catalog. */
  readonly root: number
  /** Object number of the information dictionary. */
  readonly info: number
}

/** Reads trailers and tables; throws `print-failed` for anything but classic tables. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!text.startsWith('%PDF-') || !text.trimEnd().endsWith('%%EOF'))
    throw unknownPdf(text, 'header and %%EOF')
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN)
  const offsets = new Map<number, number>()
  let newest: Map<string, string> | undefined
  for (let at: number | undefined = startXref; at !== undefined; ) {
    const trailer = readTable(text, at, offsets)
    newest ??= trailer
    at = trailer.has('Prev') ? Number(trailer.get('Prev')) : undefined
  }
  const reference = (key: string): number => {
    const match = /^(\d+) 0 R$/.exec(newest?.get(key) ?? '')
    if (!match) throw unknownPdf(text, `trailer /${key}`)
    return Number(match[1])
  }
  return {
    text,
    offsets,
    startXref,
    size: Number(newest?.get('Size')),
    root: reference('Root'),
    info: reference('Info'),
  }
}

function readTable(text: string, start: number, offsets: Map<number, number>): Map<string, string> {
  if (!text.startsWith('xref\n', start)) throw unknownPdf(text, 'classic cross-reference table')
  let at = start + 5
  for (;;) {
    const section = /^(\d+) (\d+) *\n/.exec(text.slice(at, at + 32))
    if (!section) break
    at += section[0].length
    for (let entry = 0; entry < Number(section[2]); entry++, at += 20) {
      const number = Number(section[1]) + entry
      if (text[at + 17] === 'n' && !offsets.has(number)) offsets.set(number, Number(text.slice(at, at + 10)))
    }
  }
  if (!text.startsWith('trailer', at)) throw unknownPdf(text, 'trailer')
  return readDictionary(text, at + 'trailer'.length)
}

/** The tokens of one object, without its `n 0 obj` head and without its stream. */
export function* objectTokens(file: PdfFile, number: number): Generator<PdfToken> {
  const head = `${number} 0 obj`
  const offset = file.offsets.get(number) ?? -1
  if (offset < 0 || !file.text.startsWith(head, offset)) throw unknownPdf(file.text, head)
  for (const token of tokens(file.text, offset + head.length)) {
    if (token.text === 'endobj' || token.text === 'stream') return
    yield token
  }
}

/** The entries of the object's dictionary, keys without slash, values as written. */
export function readObject(file: PdfFile, number: number): Map<string, string> {
  for (const first of objectTokens(file, number)) {
    if (first.text === '<<') return readDictionary(file.text, first.at)
    break
  }
  throw unknownPdf(file.text, `dictionary ${number} 0 obj`)
}

function readDictionary(text: string, from: number): Map<string, string> {
  const entries = new Map<string, string>()
  let depth = 0
  let key: string | undefined
  let [valueFrom, valueTo] = [0, 0]
  const finish = () => key !== undefined && entries.set(key, text.slice(valueFrom, valueTo))
  for (const token of tokens(text, from)) {
    if (token.kind === 'close') depth--
    if (depth === 0 && token.kind === 'close') {
      finish()
      return entries
    }
    // A name is a key where a value is complete; `/Type /Catalog` has its value right behind the key.
    if (depth === 1 && token.kind === 'name' && (key === undefined || valueTo > valueFrom)) {
      finish()
      key = token.text.slice(1)
      valueFrom = valueTo = token.at + token.text.length
      while (text[valueFrom] === ' ' || text[valueFrom] === '\n') valueFrom = ++valueTo
    } else if (depth > 0) {
      valueTo = token.at + token.text.length
    }
    if (token.kind === 'open') depth++
  }
  throw unknownPdf(text, 'closed dictionary')
}

/**
 * The error for a PDF that is not built as the known Chromium versions build it: never guess, say what is
 * missing.
 */
export function unknownPdf(text: string, missing: string): ReleaseError {
  const producer = /\/Producer \(([^)\\]{1,80})\)/.exec(text)?.[1] ?? 'an unknown producer'
  return new ReleaseError('print-failed', `the PDF of ${producer} has no ${missing} as we know it`, {
    hint: 'print with the Chromium that comes with release (leave --browser and RELEASE_BROWSER unset)',
    exitCode: 3,
  })
}
