import { expect, test } from 'vitest'
import { comparedWords, differenceWithin } from '../../src/check/scan/word-difference.ts'

const keys = (text: string) => comparedWords(text).map(({ key }) => key)
const APPROVED = 'a b c d e f g h'.split(' ')

test.each([
  ['c d e f', { distance: 0, from: 4, to: 4 }],
  ['c d x f', { distance: 1, from: 2, to: 3, otherFrom: 4, otherTo: 5 }],
  ['c d f', { distance: 1, from: 2, to: 2, otherFrom: 4, otherTo: 5 }],
  ['c d x e f', { distance: 1, from: 2, to: 3, otherFrom: 4, otherTo: 4 }],
  ['x b c d', { distance: 1, from: 0, to: 1, otherFrom: 0, otherTo: 1 }],
  ['b x d y f', { distance: 2, from: 1, to: 4, otherFrom: 2, otherTo: 5 }],
  ['x y z', undefined],
])('"%s" within the approved words', (said, expected) => {
  const found = differenceWithin(said.split(' '), APPROVED, 2)
  if (expected === undefined) expect(found).toBeUndefined()
  else expect(found).toMatchObject(expected)
})

test('words are compared without capitals, marks, and kinds of apostrophe and hyphen', () => {
  expect(keys('“It’s the Well‑known 7,000 – so!”')).toEqual(keys("it's the well-known 7,000 so"))
  expect(keys('感谢 all')).toEqual(['感', '谢', 'all'])
})
