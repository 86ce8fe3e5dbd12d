import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPrinter, type Printer } from '../../src/browser/open-printer.ts'
import { finishPdf, type PdfMeta } from '../../src/render/pdf/finish-pdf.ts'
import { headingsOf } from '../../src/render/pdf/headings.ts'
import { renderPdf } from '../../src/render/pdf.ts'
import { openPdf, pdfTags } from '../../src/verify/open-pdf.ts'
import { pdfText } from '../../src/verify/pdf-words.ts'
import { documentOf, hashOf, LETTERHEAD_CSS, pieces } from '../browser/fixtures.ts'

const meta: PdfMeta = {
  title: 'T',
  author: 'A',
  keywords: [],
  language: 'ar',
  date: { year: 2027, month: 2, day: 26 },
  creator: 'release 1.2.3',
}
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

// The browser turns words around where the space between them is of another font, as on a letterhead.
const NASKH = createRequire(import.meta.url).resolve(
  '@fontsource/noto-naskh-arabic/files/noto-naskh-arabic-arabic-400-normal.woff2',
)
const CSS = `${LETTERHEAD_CSS}
@font-face{font-family:Naskh;src:url(data:font/woff2;base64,${readFileSync(NASKH, 'base64')}) format('woff2')}
h2,h3,h4,h6{font-family:Body,Naskh}`
const page = (body: string) => documentOf(body, { title: 'Top', css: CSS })

let printer: Printer
beforeAll(() => {
  printer = openPrinter({ env: process.env })
})
afterAll(() => printer.close())

interface Bookmark {
  readonly title: string
  readonly items: readonly Bookmark[]
}

type Titles = [title: string, ...below: Titles[]]

async function bookmarksOf(bytes: Uint8Array): Promise<Titles[]> {
  const titles = ({ title, items }: Bookmark): Titles => [title, ...items.map(titles)]
  return (((await (await openPdf(bytes)).getOutline()) ?? []) as Bookmark[]).map(titles)
}

/** The bookmarks of a document whose only `h1` is `Top`, those below it. */
async function bookmarksBelow(body: string): Promise<Titles[]> {
  const { bytes } = await renderPdf(pieces(page(body)), meta, printer)
  const [[top, ...below] = [''], ...others] = await bookmarksOf(bytes)
  expect([top, ...others]).toEqual(['Top'])
  return below
}

test('the browser alone gets words and order wrong', async () => {
  const heading = 'بيان بمناسبة اليوم العالمي للمياه'
  const raw = await printer.print(pieces(page(`<h2>${heading}</h2><h2>two<br>lines</h2>`)))
  const reversed = heading.split(' ').reverse().join(' ')
  expect(await bookmarksOf(raw)).toEqual([['Top', [reversed], ['twolines']]])
})

test.each([
  ['Arabic', 'بيان بمناسبة اليوم العالمي للمياه'],
  ['Arabic with marks, ligatures and figures', 'قَرَارٌ رقم ٢٠٢٧ لا إله ﷲ'],
  ['Hebrew', 'הודעה לרגל יום המים העולמי'],
  ['Arabic with Latin within', 'بيان United Nations رقم 77/334 للمياه'],
  ['Latin with Arabic within', 'The word اليوم العالمي للمياه in print'],
  ['parentheses and backslashes', 'a (b (c) \\d\\ )) /Title <</X 1>> endobj'],
  ['parentheses in Hebrew', 'הודעה (חדשה) על \\ מים'],
  ['Latin with accents', 'Überschwemmung à Zürich — “28 years”'],
  ['Chinese', '世界水日的声明'],
  ['nothing but signs', '* * * —'],
])('a bookmark has the words of its heading in their order: %s', async (_, heading) => {
  const escaped = heading.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  expect(await bookmarksBelow(`<h2>${escaped}</h2>`)).toEqual([[heading]])
})

test.each([
  ['a line break', '<h2>The first line<br>and the second</h2>', 'The first line and the second'],
  [
    'lines that end by themselves',
    `<h2>${'a long heading '.repeat(12)}</h2>`,
    `${'a long heading '.repeat(12)}`,
  ],
  [
    'Arabic on several lines',
    `<h2>${'اليوم العالمي للمياه '.repeat(9)}</h2>`,
    'اليوم العالمي للمياه '.repeat(9),
  ],
  ['white space', '<h2>\n  much \t\n space&nbsp;<br> </h2>', 'much space'],
  [
    'capitals by style',
    '<h2 style="text-transform:uppercase" lang="tr">İstanbul ırmak</h2>',
    'İstanbul ırmak',
  ],
  [
    'links, notes and emphasis',
    '<h2>On <em>the <a href="#x">river</a></em><sup>1</sup></h2>',
    'On the river1',
  ],
  ['a picture', `<h2>See <img alt="a &gt; b" src="${PIXEL}"> here</h2>`, 'See a > b here'],
  ['character references', '<h2>R&amp;D &lt;b&gt; &#x41;&#66;</h2>', 'R&D <b> AB'],
  ['a heading of raw HTML', '<H3 class="x>y" align=center>Raw <FONT>words</FONT></H3 >', 'Raw words'],
])('a bookmark is one line: %s', async (_, heading, title) => {
  expect(await bookmarksBelow(heading)).toEqual([[title.trim()]])
})

test('bookmarks keep their levels', async () => {
  const body =
    '<h2>باب أول</h2><h3>فصل أول</h3><h4>قسم أول هنا</h4><h3>فصل ثان</h3><h6>عميق جدا هنا</h6><h2>باب ثان</h2>'
  expect(await bookmarksBelow(body)).toEqual([
    ['باب أول', ['فصل أول', ['قسم أول هنا']], ['فصل ثان', ['عميق جدا هنا']]],
    ['باب ثان'],
  ])
})

test('a heading that is painted on every page is said once', async () => {
  const rows = '<tr><td>row</td></tr>'.repeat(150)
  expect(
    await bookmarksBelow(
      `<table><thead><tr><th><h3>مذكرات إلى المحررين</h3></th></tr></thead>${rows}</table>`,
    ),
  ).toEqual([['مذكرات إلى المحررين']])
})

test('a heading that is not shown or holds nothing takes no bookmark from another', async () => {
  const body = `<h2>باب أول</h2><h2 style="display:none">هذا مخفي</h2><h2></h2><h2> <b></b></h2>
<h2 hidden>باب آخر مخفي</h2><p title="<h2>no heading</h2>">text</p><!-- <h2>none</h2> --><h2>باب ثان</h2>`
  expect(await bookmarksBelow(body)).toEqual([['باب أول'], ['باب ثان']])
})

test('a bookmark without a heading of its letters keeps the title of the browser', async () => {
  const body = '<div role="heading" aria-level="2">no heading</div><h2>a<b style="display:none">b</b>c</h2>'
  expect(await bookmarksBelow(`${body}<h2>باب ثان</h2>`)).toEqual([['no heading'], ['ac'], ['باب ثان']])
})

test('only titles of bookmarks change: places, tags and words stay, and the bytes are the same again', async () => {
  const html = page('<h2>بيان بمناسبة اليوم</h2><h3>فصل أول</h3><p>Words</p>')
  const raw = await printer.print(pieces(html))
  const [plain, titled] = [finishPdf(raw, meta).bytes, finishPdf(raw, meta, headingsOf(html)).bytes]
  const structure = async (bytes: Uint8Array) => {
    const pdf = await openPdf(bytes)
    const places = (items: readonly (Bookmark & { dest?: unknown })[]): unknown[] =>
      items.map((item) => [item.dest, places(item.items)])
    return [places(await pdf.getOutline()), await pdfTags(pdf), await pdfText(bytes)]
  }
  expect(await bookmarksOf(titled)).not.toEqual(await bookmarksOf(plain))
  expect(await structure(titled)).toEqual(await structure(plain))
  expect(hashOf(finishPdf(await printer.print(pieces(html)), meta, headingsOf(html)).bytes)).toBe(
    hashOf(titled),
  )
})

test('titles that the browser has right are not written again', async () => {
  const html = page('<h2>Background</h2>')
  const raw = await printer.print(pieces(html))
  expect(hashOf(finishPdf(raw, meta, headingsOf(html)).bytes)).toBe(hashOf(finishPdf(raw, meta).bytes))
})

test.skipIf(spawnSync('qpdf', ['--version']).error !== undefined)('qpdf has no complaint', async () => {
  const body = '<h2>بيان (بمناسبة) اليوم \\</h2><h3>a long<br>one</h3>'
  const { bytes } = await renderPdf(pieces(page(body)), meta, printer)
  const folder = mkdtempSync(join(tmpdir(), 'bookmarks-'))
  writeFileSync(join(folder, 'a.pdf'), bytes)
  const { status, stderr } = spawnSync('qpdf', ['--check', join(folder, 'a.pdf')], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
