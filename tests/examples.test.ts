import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { getMeta } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstDifference } from '../src/verify/compare-words.ts'
import { htmlWords } from '../src/verify/html-words.ts'
import { openPdf, pdfTags, type TagNode } from '../src/verify/open-pdf.ts'
import { pdfText, pdfWords } from '../src/verify/pdf-words.ts'
import { textWords } from '../src/verify/text-words.ts'
import { runRelease } from './support/project.ts'
import { withoutData } from './support/without-data.ts'

// Every example is built by the real binary, and what comes out is held against `examples/*/expected`.
// When a change is meant: UPDATE_EXPECTED=1 npx vitest run tests/examples.test.ts, then read `git diff`.
// Only the files of `expected` are written then; every other fact below must still hold.
const UPDATE = process.env.UPDATE_EXPECTED === '1'
const NOW = '2027-01-15T12:00Z'
const EXAMPLES = join(import.meta.dirname, '../examples')
const LETTER = [612, 792]
const A4 = [595, 842]

const STORIES = [
  { story: 'admission', pages: 2, paper: LETTER, language: 'en' },
  { story: 'archive-advisory', pages: 2, paper: A4, language: 'en' },
  { story: 'choir-draft', pages: 2, paper: A4, language: 'en' },
  { story: 'eder-decade', pages: 3, paper: A4, language: 'en' },
  { story: 'flood-correction', pages: 1, paper: A4, language: 'en' },
  { story: 'novruz-az', pages: 1, paper: A4, language: 'az' },
  { story: 'prize-embargo', pages: 2, paper: A4, language: 'en' },
  { story: 'storm-statement', pages: 1, paper: A4, language: 'en' },
  { story: 'water-day-ar', pages: 1, paper: A4, language: 'ar' },
] as const

let output: string
// A glob: below its fixed part `-o` keeps the structure.
const DRAFTS = `{${STORIES.map(({ story }) => story).join(',')}}/draft.md`
const build = (folder: string) =>
  runRelease(['build', DRAFTS, '-o', folder, '--now', NOW, '--strict'], { cwd: EXAMPLES })
const fileOf = (story: string, ending: string) => join(output, story, `draft.${ending}`)
const htmlOf = (story: string) => readFileSync(fileOf(story, 'html'), 'utf8')
const pdfOf = (story: string) => readFileSync(fileOf(story, 'pdf'))

beforeAll(async () => {
  output = mkdtempSync(join(tmpdir(), 'release-examples-'))
  const { exitCode, stderr } = await build(output)
  expect(stderr).not.toMatch(/\b(?:error|warning)\b/)
  expect(exitCode).toBe(0)
})
afterAll(() => rmSync(output, { recursive: true, force: true }))

test('every example is in the table', () => {
  const folders = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, 'draft.md')))
  expect(folders.filter((name) => name !== 'ci')).toEqual(STORIES.map(({ story }) => story))
})

test('a second build gives the same bytes', async () => {
  const again = mkdtempSync(join(tmpdir(), 'release-examples-'))
  expect((await build(again)).exitCode).toBe(0)
  const files = STORIES.flatMap(({ story }) =>
    ['html', 'pdf', 'txt'].map((ending) => join(story, `draft.${ending}`)),
  )
  const hashes = (folder: string) => files.map((file) => [file, sha256(readFileSync(join(folder, file)))])
  expect(hashes(again)).toEqual(hashes(output))
  rmSync(again, { recursive: true, force: true })
})

test('the invented letterhead has the templates of mission', () => {
  const ours = join(EXAMPLES, 'letterheads/ruritania')
  const theirs = join(import.meta.dirname, '../templates/mission')
  const templates = readdirSync(theirs, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.hbs'),
  )
  for (const name of templates) {
    expect(readFileSync(join(ours, name), 'utf8'), name).toBe(readFileSync(join(theirs, name), 'utf8'))
  }
})

test('the masthead of the mission says where it is and how to reach it', () => {
  const text = readFileSync(fileOf('admission', 'txt'), 'utf8').replaceAll('\u00a0', ' ')
  expect(text.split('\n').slice(0, 4)).toEqual([
    'PERMANENT MISSION OF THE REPUBLIC OF AZERBAIJAN TO THE UNITED NATIONS',
    '633 Third Avenue, Suite 3210, New York, NY 10017',
    'Tel: (212) 371-2559, (212) 371-2832 (ext. 101)',
    'Fax: (212) 371-2784, (646) 738-6143',
  ])
})

test.each([
  ['a word left out', (text: string) => text.replace('nine river gauges', 'river gauges')],
  ['a word too many', (text: string) => text.replace('nine river gauges', 'nine new river gauges')],
  ['two words exchanged', (text: string) => text.replace('nine river', 'river nine')],
  ['a capital within the text', (text: string) => text.replace('nine river', 'Nine river')],
  ['another note', (text: string) => text.replace('told.¹', 'told.²')],
  ['another picture', (text: string) => text.replace('[Bar chart:', '[Line chart:')],
  ['a paragraph less at the end', (text: string) => text.replace(/\nMay be reproduced[^\n]*\n[^\n]*/, '')],
])('%s is a difference', (_, change) => {
  const text = readFileSync(fileOf('eder-decade', 'txt'), 'utf8')
  expect(change(text)).not.toBe(text)
  expect(firstDifference(htmlWords(htmlOf('eder-decade')), textWords(change(text)), 'en')).toMatchObject({
    at: expect.any(Number),
  })
})

describe.each(STORIES)('$story', ({ story, pages, paper, language }) => {
  test('gives what is expected', async () => {
    const made: Readonly<Record<string, string>> = {
      'draft.html': withoutData(htmlOf(story)),
      'draft.txt': readFileSync(fileOf(story, 'txt'), 'utf8'),
      'draft.pdf.txt': await pdfText(pdfOf(story)),
    }
    const folder = join(EXAMPLES, story, 'expected')
    for (const [name, content] of Object.entries(made)) {
      if (UPDATE) {
        mkdirSync(folder, { recursive: true })
        writeFileSync(join(folder, name), content)
      }
      expect(content, name).toBe(readFileSync(join(folder, name), 'utf8'))
    }
  })

  test('says the same words in HTML, PDF and text', async () => {
    const words = htmlWords(htmlOf(story))
    expect(words.length).toBeGreaterThan(100)
    expect(
      firstDifference(words, textWords(readFileSync(fileOf(story, 'txt'), 'utf8')), language),
    ).toBeUndefined()
    expect(firstDifference(words, await pdfWords(pdfOf(story)), language)).toBeUndefined()
  })

  test('its HTML is one page in one file that asks for nothing', () => {
    const elements = [...elementsOf(parse(htmlOf(story)))]
    const named = (name: string) => elements.filter((element) => element.tagName === name)
    expect(named('h1')).toHaveLength(1)
    expect(attributesOf(named('html')[0])).toMatchObject({
      lang: language,
      dir: language === 'ar' ? 'rtl' : 'ltr',
    })
    expect(named('script').filter((script) => attributesOf(script).type !== 'application/ld+json')).toEqual(
      [],
    )
    expect(named('link')).toEqual([])
    const asked = elements.flatMap((element) => {
      const { src, srcset, href, data, poster, style } = attributesOf(element)
      return [src, srcset, data, poster, style, element.tagName === 'a' ? undefined : href]
    })
    for (const address of asked) expect(address ?? 'data:').toMatch(/^data:/)
    const css = [...htmlOf(story).matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1]).join('')
    expect([...css.matchAll(/url\(\s*["']?(\w+:)/g)].map((match) => match[1])).not.toContain('http:')
    expect(css).not.toMatch(/url\(\s*["']?(?!data:)|@import/)
    expect(htmlOf(story).length).toBeLessThan(250_000)
  })

  test('its PDF has the pages, the paper, the fonts and the name of the release', async () => {
    const pdf = await openPdf(pdfOf(story))
    expect(pdf.numPages).toBe(pages)
    const [, , width, height] = (await pdf.getPage(1)).view
    expect([width, height].map((length) => Math.round(length ?? 0))).toEqual(paper)
    const { info } = await getMeta(pdf)
    const title = /<title>([^<]*)<\/title>/.exec(htmlOf(story))?.[1]
    const author = attributesOf(
      [...elementsOf(parse(htmlOf(story)))].find((element) => attributesOf(element).name === 'author'),
    ).content
    expect(info).toMatchObject({ Title: title, Author: author, Language: language })
    expect((await bookmarksOf(pdf))[0]).toBe(title)
    const latin = pdfOf(story).toString('latin1')
    const fonts = latin.match(/\/Type \/FontDescriptor/g) ?? []
    expect(fonts.length).toBeGreaterThan(1)
    expect(latin.match(/\/FontFile[23]? /g)).toHaveLength(fonts.length)
  })

  test('its bookmarks are the headings of the HTML, word for word', async () => {
    const headings = [...elementsOf(parse(htmlOf(story)))]
      .filter((element) => /^h[1-6]$/.test(element.tagName))
      .map((element) =>
        textOf(element)
          .replace(/\s*[ \n]\s*/g, ' ')
          .trim(),
      )
    expect(headings.length).toBeGreaterThan(1)
    expect(await bookmarksOf(await openPdf(pdfOf(story)))).toEqual(headings)
  })

  test('its PDF is tagged, and every link of the HTML is alive in it', async () => {
    const pdf = await openPdf(pdfOf(story))
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect((await pdfTags(pdf)).flatMap(rolesOf)).toEqual(
      expect.arrayContaining(['Document', 'H1', 'H2', 'P', 'Link']),
    )
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
    const annotations = await Promise.all(numbers.map(async (n) => (await pdf.getPage(n)).getAnnotations()))
    const alive = new Set(
      annotations.flat().map((link: { url?: string; unsafeUrl?: string }) => link.unsafeUrl ?? link.url),
    )
    const written = [...elementsOf(parse(htmlOf(story)))]
      .map((element) => attributesOf(element).href ?? '')
      .filter((href) => /^(?:https?|mailto|tel):/.test(href))
    expect(written.some((href) => href.startsWith('tel:'))).toBe(true)
    for (const href of written) expect(alive).toContain(new URL(href).href)
  })

  test('its running head and page mark stand from the second page on', async () => {
    const printed = (await pdfText(pdfOf(story))).split('\f')
    const marks = printed.map((page) => /Page \d of \d/.exec(page)?.[0])
    expect(marks).toEqual(
      printed.map((_, index) => (index === 0 ? undefined : `Page ${index + 1} of ${pages}`)),
    )
  })
})

test('the word across a draft is on every page, and in none of the texts', async () => {
  const pdf = await openPdf(pdfOf('choir-draft'))
  const latin = pdfOf('choir-draft').toString('latin1')
  // The word is a picture with a mask, one a page.
  expect(
    latin.match(/\/Subtype \/Image\n\/Width \d+\n\/Height \d+\n\/ColorSpace[^>]*?\/SMask/g),
  ).toHaveLength(pdf.numPages)
  const lines = (await pdfText(pdfOf('choir-draft'))).split('\n')
  expect(lines.filter((line) => /draft/i.test(line))).toEqual(['Draft – not for publication'])
})

test('the long release stays light', () => {
  expect(readFileSync(join(EXAMPLES, 'eder-decade/notice.png')).length).toBeLessThan(60_000)
  expect(pdfOf('eder-decade').length).toBeLessThan(100_000)
})

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function* elementsOf(node: DefaultTreeAdapterTypes.Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
}

function attributesOf(
  element: DefaultTreeAdapterTypes.Element | undefined,
): Record<string, string | undefined> {
  return Object.fromEntries((element?.attrs ?? []).map(({ name, value }) => [name, value]))
}

/** The text of an element, a line break as a space. */
function textOf(element: DefaultTreeAdapterTypes.Element): string {
  const pieces = element.childNodes.map((child) => {
    if ('value' in child) return child.value
    return 'tagName' in child && child.tagName !== 'br' ? textOf(child) : ' '
  })
  return pieces.join('')
}

/** The titles of the bookmarks, each before those below it. */
async function bookmarksOf(pdf: Awaited<ReturnType<typeof openPdf>>): Promise<string[]> {
  type Bookmark = { readonly title: string; readonly items: readonly Bookmark[] }
  const titles = ({ title, items }: Bookmark): string[] => [title, ...items.flatMap(titles)]
  return ((await pdf.getOutline()) as Bookmark[]).flatMap(titles)
}

function rolesOf(node: TagNode): string[] {
  return [node.role ?? '', ...(node.children ?? []).flatMap(rolesOf)]
}
