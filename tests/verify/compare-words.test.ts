import { describe, expect, test } from 'vitest'
import { compareOutputs } from '../../src/verify/compare-outputs.ts'
import { firstDifference } from '../../src/verify/compare-words.ts'
import { htmlWords } from '../../src/verify/html-words.ts'
import { textWords } from '../../src/verify/text-words.ts'
import type { Word } from '../../src/verify/words.ts'

const page = (body: string) => htmlWords(`<!doctype html><html lang="en"><body>${body}</body></html>`)
const compare = (html: string, text: string, language = 'en') =>
  firstDifference(page(html), textWords(text), language)

describe('set aside', () => {
  test.each([
    ['a heading in capitals', '<h2>Notes to editors</h2>', 'NOTES TO EDITORS'],
    ['list markers', '<ul><li>one<li>two</ul><ol><li>three</ol>', '- one\n- two\n1. three'],
    ['markers of a letterhead', '<ul><li>one<li>two</ul>', '• one\n* two'],
    [
      'the mark and the list of links',
      '<a href="https://a.example/">Charter</a>, too.',
      'Charter\u00a0[1], too.\n\n[1] https://a.example/',
    ],
    [
      'such a list with colons',
      '<a href="https://a.example/">Charter</a>',
      'Charter\u00a0[1]\n\n[1]: https://a.example/\n',
    ],
    ['brackets around an address', 'See <a href="x">press@a.example</a>.', 'See <press@a.example>.'],
    ['a rule', 'one<hr>two', 'one\n\n* * *\n\ntwo'],
    [
      'the line under a table head',
      '<table><tr><th>a<th>b<tr><td>1<td>2</table>',
      'a    b\n---  ---\n1    2',
    ],
    ['the way back from a note', 'x<sup>1</sup><p>said <a role="doc-backlink">↑</a>', 'x¹\n\n¹ said'],
    ['decoration', 'one <span aria-hidden="true">❦</span><i hidden>no</i>two', 'one two'],
    ['Unicode forms', 'Stre\u0301lsau', 'Str\u00e9lsau'],
    ['lines of Chinese', '鲁里坦尼亚感谢各国', '鲁里坦\n尼亚感\n谢各国'],
    ['Windows line ends', 'one two', 'one\r\ntwo\r\n'],
    ['capitals around the sign of the hour', '<p>Sous embargo à 0 h 01 EST</p>', 'SOUS EMBARGO À 0 h 01 EST'],
  ])('%s', (_, html, text) => {
    expect(compare(html, text)).toBeUndefined()
  })

  test('capitals of a language with its own i', () => {
    expect(compare('<h2>Bildiriş</h2>', 'BİLDİRİŞ', 'az')).toBeUndefined()
    expect(compare('<h2>Permanent Mission</h2>', 'PERMANENT MISSION', 'az')).toBeUndefined()
    expect(compare('<h2>Bildiriş</h2>', 'BILDIRIŞ', 'az')).toMatchObject({ at: 1 })
  })

  test.each<[string, Word[], string]>([
    [
      'a word that a line cuts',
      [{ text: 'https://a.', open: true }, { text: 'example' }],
      'https://a.example',
    ],
    ['a hyphen of the word', [{ text: 'twenty-', open: true }, { text: 'eight' }], 'twenty-eight'],
    ['a hyphen of the line', [{ text: 'pro-', open: true }, { text: 'gramme' }], 'programme'],
    [
      'capitals by style sheet',
      [
        { text: 'PRO-', open: true, label: true },
        { text: 'GRAMME', label: true },
      ],
      'Programme',
    ],
  ])('in a PDF: %s', (_, pdf, html) => {
    expect(firstDifference(page(html), pdf, 'en')).toBeUndefined()
    expect(firstDifference(pdf, page(html), 'en')).toBeUndefined()
  })
})

describe('a difference', () => {
  test.each([
    ['another word', 'a river rose', 'a water rose', 2],
    ['another order', 'a river rose', 'river a rose', 1],
    ['a word less', 'a river rose', 'a rose', 2],
    ['a word more at the end', 'a river', 'a river rose', 3],
    ['another case in the text', 'a river rose', 'a River rose', 2],
    ['another number', '13. April', '12. April', 1],
    ['a bracketed figure without a link', 'paragraph', 'paragraph\u00a0[1]', 2],
    ['other punctuation', '“yes”', '"yes"', 1],
    ['a line cut at the very end', '鲁里坦尼亚', '鲁里坦', 1],
    ['nothing at all', 'a', '', 1],
  ])('%s', (_, html, text, at) => {
    expect(compare(html, text)).toMatchObject({ at })
  })

  test('is shown among five words on either side', () => {
    expect(compare('1 2 3 4 5 6 river 7 8 9 10 11 12', '1 2 3 4 5 6 water 7 8 9 10 11 12')).toEqual({
      at: 7,
      expected: { before: '2 3 4 5 6', word: 'river', after: '7 8 9 10 11' },
      found: { before: '2 3 4 5 6', word: 'water', after: '7 8 9 10 11' },
    })
  })
})

test('where two agree, the third is to blame', () => {
  const [good, bad] = [textWords('a river rose'), textWords('a water rose')]
  const blamed = (html: Word[], pdf: Word[], text: Word[]) =>
    compareOutputs(
      [
        { format: 'html', path: 'a.html', words: html },
        { format: 'pdf', path: 'a.pdf', words: pdf },
        { format: 'text', path: 'a.txt', words: text },
      ],
      'en',
    ).map(({ path }) => path)
  expect(blamed(good, good, good)).toEqual([])
  expect(blamed(bad, good, good)).toEqual(['a.html'])
  expect(blamed(good, bad, good)).toEqual(['a.pdf'])
  expect(blamed(good, good, bad)).toEqual(['a.txt'])
})
