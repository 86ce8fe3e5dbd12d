import { expect, test } from 'vitest'
import { RULES } from '../../src/check/rules.ts'
import { caseTables } from '../support/check.ts'
import { labelledCases, primaryOf, wrongOf } from '../support/labelled.ts'

interface Row {
  rule: string
  languages: number
  true: number
  'near misses': number
  precision: number
  recall: number
}

test('precision and recall over the labelled cases are 1 for every rule; `npm run precision` prints them', async () => {
  const tables = caseTables()
  const rows: Row[] = []
  for (const rule of RULES) {
    const cases = labelledCases(tables.get(rule.id) ?? {})
    const wrong = await wrongOf(rule, cases)
    const bad = cases.filter(({ isBad }) => isBad).length
    const missed = wrong.filter(({ isBad }) => isBad).length
    const noise = wrong.length - missed
    rows.push({
      rule: rule.id,
      languages: new Set(cases.map(({ language }) => primaryOf(language))).size,
      true: bad,
      'near misses': cases.length - bad,
      precision: (bad - missed) / (bad - missed + noise),
      recall: (bad - missed) / bad,
    })
  }
  if (process.env.SHOW_PRECISION) console.table(rows)
  expect(rows.filter(({ precision, recall }) => !(precision === 1 && recall === 1))).toEqual([])
})
