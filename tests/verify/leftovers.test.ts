import { describe, expect, test } from 'vitest'
import { findLeftovers, ownWordsOf } from '../../src/verify/leftovers.ts'
import { textWords } from '../../src/verify/text-words.ts'
import { draft } from '../support/project.ts'

const found = (text: string, source?: string, data?: string) =>
  findLeftovers(textWords(text), [], source === undefined ? undefined : ownWordsOf(source, data)).map(
    ({ leftover }) => leftover,
  )

describe('left over', () => {
  test.each([
    ['a value that a template did not have', 'Dear undefined, thank you', ['undefined']],
    ['a number that is none', 'the NaNth anniversary', ['NaN']],
    ['an expression', 'the {{anniversary.ordinal}} year', ['{{']],
    ['all at once', 'undefined {{x}} NaN', ['{{', 'undefined', 'NaN']],
    ['no part of a word', 'undefinedness of NaNcy in a_NaN', []],
  ])('%s', (_, text, leftovers) => {
    expect(found(text, draft())).toEqual(leftovers)
    expect(found(text)).toEqual(leftovers)
  })

  test('behind the page', () => {
    const [leftover] = findLeftovers([], ['tel:undefined'], ownWordsOf(draft()))
    expect(leftover).toEqual({ leftover: 'undefined', among: undefined })
  })

  test('an expression of the draft that was not read', () => {
    expect(found('the {{release.year}} year', draft([], 'the {{release.year}} year'))).toEqual(['{{'])
  })

  test('once more often than the draft says it', () => {
    expect(found('NaN is no number. NaN', draft([], 'NaN is no number.'))).toEqual(['NaN'])
  })
})

describe("the release's own words", () => {
  test.each([
    ['in the body', 'The value NaN is undefined.', draft([], 'The value NaN is undefined.'), ''],
    ['escaped braces', 'Write {{name}}.', draft([], 'Write \\{{name}}.'), ''],
    [
      'braces in code',
      'Write {{name}} and {{x}}.',
      draft([], 'Write `{{name}}` and\n\n```\n{{x}}\n```\n'),
      '',
    ],
    ['braces without expressions', '{{a}} and {{b}}', draft(['expressions: false'], '{{a}} and {{b}}'), ''],
    [
      'a value that is printed twice',
      'NaN and NaN',
      draft(['vars:', '  x: NaN'], '{{vars.x}} and {{vars.x}}'),
      '',
    ],
    [
      'of the letterhead',
      'About the NaN Institute',
      draft(),
      'boilerplate: {about: {text: About the NaN Institute}}',
    ],
  ])('%s', (_, text, source, data) => {
    expect(found(text, source, data)).toEqual([])
  })
})
