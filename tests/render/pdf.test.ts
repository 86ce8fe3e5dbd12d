import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPrinter, type Printer } from '../../src/browser/open-printer.ts'
import { countPages } from '../../src/render/pdf/count-pages.ts'
import { finishPdf, type PdfMeta } from '../../src/render/pdf/finish-pdf.ts'
import { readObject, readPdf } from '../../src/render/pdf/read-pdf.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import { documentOf, hashOf, paragraphs, pieces } from '../browser/fixtures.ts'

const meta: PdfMeta = {
  title: 'Flood at Strelsau: 28 years',
  author: 'Office of the Secretary-General',
  subject: 'Commemoration',
  keywords: ['flood', 'Strelsau'],
  language: 'en-GB',
  date: { year: 2027, month: 2, day: 26 },
  creator: 'release 1.2.3',
}
const body = `<h2>Background</h2>${paragraphs(60)}<p>See <a href="https://example.org/a?b=1">the site</a> and <a href="#note">the note</a>.</p>
<p id="note">The note.</p><img alt="(node00000140) /OpenAction" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">`

let printer: Printer
let raw: Uint8Array

beforeAll(async () => {
  printer = openPrinter({ env: process.env })
  raw = await printer.print(pieces(documentOf(body)))
})
afterAll(() => printer.close())

const open = (bytes: Uint8Array) => getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })

test('a finished PDF says who, what, when and in which language, and shows its title', async () => {
  const { bytes, pages } = await renderPdf(pieces(documentOf(body)), meta, printer)
  const { info, metadata } = await getMeta(await open(bytes))
  expect(info).toMatchObject({
    Title: meta.title,
    Author: meta.author,
    Subject: 'Commemoration',
    Keywords: 'flood, Strelsau',
    Creator: 'release 1.2.3',
    CreationDate: "D:20270226000000+00'00'",
    ModDate: "D:20270226000000+00'00'",
    Language: 'en-GB',
  })
  expect(info.Producer).toMatch(/^Skia\/PDF m\d+$/)
  expect(metadata.get('dc:title')).toBe(meta.title)
  expect(metadata.get('dc:creator')).toEqual([meta.author])
  expect(metadata.get('dc:subject')).toEqual(['flood', 'Strelsau'])
  expect(metadata.get('xmp:createdate')).toBe('2027-02-26T00:00:00Z')
  expect(await (await open(bytes)).getViewerPreferences()).toMatchObject({ DisplayDocTitle: true })
  expect(pages).toBe((await open(bytes)).numPages)
  expect(pages).toBeGreaterThan(1)
})

test('tags, bookmarks, links and words are those of the print', async () => {
  const before = await structureOf(await open(raw))
  expect(before.marked).toMatchObject({ Marked: true })
  expect(before.bookmarks).toEqual([['A release', ['Background']]])
  expect(before.links).toContain('https://example.org/a?b=1')
  expect(before.words).toContain('The water stood')
  expect(JSON.stringify(before.tags)).toContain('"role":"TH"')
  expect(await structureOf(await open(finishPdf(raw, meta).bytes))).toEqual(before)
})

async function structureOf(pdf: Awaited<ReturnType<typeof open>>) {
  const bookmarks: { title: string; items: { title: string }[] }[] = await pdf.getOutline()
  const last = await pdf.getPage(pdf.numPages)
  const links: { url?: string; dest?: unknown }[] = await last.getAnnotations()
  return {
    marked: await pdf.getMarkInfo(),
    bookmarks: bookmarks.map(({ title, items }) => [title, items.map((item) => item.title)]),
    links: links.map(({ url, dest }) => url ?? dest),
    tags: await last.getStructTree(),
    words: (await extractText(pdf, { mergePages: true })).text,
  }
}

test('what was printed stays byte for byte but for dates and ids', () => {
  const finished = Buffer.from(finishPdf(raw, meta).bytes).subarray(0, raw.length)
  const changed = [...raw.keys()].filter((index) => raw[index] !== finished[index])
  const text = Buffer.from(raw).toString('latin1')
  for (const index of changed) {
    const around = text.slice(Math.max(0, index - 24), index + 24)
    expect(around).toMatch(/D:\d{14}|\(node\d{8}\)/)
  }
})

test('two prints of one document have one hash, two dates have two', async () => {
  const again = await printer.print(pieces(documentOf(body)))
  expect(hashOf(finishPdf(again, meta).bytes)).toBe(hashOf(finishPdf(raw, meta).bytes))
  const nextDay = { ...meta, date: { year: 2027, month: 2, day: 27 } }
  expect(hashOf(finishPdf(raw, nextDay).bytes)).not.toBe(hashOf(finishPdf(raw, meta).bytes))
})

test('the file identifier follows the content', () => {
  const idOf = (bytes: Uint8Array) =>
    /\/ID \[<([0-9A-F]{32})> <\1>\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
  expect(idOf(finishPdf(raw, meta).bytes)).toBeDefined()
  expect(idOf(finishPdf(raw, meta).bytes)).toBe(idOf(finishPdf(raw, meta).bytes))
  expect(idOf(finishPdf(raw, { ...meta, subject: 'Other' }).bytes)).not.toBe(idOf(finishPdf(raw, meta).bytes))
})

test('ids are numbered from one, so that the tree of ids stays sorted', () => {
  const ids = (bytes: Uint8Array) =>
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/ID \(node\d{8}\)/g)
  expect(ids(raw)).toHaveLength(2)
  expect(ids(finishPdf(raw, meta).bytes)).toEqual(['/ID (node00000001)', '/ID (node00000002)'])
})

test('ids that Chromium gave out in another order come to the same bytes', () => {
  const text = Buffer.from(raw).toString('latin1')
  const [first = '', second = ''] = [...new Set(text.match(/node\d{8}/g))].sort()
  // What a print looks like in which the second element was looked at first: the tree of ids stays sorted.
  const other = text
    .replace(/\/(ID|Headers) (\[?\(node\d{8}\).*)/g, (line) =>
      line.replace(/node\d{8}/g, (id) => (id === first ? second : id === second ? first : id)),
    )
    .replace(
      new RegExp(`\\(${first}\\) (\\d+ 0 R) \\(${second}\\) (\\d+ 0 R)`),
      `(${first}) $2 (${second}) $1`,
    )
  expect(other).not.toBe(text)
  expect(other).toHaveLength(text.length)
  expect(hashOf(finishPdf(Buffer.from(other, 'latin1'), meta).bytes)).toBe(hashOf(finishPdf(raw, meta).bytes))
})

test.each([
  ['a title that would close its string', ') /OpenAction <</S /JavaScript /JS (app.alert(1))>> ('],
  ['a title that looks like an id', 'node00000140 (node00000140)'],
  ['a title that looks like syntax', 'endobj\nstream\nxref\ntrailer <</Root 1 0 R>> %%EOF'],
  ['a title that ends with a backslash', 'back\\slash\\'],
  ['a title with markup', '<rdf:li>&amp;]]></x:xmpmeta><?xpacket end="w"?>'],
  ['a title in other scripts', 'ذكرى 洪水 Überschwemmung — 𝕊 “quoted”'],
])('%s is only a title', async (_, title) => {
  const html = documentOf(body, { title: title.replaceAll('&', '&amp;').replaceAll('<', '&lt;') })
  const { bytes } = await renderPdf(
    pieces(html),
    { ...meta, title, author: title, subject: title, keywords: [title] },
    printer,
  )
  const pdf = await open(bytes)
  const { info, metadata } = await getMeta(pdf)
  const line = title.replaceAll('\n', ' ').trim()
  expect(info).toMatchObject({ Title: line, Author: line, Subject: line, Keywords: line })
  expect(metadata.get('dc:title')).toBe(line)
  expect(await pdf.getJSActions()).toBeNull()
  expect(await pdf.getOpenAction()).toBeNull()
})

test('an alternative text that looks like an id is not renumbered', () => {
  expect(Buffer.from(finishPdf(raw, meta).bytes).toString('latin1')).toContain(
    '(\\(node00000140\\) /OpenAction)',
  )
})

test('a language that is no tag is refused', () => {
  expect(() => finishPdf(raw, { ...meta, language: 'en) /X (' }).bytes).toThrow(
    '"en) /X (" is not a language tag',
  )
})

test('pages are counted before and after finishing', () => {
  expect(countPages(readPdf(raw))).toBe(finishPdf(raw, meta).pages)
})

const edited = (from: string | RegExp, to: string) =>
  Buffer.from(Buffer.from(raw).toString('latin1').replace(from, to), 'latin1')

test.each([
  [
    'a date in another form',
    () => edited(/\(D:(\d{14})\+00'00'\)/, "(D:$1+01'00')"),
    "/CreationDate (D:…+00'00')",
  ],
  ['a single date', () => edited('/ModDate', '/XodDate'), 'pair of /CreationDate and /ModDate'],
  ['an id in another form', () => edited(/\/ID \(node0/, '/ID (nodeX'), '/ID (node00000000)'],
  ['a table of another kind', () => edited(/\nxref\n/, '\nxxxx\n'), 'classic cross-reference table'],
  ['no end', () => Buffer.from(raw).subarray(0, -8), 'header and %%EOF'],
  ['another producer', () => edited('/Producer (', '/XXoducer ('), '/Producer'],
])('a PDF with %s is refused by name, not patched by guess', (_, make, missing) => {
  let error: unknown
  try {
    finishPdf(make(), meta).bytes
  } catch (thrown) {
    error = thrown
  }
  expect(error).toMatchObject({ rule: 'print-failed', exitCode: 3 })
  expect((error as Error).message).toContain(`has no ${missing} as we know it`)
  if (!missing.includes('Producer')) expect((error as Error).message).toMatch(/PDF of Skia\/PDF m\d+/)
})

test('a finished PDF is read by its newest version of each object', () => {
  const file = readPdf(finishPdf(raw, meta).bytes)
  expect(readObject(file, file.info).get('Creator')).toBe('(release 1.2.3)')
  expect(readObject(file, file.root).get('Lang')).toBe('(en-GB)')
  expect(file.size).toBe(readPdf(raw).size + 1)
})
