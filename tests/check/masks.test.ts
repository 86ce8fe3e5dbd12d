import { expect, test } from 'vitest'
import type { Rule } from '../../src/check/rule.ts'
import { checked, draftOf } from '../support/check.ts'
import { letterheadOf } from '../support/letterheads.ts'

/** Reports every X and would mend it. */
const markX: Rule = {
  id: 'mark-x',
  group: 'language',
  severity: 'warning',
  doc: 'd',
  source: 's',
  bad: 'X',
  good: 'Y',
  *check({ passages }) {
    for (const passage of passages) {
      for (const { index } of passage.text.matchAll(/X/g)) {
        const span = passage.spanOf(index, index + 1)
        yield { ...span, message: 'X', fix: { ...span, text: 'Y', safe: true } }
      }
    }
  },
}

async function severities(body: string) {
  const found = await checked(draftOf('en', body), await letterheadOf(), { rules: [markX] })
  return found.map(({ severity, fix }) => `${severity}${fix ? ' fixed' : ''}`)
}

test.each([
  ['a quotation over three paragraphs', '“A.\n\nB X.\n\nC X,” she said.', ['info', 'info']],
  ['the end of one that was opened before', '“A.\n\nX,” she said.', ['info']],
  ['one that is opened anew', '“A X.\n\n“B X,” she said. X', ['info', 'info', 'warning fixed']],
  ['a tag for quotations', 'He said <q>A X</q> of X.', ['info', 'warning fixed']],
  ['a tag for block quotes, in a line', 'A <blockquote>A X</blockquote> X', ['info', 'warning fixed']],
  [
    'a block quote of HTML',
    '<blockquote>\n\nA X.\n\nB X.\n\n</blockquote>\n\nX',
    ['info', 'info', 'warning fixed'],
  ],
  ['a block quote', '> A X.\n\nX', ['info', 'warning fixed']],
  ['an expression before', 'On {{date}} “A X” X', ['info', 'warning fixed']],
])('nothing is mended in %s', async (_, body, expected) => {
  expect(await severities(body)).toEqual(expected)
})
