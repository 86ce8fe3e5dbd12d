import { expect, test } from 'vitest'
import { caseTables, checked, draftOf, surroundingsOf } from '../support/check.ts'
import { LETTERHEAD, letterheadOf } from '../support/letterheads.ts'

test('precision and recall over the labelled cases: printed for `npm run precision`', async () => {
  const rows: { rule: string; cases: number; precision: number; recall: number }[] = []
  for (const [rule, table] of caseTables()) {
    let [hits, false_, missed, cases] = [0, 0, 0, 0]
    for (const [language, list] of Object.entries(table)) {
      const { front, check: fields = {}, bad, good } = list
      const surroundings = surroundingsOf(list)
      for (const one of [...bad, ...good]) {
        const own = typeof one === 'string' ? undefined : one.letterhead
        const letterhead = await letterheadOf(own ? { 'letterhead.yaml': `${LETTERHEAD}${own}\n` } : {})
        const found = await checked(draftOf(language, one, front), letterhead, { fields, surroundings })
        const isFound = found.some((finding) => finding.rule === rule)
        const isBad = bad.includes(one)
        cases++
        if (isFound && isBad) hits++
        else if (isFound) false_++
        else if (isBad) missed++
      }
    }
    rows.push({ rule, cases, precision: hits / (hits + false_), recall: hits / (hits + missed) })
  }
  if (process.env.SHOW_PRECISION) console.table(rows)
  expect(rows.filter(({ precision, recall }) => precision < 1 || recall < 1)).toEqual([])
})
