import { describe, expect, test } from 'vitest'
import { wordDiff } from '../../src/roll/word-diff.ts'

/** Edits by the text they take out, in the order in which it stands in the source. */
function diff(source: string, ...edits: [out: string, text: string][]) {
  let from = 0
  const placed = edits.map(([out, text]) => {
    const start = source.indexOf(out, from)
    from = start + out.length
    return { start, end: from, text }
  })
  return wordDiff(source, placed).map(({ line, text }) => `${line}: ${text}`)
}

describe('a word diff', () => {
  test('shows whole words, at their lines', () => {
    expect(diff('a\nthe 28th year\n', ['8', '9'])).toEqual(['2: the [-28th-]{+29th+} year'])
  })

  test('shows all changes of one word', () => {
    expect(diff('on 2027-02-28.\n', ['7', '8'], ['8', '9'])).toEqual(['1: on [-2027-02-28.-]{+2028-02-29.+}'])
  })

  test('puts near changes into one line and far ones into two', () => {
    const far = 'word '.repeat(40)
    expect(diff(`one two ${far}three`, ['one', '1'], ['two', '2'], ['three', '3'])).toEqual([
      expect.stringMatching(/^1: \[-one-\]\{\+1\+\} \[-two-\]\{\+2\+\} word .* …$/),
      expect.stringMatching(/^1: … .* \[-three-\]\{\+3\+\}$/),
    ])
  })
})
