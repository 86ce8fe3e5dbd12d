import fc from 'fast-check'
import type { Element, ElementContent, Root } from 'hast'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { linkReferences, toText } from '../../src/markdown/to-text.ts'
import { wrapText } from '../../src/markdown/wrap-text.ts'

const WIDTH = 72

function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children }
}

function print(children: ElementContent[], rtl = false): string {
  return toText({ type: 'root', children }, { width: WIDTH, references: linkReferences(), rtl })
}

/** Words of letters only, so that markers, marks and numbers of the text can be set aside. */
const word = fc.constantFrom(
  'flood',
  'Strelsau',
  'état',
  'Azərbaycan',
  'баку',
  'بيان',
  '한국',
  'x'.repeat(90),
  '👩‍👧',
  'a\u0301b',
)
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n', '  \t')), { minLength: 1, maxLength: 12 })
  .map((words): ElementContent => ({ type: 'text', value: words.flat().join('') }))
const phrase = fc.letrec<{ inline: ElementContent }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constant(element('br', [])),
    fc.array(tie('inline'), { maxLength: 3 }).map((children) => element('em', children)),
    fc
      .tuple(fc.array(text, { maxLength: 2 }), fc.webUrl())
      .map(([children, href]) => element('a', children, { href })),
  ),
})).inline
const inline = fc.array(phrase, { maxLength: 3 })
const table = fc
  .array(fc.array(inline, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((rows) =>
    element(
      'table',
      rows.map((cells, row) =>
        element(
          'tr',
          cells.map((cell) => element(row ? 'td' : 'th', cell)),
        ),
      ),
    ),
  )
const block = fc.letrec<{ block: ElementContent }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 4 })
  return {
    block: fc.oneof(
      { depthSize: 'medium' },
      inline.map((children) => element('p', children)),
      inline.map((children) => element('h2', children)),
      table,
      blocks.map((children) => element('blockquote', children)),
      blocks.map((children) => element('section', children)),
      fc
        .tuple(fc.constantFrom('ul', 'ol'), fc.array(fc.oneof(inline, blocks), { maxLength: 3 }))
        .map(([name, items]) =>
          element(
            name,
            items.map((children) => element('li', children)),
          ),
        ),
    ),
  }
}).block
const body = fc.array(block, { maxLength: 5 })

const INLINE = new Set(['em', 'a'])

/** The words a browser would show, by another road than the renderer takes. */
function wordsOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type !== 'element') return ''
      const inside = wordsOf(node.children)
      return INLINE.has(node.tagName) ? inside : ` ${inside} `
    })
    .join('')
}

function words(printed: string): string[] {
  return printed.split(/\s+/).filter((token) => /[\p{L}\p{Emoji_Presentation}]/u.test(token))
}

describe('toText on any tree', () => {
  test('has the words of the tree in their order and no others', () => {
    fc.assert(
      fc.property(body, fc.boolean(), (nodes, rtl) => {
        expect(words(print(nodes, rtl))).toEqual(words(wordsOf(nodes)))
      }),
      { numRuns: 500 },
    )
  })

  test('keeps every line within the width unless it is one word', () => {
    fc.assert(
      fc.property(body, (nodes) => {
        for (const line of print(nodes).split('\n')) {
          if (stringWidth(line) > WIDTH) expect(words(line)).toHaveLength(1)
        }
      }),
    )
  })

  test('ends no line with white space and leaves no two lines empty', () => {
    fc.assert(
      fc.property(body, (nodes) => {
        const printed = print(nodes)
        expect(printed).not.toMatch(/[^\S\n]$/m)
        expect(printed).not.toMatch(/\n\n\n|^\n|\n$/)
      }),
    )
  })

  test('prints no control character but the newline, whatever the texts hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' })),
        fc.constantFrom('p', 'pre', 'li', 'td', 'a'),
        (values, name) => {
          const nodes = values.map((value) => element(name, [{ type: 'text', value }], { href: value }))
          const references = linkReferences()
          const root: Root = { type: 'root', children: nodes }
          const printed = toText(root, { width: WIDTH, references })
          for (const output of [printed, ...references.urls]) {
            expect(output).not.toMatch(
              /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff]/,
            )
          }
          expect(references.urls.join('')).not.toMatch(/\s/)
        },
      ),
    )
  })
})

describe('toText on hostile trees', () => {
  const DEPTH = 20_000

  function nested(names: string[]): Element {
    let node = element('p', [{ type: 'text', value: 'core' }])
    for (let depth = 0; depth < DEPTH; depth++) {
      const name = names[depth % names.length] ?? 'div'
      node = element(name, [{ type: 'text', value: 'w ' }, node], { href: 'https://r.example' })
    }
    return node
  }

  for (const names of [
    ['blockquote'],
    ['span'],
    ['li', 'ul'],
    ['li', 'ol'],
    ['td', 'tr', 'table'],
    ['a'],
    ['dd', 'dl'],
    ['pre'],
    ['section'],
  ]) {
    test(`${DEPTH} nested ${names.join(' in ')} do not overflow the stack`, () => {
      const tree = [nested(names)]
      const printed = print(tree)
      expect(printed.match(/core/g)).toHaveLength(1)
      expect(printed.match(/\bw\b/g)).toHaveLength(DEPTH)
      if (!names.includes('pre'))
        for (const line of printed.split('\n')) expect(line.length).toBeLessThanOrEqual(WIDTH)
    })
  }

  const long = 200_000
  for (const [what, value] of Object.entries({
    'opening marks': '（'.repeat(long),
    'closing marks': '。'.repeat(long),
    ideographs: '洪'.repeat(long),
    'less-than signs': '<a'.repeat(long),
    'combining marks': `洪${'\u0301'.repeat(long)}`,
    'spaces and no-break spaces': ' \u00a0'.repeat(long),
    'digits and units': '1年'.repeat(long),
    emoji: '👩‍👩‍👧 '.repeat(long / 10),
  })) {
    test(`${long} ${what} in one paragraph come to an end`, () => {
      const unspaced = (text: string) => text.replace(/\s/g, '')
      expect(unspaced(print([element('p', [{ type: 'text', value }])]))).toBe(unspaced(value))
      expect(unspaced(wrapText(value, { width: 10 }))).toBe(unspaced(value))
    })
  }

  test(`${long} line breaks in one paragraph come to an end`, () => {
    const children = Array.from({ length: long }, () => element('br', []))
    const letter: ElementContent = { type: 'text', value: 'a' }
    expect(print([element('p', [letter, ...children, letter])])).toBe('a\n\na')
  })
})
