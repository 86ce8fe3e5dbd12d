import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts'

/** The same without our short cuts: every line is tried, the front matter is blank space. */
const plainly = (source: string, start = 0) =>
  fromMarkdown(source.slice(0, start).replace(/[^\n]/g, ' ') + source.slice(start), {
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmFootnoteFromMarkdown()],
  })

describe('the tree is that of the extensions as they come', () => {
  test.each([
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |\n'],
    ['one without outer bars', 'a | b\n:-- | --:\n1 | 2\n3 | 4\n\nno row\n'],
    ['one behind a paragraph without a blank line', 'Text\na | b\n- | -\n1 | 2\n'],
    ['one in a quote', '> a | b\n> - | -\n> 1 | 2\n>\n> c\n'],
    ['one in a list', '- a | b\n  - | -\n  1 | 2\n'],
    ['one in a numbered list', '10. x\n\n    a | b\n    --|--\n    1 | 2\n'],
    ['one whose delimiters begin with a bar only', '| a |\n|-|\n| 1 |\n'],
    ['one with tabs', 'a\t|\tb\n-\t|\t-\n1\t|\t2\n'],
    ['one of one column', 'a\n:-:\nb\n'],
    ['headings underlined and breaks', 'a\n---\n\n---\n\nb | c\n---\n'],
    ['one in a footnote', 'x[^1]\n\n[^1]:\n    a | b\n    - | -\n    1 | 2\n'],
    ['two that follow each other', 'a | b\n- | -\n1 | 2\n\nc | d\n- | -\n3 | 4\n'],
    ['bars without a table', 'a | b\nc | d\n'],
  ])('%s', (_, body) => {
    expect(parseMarkdown(body)).toEqual(plainly(body))
    const front = '---\nheadline: Über | x\n---\n'
    expect(parseMarkdown(front + body, front.length)).toEqual(plainly(front + body, front.length))
  })

  test('whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      'b c',
      '|',
      '| ',
      ' | ',
      '-',
      '---',
      ':-:',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '  ',
      '\t',
      '1. ',
      '~~',
      '[^1]',
      '*',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const body = pieces.join('')
        expect(parseMarkdown(`x\n${body}`, 2)).toEqual(plainly(`x\n${body}`, 2))
      }),
      { numRuns: 2000 },
    )
  })
})
