import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cataloguePage } from '../../src/check/catalogue.ts'
import { RULES } from '../../src/check/rules.ts'
import { ALL_RULES } from '../../src/verify/all-rules.ts'
import { caseTables, checked, draftOf, surroundingsOf } from '../support/check.ts'
import { LETTERHEAD, letterheadOf } from '../support/letterheads.ts'

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
    for (const [language, list] of Object.entries(table)) {
      const { front, check: fields = {}, bad, good } = list
      const surroundings = surroundingsOf(list)
      test(`reports ${bad.length} and leaves alone ${good.length} in ${language}`, async () => {
        expect(Math.min(bad.length, good.length)).toBeGreaterThan(4)
        const wrong: unknown[] = []
        for (const one of [...bad, ...good]) {
          const own = typeof one === 'string' ? undefined : one.letterhead
          const letterhead = await letterheadOf(own ? { 'letterhead.yaml': `${LETTERHEAD}${own}\n` } : {})
          const found = await checked(draftOf(language, one, front), letterhead, { fields, surroundings })
          if (found.some(({ rule }) => rule === id) !== bad.includes(one)) wrong.push(one)
        }
        expect(wrong).toEqual([])
      })
    }
  })
}
