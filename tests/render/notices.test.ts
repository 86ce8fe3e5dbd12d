import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/render/html.ts'
import { renderText } from '../../src/render/text.ts'
import { firstDifference } from '../../src/verify/compare-words.ts'
import { htmlWords } from '../../src/verify/html-words.ts'
import { textWords } from '../../src/verify/text-words.ts'
import { draft, makeProject } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

const MISSION = join(import.meta.dirname, '../../templates/mission')
const RURITANIA = join(import.meta.dirname, '../../examples/letterheads/ruritania')

/** The templates that come with the tool, on a letterhead of tests. */
const FILES = Object.fromEntries(
  readdirSync(MISSION, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .map((name) => [name, readFileSync(join(MISSION, name), 'utf8')]),
)

const CORRECTION = [
  'corrects:',
  '  reference: PR/2027/07',
  '  date: 2027-02-12',
  '  note: Correcting a number.',
  '  changes:',
  '    - {where: paragraph 2, was: ten towns, now: twelve towns}',
  '    - {where: paragraph 3, was: Zenda, now: Strelsau}',
]
const TRANSLATION = ['translation_of: PR/2027/08', 'translation_status: unofficial', 'authentic_language: fr']

async function render(lines: string[], files: Record<string, string> = FILES) {
  const { release, findings } = await releaseOf(draft(lines), { files })
  const html = Buffer.from(renderHtml(release, 'release 0.1.0').bytes()).toString()
  return { html, text: renderText(release), findings, language: release.language }
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

function* elementsOf(node: DefaultTreeAdapterTypes.Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child)
}

/** The body of a page. */
function bodyOf(html: string): DefaultTreeAdapterTypes.Element {
  const body = [...elementsOf(parse(html))].find(({ tagName }) => tagName === 'body')
  if (!body) throw new Error('no body')
  return body
}

const plain = (text: string) => text.replace(/\s+/g, ' ')

describe('the notices', () => {
  it('stand where the order of elements has them', async () => {
    const { html, text } = await render([
      ...CORRECTION,
      ...TRANSLATION,
      'status: draft',
      'reference: PR/2027/09',
      'subheadline: Twelve towns',
    ])
    const order = [
      'draft – not for publication',
      'correction of pr/2027/07 of 12 february 2027',
      'correcting a number.',
      'paragraph 2: for “ten towns” read “twelve towns”',
      'paragraph 3: for “zenda” read “strelsau”',
      'pr/2027/09',
      'a statement on the floods',
      'twelve towns',
      'unofficial translation of pr/2027/08',
      'authentic text: french',
      '26 february 2027',
    ]
    for (const printed of [textOf(bodyOf(html)), text].map((all) => plain(all).toLowerCase())) {
      let at = -1
      for (const element of order) {
        const next = printed.indexOf(element, at + 1)
        expect(next, element).toBeGreaterThan(at)
        at = next
      }
    }
  })

  it.each(['en', 'en-US', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh', 'zh-TW', 'he', 'sw'])(
    'say the same words in HTML and text in %s',
    async (language) => {
      const { html, text } = await render([...CORRECTION, ...TRANSLATION, `language: ${language}`])
      expect(firstDifference(htmlWords(html), textWords(text), language)).toBeUndefined()
    },
  )

  const LONG = 'Very long words of a draft. '.repeat(200).trim()
  it.each([
    ['<script>alert(1)</script>'],
    ['</strong></p></div><img src=x onerror=alert(1)>'],
    ['{{release.year}} {{{body}}} {{> masthead}}'],
    ['*not* emphasis, `no` code, [no](https://link.example)'],
    ['“A” and ‘b’ & c'],
    ['x'.repeat(3000)],
    [LONG],
  ])('are text, whatever they hold (%#)', async (value) => {
    const written = JSON.stringify(value)
    const { html, text, findings } = await render([
      'expressions: false',
      'corrects:',
      ...['reference', 'note'].map((key) => `  ${key}: ${written}`),
      `  changes: [{where: ${written}, was: ${written}, now: ${written}}]`,
      `translation_of: ${JSON.stringify(`No. 7 ${value}`)}`,
      'translation_status: courtesy',
    ])
    expect(findings).toEqual([])
    const elements = [...elementsOf(bodyOf(html))].map(({ tagName }) => tagName)
    expect(elements).not.toContain('script')
    expect(elements).not.toContain('img')
    const squeezed = (all: string) => all.replace(/\s/g, '')
    // Reference, note, the three parts of a change, and the original.
    expect(squeezed(textOf(bodyOf(html))).split(squeezed(value)).length - 1).toBe(6)
    expect(squeezed(text).split(squeezed(value)).length - 1).toBe(6)
    // Only what cannot be broken is longer.
    const long = text.split('\n').filter((line) => stringWidth(line) > 72)
    for (const line of long) expect(line.replace(/^(?:- | +)/, '')).not.toMatch(/ /)
  })

  it('take expressions, as the other texts of the front matter do', async () => {
    const { text } = await render([
      'vars: {towns: "12"}',
      'corrects: {reference: PR/1, date: 2027-02-12, note: "There are {{vars.towns}} towns."}',
    ])
    expect(text).toContain('There are 12 towns.')
  })

  it('leave no trace on other releases', async () => {
    const { html } = await render([])
    const classes = [...elementsOf(bodyOf(html))].flatMap(({ attrs }) => attrs.map(({ value }) => value))
    expect(classes).not.toContain('correction')
    expect(classes).not.toContain('translation')
  })

  it('are not needed by a template', async () => {
    const files = {
      'release.html.hbs':
        '<!doctype html><html><head>{{{head}}}</head><body>{{notice}}{{{body}}}</body></html>',
      'release.txt.hbs': '{{notice}}\n\n{{body}}\n',
    }
    const { text } = await render([...CORRECTION, ...TRANSLATION, 'status: withdrawn'], files)
    expect(text).toBe('This release has been withdrawn\n\nRuritania thanks its neighbours.\n')
  })

  it('are told to search engines', async () => {
    const { html } = await render([...CORRECTION, ...TRANSLATION, 'series: PR'])
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    expect(JSON.parse(json)).toMatchObject({
      isPartOf: { '@type': 'CreativeWorkSeries', name: 'PR' },
      translationOfWork: { '@type': 'CreativeWork', identifier: 'PR/2027/08' },
      correction: {
        '@type': 'CorrectionComment',
        text: expect.stringMatching(/^Correction of PR\/2027\/07.*\nCorrecting a number\.\nparagraph 2: /),
      },
    })
  })
})

describe('in print', () => {
  it.each([
    ['en', 'paragraph 2', 'ten towns', 'twelve towns'],
    ['de', 'Absatz 2', 'zehn Orte', 'zwölf Orte'],
    ['az', '2-ci abzas', 'on şəhər', 'on iki şəhər'],
    ['ar', 'الفقرة 2', 'عشر بلدات', 'اثنتا عشرة بلدة'],
    ['ar', '§2', 'Graustark', 'New Moldavania & Zenda'],
  ])('the words are those of HTML and text, in %s', async (language, where, was, now) => {
    const lines = [
      `language: ${language}`,
      'reference: PR/2027/09',
      ...TRANSLATION,
      `corrects: {reference: PR/2027/07, date: 2027-02-12, note: ${now}., changes: [{where: ${where}, was: ${was}, now: ${now}}]}`,
    ]
    const project = makeProject({ 'a.md': draft(lines, `${now}.\n`) })
    const { stderr, exitCode } = await project.release([
      ...['build', 'a.md', '-o', 'out', '--letterhead', RURITANIA],
      ...['--strict', '--now', '2027-02-01T09:00Z'],
    ])
    expect([exitCode, stderr]).toEqual([0, expect.not.stringContaining('words-differ')])
  })
})
