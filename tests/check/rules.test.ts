import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cataloguePage } from '../../src/check/catalogue.ts'
import { RULES } from '../../src/check/rules.ts'
import { ALL_RULES } from '../../src/verify/all-rules.ts'
import { caseTables } from '../support/check.ts'
import { labelledCases, wrongOf } from '../support/labelled.ts'

const ROOT = join(import.meta.dirname, '../..')
const tables = caseTables()

test('every file of src/check/rules is a listed rule with a table of cases', () => {
  const files = readdirSync(join(ROOT, 'src/check/rules')).map((file) => file.replace('.ts', ''))
  expect(RULES.map(({ id }) => id)).toEqual(files.sort())
  expect([...tables.keys()].sort()).toEqual(files)
})

test('docs/rules.md is what the rules say: npm run rules', () => {
  expect(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')).toBe(cataloguePage(ALL_RULES))
})

for (const [id, table] of tables) {
  describe(id, () => {
    const cases = labelledCases(table)
    for (const language of new Set(cases.map((labelled) => labelled.language))) {
      const own = cases.filter((labelled) => labelled.language === language)
      const bad = own.filter(({ isBad }) => isBad).length
      test(`reports ${bad} and leaves alone ${own.length - bad} in ${language}`, async () => {
        const rule = RULES.find((one) => one.id === id)
        expect(rule && (await wrongOf(rule, own)).map(({ one }) => one)).toEqual([])
      })
    }
  })
}
