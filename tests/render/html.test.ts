import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../src/render/html.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

const FILES = {
  'release.html.hbs':
    '<!doctype html><html lang="{{language}}" dir="{{direction}}"><head>{{{head}}}</head><body><h1 title="{{subheadline}}">{{#each headline}}{{this}} {{/each}}</h1>{{{body}}}</body></html>',
}

type Found = { name: string; attributes: Record<string, string>; text: string }

/** The elements of a document as a browser reads it, in order, with the text right in them. */
function elementsOf(html: string): Found[] {
  const found: Found[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
      const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
      found.push({ name: node.tagName, attributes, text })
    }
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(html))
  return found
}

async function render(lines: string[], body = 'Text.\n', now?: Date): Promise<Found[]> {
  const { release } = await releaseOf(draft(lines, body), { files: FILES, ...(now ? { now } : {}) })
  return elementsOf(Buffer.from(renderHtml(release, 'release 0.1.0').bytes()).toString())
}

function metaOf(elements: Found[], name: string): string | undefined {
  return elements.find(({ attributes }) => (attributes.name ?? attributes.property) === name)?.attributes
    .content
}

describe('the head', () => {
  it('lets nothing be loaded, run or sent', async () => {
    const [policy, ...more] = (await render([])).filter(
      ({ attributes }) => attributes['http-equiv'] !== undefined,
    )
    expect([policy?.attributes, more]).toEqual([
      {
        'http-equiv': 'Content-Security-Policy',
        content:
          "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
      },
      [],
    ])
  })

  it('tells what the release is', async () => {
    const lines = [
      'headline: |-',
      '  A statement',
      '  on floods',
      'language: en-US',
      'summary: A & B.',
      'keywords: [floods, "a, b"]',
    ]
    const elements = await render(lines)
    expect(elements.find(({ name }) => name === 'title')?.text).toBe('A statement on floods')
    const told = [
      'description',
      'author',
      'generator',
      'og:title',
      'og:locale',
      'og:type',
      'article:published_time',
    ]
    expect(told.map((name) => metaOf(elements, name))).toEqual([
      'A & B.',
      'Permanent Mission of Ruritania',
      'release 0.1.0',
      'A statement on floods',
      'en_US',
      'article',
      '2027-02-26',
    ])
    expect(elements.filter(({ name }) => name === 'h1')).toHaveLength(1)
    expect(elements.find(({ name }) => name === 'html')?.attributes).toEqual({ lang: 'en-US', dir: 'ltr' })
  })

  it.each<[fact: string, lines: string[], now: string, open: boolean]>([
    ['a released one', [], '2027-02-01T00:00:00Z', true],
    ['an embargo that lasts', ['embargo: 2027-02-26T00:00Z'], '2027-02-25T23:59:59Z', false],
    ['an embargo that has passed', ['embargo: 2027-02-26T00:00Z'], '2027-02-26T00:00:00Z', true],
    ['a draft', ['status: draft'], '2027-03-01T00:00:00Z', false],
    ['a withdrawn one', ['status: withdrawn'], '2027-03-01T00:00:00Z', false],
  ])('gives sites JSON-LD and Open Graph, or tells them to keep off: %s', async (_, lines, now, open) => {
    const elements = await render(lines, 'Text.\n', new Date(now))
    expect([
      elements.some(({ name }) => name === 'script'),
      metaOf(elements, 'og:title') !== undefined,
      metaOf(elements, 'robots') === undefined,
    ]).toEqual([open, open, open])
  })
})

describe('hostile text stays text:', () => {
  const HOSTILE = '</script></style></title><img src=x onerror=alert(1)>'
  it('in every field that the head or a template prints', async () => {
    const fields = ['subheadline', 'summary', 'reference', 'place', 'rights'].map(
      (key) => `${key}: '${HOSTILE}'`,
    )
    const lines = [`headline: '${HOSTILE}'`, `keywords: ['${HOSTILE}']`, ...fields]
    const elements = await render(lines)
    expect(elements.filter(({ name }) => name === 'img')).toEqual([])
    expect(elements.filter(({ name }) => name === 'script').map(({ attributes }) => attributes)).toEqual([
      { type: 'application/ld+json' },
    ])
    expect(elements.find(({ name }) => name === 'title')?.text).toBe(HOSTILE)
    const json = elements.find(({ name }) => name === 'script')?.text ?? ''
    expect(JSON.parse(json)).toMatchObject({ headline: HOSTILE, abstract: HOSTILE, '@type': 'NewsArticle' })
  })

  it('and every sign of it survives in text and attributes', async () => {
    const text = fc.array(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        '’',
        '`',
        '=',
        '&amp;',
        '{{',
        '}}',
        '\\',
        '$&',
        '$1',
        'é',
        ' a',
      ),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(text, async (signs) => {
        const value = `x${signs.join('')}x`
        const elements = await render([
          `headline: ${JSON.stringify(value)}`,
          `subheadline: ${JSON.stringify(value)}`,
          'expressions: false',
        ])
        const heading = elements.find(({ name }) => name === 'h1')
        expect([heading?.text.trim(), heading?.attributes.title]).toEqual([value, value])
        expect(metaOf(elements, 'og:title')).toBe(value)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the document', () => {
  it('names no address that a browser would load', async () => {
    const elements = await render([], '# A\n\n[a](https://a.example) <b>x</b>\n')
    const loading = elements.filter(
      ({ name, attributes }) => name !== 'a' && (attributes.src ?? attributes.href) !== undefined,
    )
    expect(loading).toEqual([])
    for (const { text } of elements.filter(({ name }) => name === 'style')) {
      expect(text.match(/url\((?!"?data:)[^)]*\)/g)).toBeNull()
    }
  })

  it('is the same twice', async () => {
    const { release } = await releaseOf(draft([]), { files: FILES })
    expect(renderHtml(release, 't').bytes()).toEqual(renderHtml(release, 't').bytes())
  })
})
