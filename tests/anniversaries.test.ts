import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstDifference } from '../src/verify/compare-words.ts'
import { htmlWords } from '../src/verify/html-words.ts'
import { pdfText, pdfWords } from '../src/verify/pdf-words.ts'
import { textWords } from '../src/verify/text-words.ts'
import { runRelease } from './support/project.ts'
import { withoutData } from './support/without-data.ts'

// The recurring examples, issued by the real binary for each of 111 years; what comes out for the difficult
// numbers is held against `examples/anniversaries/*/expected`, which a person has read.
// When a change is meant: UPDATE_EXPECTED=1 npx vitest run tests/anniversaries.test.ts, then read `git diff`.
const UPDATE = process.env.UPDATE_EXPECTED === '1'
const NOW = '2027-01-15T12:00Z'
const EXAMPLES = join(import.meta.dirname, '../examples')
const FOLDER = join(EXAMPLES, 'anniversaries')

/** Where ordinals, plurals and genders differ, in one language or another. */
const NUMBERS = [1, 2, 3, 11, 12, 13, 21, 100, 101, 111]
const LAST = 111

/** The number whose HTML is kept, and PDFs for two. */
const SHOWN = 21
const STORIES = [
  { story: 'bridge-of-neighbours', event: 2024, languages: ['ar', 'az', 'en', 'fr', 'tr'], pdf: 'ar' },
  { story: 'strelsau-flood', event: 2014, languages: ['ar', 'az', 'en', 'fr', 'ru'], pdf: 'az' },
  { story: 'zenda-university', event: 2016, languages: ['ar', 'az', 'de', 'es', 'tr', 'zh'], pdf: undefined },
] as const

let output: string
beforeAll(() => {
  output = mkdtempSync(join(tmpdir(), 'release-anniversaries-'))
})
afterAll(() => rmSync(output, { recursive: true, force: true }))

async function issue(drafts: readonly string[], ...options: string[]): Promise<void> {
  const run = await runRelease(['build', ...drafts, '-o', output, '--now', NOW, '--strict', ...options], {
    cwd: EXAMPLES,
  })
  expect(run.stderr).not.toMatch(/\b(?:error|warning)\b/)
  expect(run.exitCode).toBe(0)
}

/** Holds a document against its golden file. */
function expectGolden(story: string, name: string, content: string): void {
  const folder = join(FOLDER, story, 'expected')
  if (UPDATE) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  expect(content, name).toBe(readFileSync(join(folder, name), 'utf8'))
}

test('every recurring example is in the table, and together they are in all nine languages', () => {
  const drafts = STORIES.flatMap(({ story, languages }) =>
    languages.map((language) => `${story}/${story}-${language}.md`),
  )
  const found = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
  expect(found.sort()).toEqual(drafts.sort())
  const languages = [...new Set(STORIES.flatMap((story) => [...story.languages]))].sort()
  expect(languages).toEqual(['ar', 'az', 'de', 'en', 'es', 'fr', 'ru', 'tr', 'zh'])
})

describe.each(STORIES)('$story', ({ story, event, languages, pdf }) => {
  const nameOf = (language: string, n: number, ending: string) =>
    `${story}-${language}-${event + n}.${ending}`
  const read = (language: string, n: number, ending: string) =>
    readFileSync(join(output, nameOf(language, n, ending)))
  const draftOf = (language: string) => `anniversaries/${story}/${story}-${language}.md`

  beforeAll(async () => {
    await issue(languages.map(draftOf), '-f', 'text', '--years', `${event + 1}..${event + LAST}`)
    // The letterhead has no Chinese font: in HTML and PDF that is a warning for each character.
    const shown = languages.filter((language) => language !== 'zh').map(draftOf)
    await issue(shown, '-f', 'html', '--year', String(event + SHOWN))
    if (pdf) await issue([draftOf(pdf)], '-f', 'pdf', '--year', String(event + SHOWN))
  })

  test.each(languages)('in %s reads as expected for the difficult numbers', (language) => {
    for (const n of NUMBERS)
      expectGolden(story, nameOf(language, n, 'txt'), read(language, n, 'txt').toString())
  })

  test.each(languages)(
    'in %s leaves nothing open for any number up to 111, and says each otherwise',
    (language) => {
      const texts = Array.from({ length: LAST }, (_, i) => read(language, i + 1, 'txt').toString())
      for (const [i, text] of texts.entries()) {
        expect(text).not.toMatch(/\{\{|\}\}|undefined|NaN/)
        expect(text).toContain(String(event + i + 1))
      }
      expect(new Set(texts.map((text) => text.replace(/\d/g, ''))).size).toBe(LAST)
    },
  )

  test('its HTML is as expected and says the words of the text', () => {
    for (const language of languages.filter((tag) => tag !== 'zh')) {
      const html = read(language, SHOWN, 'html').toString()
      expectGolden(story, nameOf(language, SHOWN, 'html'), withoutData(html))
      const text = textWords(read(language, SHOWN, 'txt').toString())
      expect(firstDifference(htmlWords(html), text, language), language).toBeUndefined()
    }
  })
})

test.each(STORIES.filter(({ pdf }) => pdf !== undefined))(
  'the PDF of $story in $pdf is as expected',
  async ({ story, event, pdf }) => {
    const name = `${story}-${pdf}-${event + SHOWN}.pdf`
    const bytes = readFileSync(join(output, name))
    expectGolden(story, `${name}.txt`, await pdfText(bytes))
    const words = htmlWords(readFileSync(join(output, name.replace(/pdf$/, 'html')), 'utf8'))
    expect(firstDifference(words, await pdfWords(bytes), pdf ?? '')).toBeUndefined()
  },
)

test('the leap day is kept on 28 February in common years and on the 29th in leap years', () => {
  const dateOf = (year: number) =>
    readFileSync(join(output, `bridge-of-neighbours-en-${year}.txt`), 'utf8').match(
      /\d+\u00a0February \d+$/m,
    )?.[0]
  expect([2025, 2027, 2028, 2100, 2124].map(dateOf)).toEqual(
    ['28 February 2025', '28 February 2027', '29 February 2028', '28 February 2100', '29 February 2124'].map(
      (date) => date.replace(' ', '\u00a0'),
    ),
  )
})
