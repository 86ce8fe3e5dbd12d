import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SET_RULES } from '../../src/check/sets/set-rules.ts'
import { told } from '../support/findings.ts'
import { letterheadOf } from '../support/letterheads.ts'
import { comparedSet, setTables } from '../support/sets.ts'

const FOLDER = join(import.meta.dirname, '../../src/check/sets/rules')
const tables = setTables()

test('every file of src/check/sets/rules is a listed rule with a table of cases', () => {
  const files = readdirSync(FOLDER).map((file) => file.replace('.ts', ''))
  expect(SET_RULES.map(({ id }) => id)).toEqual(files.sort())
  expect([...tables.keys()].sort()).toEqual(files)
})

test.each([...tables])('%s reports what is wrong in a set, and leaves the rest alone', async (id, table) => {
  const { rules, bad, good } = table
  expect(Math.min(bad.length, good.length)).toBeGreaterThan(4)
  const letterhead = await letterheadOf()
  const wrong: unknown[] = []
  for (const one of [...bad, ...good]) {
    const found = await comparedSet(one, letterhead, rules ? { rules } : {})
    if (found.some(({ rule }) => rule === id) !== bad.includes(one)) wrong.push([one, told(found)])
  }
  expect(wrong).toEqual([])
})

test('a finding tells the place here, and the place in the other draft', async () => {
  const found = await comparedSet(
    {
      'en/flood.md': { front: ['reference: PR/2027/07'], body: 'In Zenda,\nhelp came from 15 countries.' },
      'fr/flood.md': {
        front: ['language: fr', 'translation_of: PR/2027/07', 'translation_status: official'],
        body: 'L’aide est venue de 14 pays.',
      },
    },
    await letterheadOf(),
  )
  expect(found).toEqual([
    {
      severity: 'warning',
      rule: 'translation-drift',
      message: '"14" stands where en/flood.md (en) has "15"',
      hint: 'compare the two, and mend the one that is wrong',
      path: 'fr/flood.md',
      line: 8,
      column: 21,
      end: { line: 8, column: 23 },
      related: [{ path: 'en/flood.md', message: '15', line: 8, column: 16, end: { line: 8, column: 18 } }],
    },
  ])
})

test('in a quotation a difference is a note, and a comment before a block allows it', async () => {
  const french = (before: string) => ({
    'flood.md': 'She said: “Help came from 15 countries of this continent.”',
    'flood-fr.md': {
      front: ['language: fr', 'translation_of: flood.md', 'translation_status: official'],
      body: `${before}Elle a dit : « L’aide est venue de 14 pays de ce continent. »`,
    },
  })
  const letterhead = await letterheadOf()
  expect((await comparedSet(french(''), letterhead)).map(({ severity }) => severity)).toEqual(['info'])
  const comment = '<!-- release-check allow translation-drift: as it was said -->\n\n'
  expect(await comparedSet(french(comment), letterhead)).toEqual([])
})

test('a reference that is missing is told of only where whole folders were read', async () => {
  const drafts = {
    'a.md': { front: ['reference: PR/2027/06'] },
    'b.md': { front: ['reference: PR/2027/08'] },
    'c.md': { front: ['corrects: {reference: PR/2027/07, note: The number of towns.}'] },
  }
  const letterhead = await letterheadOf()
  expect(told(await comparedSet(drafts, letterhead))).toEqual([
    'warning correction-target-unknown 5:23: no release of this run has the reference "PR/2027/07" that is corrected | mend the reference, or check its draft too',
  ])
  expect(await comparedSet(drafts, letterhead, { isWhole: false })).toEqual([])
})
