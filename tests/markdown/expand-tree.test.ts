import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { expandTree } from '../../src/markdown/expand-tree.ts'
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts'
import { scanExpressions } from '../../src/markdown/scan-expressions.ts'

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : node.type === 'text' ? node.value : ''

const positionOf = (source: string) => ({
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: source.length + 1, offset: source.length },
})

const braced = fc
  .array(
    fc.constantFrom(
      '{{',
      '}}',
      '{',
      '}',
      '\\',
      '\\{',
      'a',
      '*',
      '`',
      ' ',
      '\n',
      '> ',
      '- ',
      '&lbrace;',
      '&#125;',
      '<b>',
      '](x)',
      '[',
      '|',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('a text with any braces', () => {
  test('is cut into pieces that hold all of it', () => {
    fc.assert(
      fc.property(braced, (text) => {
        const pieces = scanExpressions(text, () => false)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  test('that is no Markdown loses nothing but the backslashes before braces', () => {
    fc.assert(
      fc.property(braced, (text) => {
        const joined = scanExpressions(text).map((piece) => piece.text)
        expect(joined.join('').replaceAll('\\', '')).toBe(text.replaceAll('\\', ''))
      }),
    )
  })

  test('is replaced or told of at a place where its braces stand, and the tree given stays', () => {
    fc.assert(
      fc.property(braced, (source) => {
        const tree = parseMarkdown(source)
        const before = JSON.stringify(tree)
        const at: [number, number][] = []
        const expanded = expandTree(tree, source, {
          value: (expression, start, end) => {
            expect(source.slice(start, end).replace(/\n[> \-\t]*/g, '\n')).toContain('{{')
            at.push([start, end])
            return expression
          },
          fault: (_, start, end) => {
            at.push([start, end])
          },
        })
        for (const [start, end] of at) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(source.length)
        }
        expect(textOf(expanded)).toBe(textOf(tree))
        expect(JSON.stringify(tree)).toBe(before)
      }),
      { numRuns: 300 },
    )
  })

  test('of a hundred thousand braces ends, with one finding for all that are never closed', () => {
    const source = '{{'.repeat(100_000)
    const faults: string[] = []
    expandTree(parseMarkdown(source), source, {
      value: (text) => text,
      fault: (kind) => faults.push(kind),
    })
    expect(faults).toEqual(['open'])
  })

  test.each([
    ['braces', `<p>${'{{'.repeat(100_000)}</p>`, ['html {{']],
    ['comments that are never closed', `<p>${'<!--'.repeat(100_000)}{{x}}</p>`, ['html {{x}}']],
    ['comments', `<p>${'<!--{{x}}-->'.repeat(30_000)}{{x}}</p>`, ['html {{x}}']],
  ])('inside HTML, of a hundred thousand %s ends', (_, source, expected) => {
    const faults: string[] = []
    const node: Nodes = { type: 'html', value: source, position: positionOf(source) }
    expandTree({ type: 'root', children: [node] }, source, {
      value: (text) => text,
      fault: (kind, start, end) => faults.push(`${kind} ${source.slice(start, end).slice(0, 5)}`),
    })
    expect(faults).toEqual(expected)
  })
})
