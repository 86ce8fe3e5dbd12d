import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judgeOutputs, USUAL_SETTINGS } from '../../src/verify/judge-outputs.ts'
import { OUTPUT_RULES } from '../../src/verify/output-rules.ts'
import type { PdfLayout } from '../../src/verify/pdf-layout.ts'
import { type OutputFacts, readOutput } from '../../src/verify/read-output.ts'

/** What a case builds: an output of any format, and whether it is under embargo. */
interface Case {
  readonly html?: string
  readonly text?: string
  readonly pdf?: Partial<OutputFacts>
  readonly embargoed?: boolean
  readonly thresholds?: Record<string, number>
}

const page = (head: string, body = '<p>The river rose.</p>') =>
  `<!doctype html><html lang="en"><head><title>River</title>${head}</head><body>${body}</body></html>`
const meta = (name: string) => page(`<meta property="${name}" content="The river rose">`)
const jsonLd = (json: string) => page(`<script type="application/ld+json">${json}</script>`)
const filled = (layout: Partial<PdfLayout>, pages = 2): Partial<OutputFacts> => ({
  pages,
  layout: { lastLines: 20, boxes: [], foreignFonts: [], ...layout },
})
const box = { page: 1, near: 'Here is \u0000', count: 1 }
const about = (title?: string, author?: string, language?: string): Partial<OutputFacts> => ({
  language,
  about: { title, author },
})
const long = 'The river rose by night and fell by day, and nobody in the town of Zenda slept.'

const CASES: Record<string, { bad: Case[]; good: Case[] }> = {
  'embargo-leak': {
    bad: [
      { embargoed: true, html: meta('og:title') },
      { embargoed: true, html: meta('og:description') },
      { embargoed: true, html: meta('article:published_time') },
      { embargoed: true, html: page('<meta name="twitter:title" content="The river rose">') },
      { embargoed: true, html: jsonLd('{"@type": "NewsArticle", "headline": "The river rose"}') },
    ],
    good: [
      { embargoed: false, html: meta('og:title') },
      { embargoed: false, html: jsonLd('{"headline": "The river rose"}') },
      { embargoed: true, html: page('<meta name="description" content="The river">') },
      { embargoed: true, html: meta('og:site_name') },
      { embargoed: true, html: jsonLd('{"@type": "Organization", "name": "Mission of Ruritania"}') },
      { embargoed: true, html: page('', '<p>og:title</p>') },
      { embargoed: true, text: 'og:title\n' },
    ],
  },
  'glyph-missing': {
    bad: [
      { pdf: filled({ boxes: [box] }) },
      { pdf: filled({ boxes: [box, { ...box, page: 2 }] }) },
      { pdf: filled({ boxes: [{ ...box, count: 12 }] }, 1) },
      { pdf: filled({ foreignFonts: ['Times-Roman'] }) },
      { pdf: filled({ foreignFonts: ['Helvetica'], boxes: [box] }) },
    ],
    good: [
      { pdf: filled({}) },
      { pdf: filled({}, 1) },
      { pdf: {} },
      { html: page('', '<p>\u0000</p>') },
      { text: 'Here is \ufffd\n' },
    ],
  },
  'page-count': {
    bad: [
      { pdf: filled({ lastLines: 1 }) },
      { pdf: filled({ lastLines: 3 }, 7) },
      { pdf: filled({ lastLines: 5 }), thresholds: { last_page_lines: 6 } },
      { pdf: filled({}, 3), thresholds: { max_pages: 2 } },
      { pdf: filled({ lastLines: undefined }, 3), thresholds: { max_pages: 1 } },
    ],
    good: [
      { pdf: filled({ lastLines: 4 }) },
      { pdf: filled({ lastLines: 1 }, 1) },
      { pdf: filled({ lastLines: undefined }) },
      { pdf: filled({ lastLines: 2 }), thresholds: { last_page_lines: 0 } },
      { pdf: filled({}, 2), thresholds: { max_pages: 2 } },
      { pdf: filled({}, 40) },
      { text: 'One line.\n' },
    ],
  },
  'pdf-meta': {
    bad: [
      { pdf: about() },
      { pdf: about('River', 'Mission of Ruritania') },
      { pdf: about('River', undefined, 'en') },
      { pdf: about(' ', 'Mission of Ruritania', 'en') },
      { pdf: about(undefined, 'Mission of Ruritania', 'en') },
    ],
    good: [
      { pdf: about('River', 'Mission of Ruritania', 'en') },
      { pdf: about('R', 'M', 'x') },
      { pdf: about('المياه', 'بعثة', 'ar') },
      { html: '<p>no title</p>' },
      { text: 'no title\n' },
    ],
  },
  'txt-width': {
    bad: [
      { text: `${long}\n` },
      { text: `Short.\n\n    ${long}\n` },
      { text: `${'wide '.repeat(15)}\n` },
      { text: `${'水'.repeat(37)}\n` },
      { text: `${'x'.repeat(73)}\n` },
      { text: `see a@b.example and ${'much else '.repeat(7)}\n` },
    ],
    good: [
      { text: `${long.slice(0, 72)}\n` },
      { text: `${'水'.repeat(36)}\n` },
      { text: `https://ruritania.example/${'a'.repeat(90)}\n` },
      { text: `  [1] https://ruritania.example/${'a'.repeat(60)}\n` },
      { text: `<https://ruritania.example/${'a'.repeat(60)}>.\n` },
      { text: `press.officer.of.the.permanent.mission.of.ruritania.to.the@mission.ruritania.example\n` },
      { text: `${'e\u0301'.repeat(72)}\n` },
      { html: page('', `<p>${long}</p>`) },
    ],
  },
  'words-differ': {
    bad: [
      { html: page(''), text: 'The water rose.\n' },
      { html: page(''), text: 'The river.\n' },
      { html: page(''), text: 'The river rose again.\n' },
      { html: page(''), text: 'the river rose.\n' },
      { html: page('', '<p>5 metres</p>'), text: '6 metres\n' },
    ],
    good: [
      { html: page(''), text: 'The river\nrose.\n' },
      { html: page('', '<ul><li>Zenda</li></ul>'), text: '- Zenda\n' },
      { html: page('', '<p>Press release</p>'), text: 'PRESS RELEASE\n' },
      { html: page('') },
      { text: 'The river rose.\n' },
    ],
  },
}

async function rulesOf({ html, text, pdf, embargoed = false, thresholds = {} }: Case): Promise<string[]> {
  const outputs = []
  for (const [format, source] of [
    ['html', html],
    ['text', text],
  ] as const) {
    if (source === undefined) continue
    const facts = await readOutput(format, Buffer.from(source))
    if ('reason' in facts) throw new Error(facts.reason)
    outputs.push({ format, path: `out/river.${format}`, facts })
  }
  const none: OutputFacts = { words: [], hidden: [], language: undefined, isOurs: true }
  if (pdf) outputs.push({ format: 'pdf' as const, path: 'out/river.pdf', facts: { ...none, ...pdf } })
  return judgeOutputs({ outputs, embargoed }, { ...USUAL_SETTINGS, thresholds }).map(({ rule }) => rule)
}

test('every file of src/verify/rules is a listed rule with cases', () => {
  const files = readdirSync(join(import.meta.dirname, '../../src/verify/rules'))
  expect(OUTPUT_RULES.map(({ id }) => `${id}.ts`)).toEqual(files.sort())
  expect(Object.keys(CASES)).toEqual(OUTPUT_RULES.map(({ id }) => id))
})

for (const [id, { bad, good }] of Object.entries(CASES)) {
  test(`${id} reports ${bad.length} and leaves alone ${good.length}`, async () => {
    expect(Math.min(bad.length, good.length)).toBeGreaterThan(4)
    for (const one of bad) expect(await rulesOf(one), JSON.stringify(one)).toContain(id)
    for (const one of good) expect(await rulesOf(one), JSON.stringify(one)).not.toContain(id)
  })
}

describe('levels', () => {
  const outputs = [{ format: 'pdf' as const, path: 'a.pdf', facts: about() as OutputFacts }]
  const told = (level: 'off' | 'error') =>
    judgeOutputs({ outputs, embargoed: false }, { levels: new Map([['pdf-meta', level]]), thresholds: {} })

  test('one that is set takes the place of the own one', () => {
    expect(told('error')).toMatchObject([{ severity: 'error', rule: 'pdf-meta', path: 'a.pdf' }])
  })

  test('off is silent', () => {
    expect(told('off')).toEqual([])
  })
})
