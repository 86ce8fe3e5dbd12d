import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BUILD_CARDS } from '../../src/check/build-cards.ts'
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
  expect(readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')).toBe(
    cataloguePage([...ALL_RULES, ...BUILD_CARDS]),
  )
})

test('whatever a finding may be called has a bad and a good example', () => {
  const cards = [...ALL_RULES, ...BUILD_CARDS]
  for (const { id, doc, bad, good, source } of cards)
    expect([doc, bad, good, source].every((text) => text.length > 0) && bad !== good, id).toBe(true)
  const ids = cards.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  // The rules of the build, as the contract lists them.
  for (const id of (
    'encoding draft-empty draft-too-large front-matter-syntax front-matter-invalid front-matter-unknown-key ' +
    'date-impossible expression-syntax expression-unknown language-unsupported html-removed link-refused ' +
    'image-missing image-refused glyph-missing letterhead-unknown letterhead-invalid template-unknown-value ' +
    'output-collision print-failed browser-missing write-failed'
  ).split(' '))
    expect(ids, id).toContain(id)
  // And whatever the stages of a check name as they report it.
  for (const stage of ['draft', 'markdown', 'images', 'release', 'letterhead', 'check', 'yaml', 'render'])
    for (const file of readdirSync(join(ROOT, 'src', stage), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts'))
        for (const [, id = ''] of readFileSync(join(ROOT, 'src', stage, file), 'utf8').matchAll(
          /\brule: '([a-z]+(?:-[a-z]+)*)'/g,
        ))
          expect(ids, file).toContain(id)
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
