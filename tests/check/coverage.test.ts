import { expect, test } from 'vitest'
import type { Rule } from '../../src/check/rule.ts'
import { RULES } from '../../src/check/rules.ts'
import { readDraft } from '../../src/draft/read-draft.ts'
import { caseTables, LIMITS } from '../support/check.ts'
import { distinct, isKin } from '../support/distinct-cases.ts'
import {
  type Labelled,
  labelledCases,
  NINE,
  primaryOf,
  servedBy,
  textOf,
  wrongOf,
} from '../support/labelled.ts'
import { setTables } from '../support/sets.ts'

/** Cases of each label that a rule has in each language it serves, and no two of them the same but for a word. */
const LEAST = 5

const tables = [...caseTables()].map(([id, table]) => {
  const rule = RULES.find((one) => one.id === id)
  if (!rule) throw new Error(`${id}.json has cases of no rule`)
  return { rule, cases: labelledCases(table) }
})

/** Where a rule has too few cases: "spacing az: 4 near misses". */
function gaps(rule: Pick<Rule, 'id' | 'languages'>, cases: readonly Labelled[]): string[] {
  return servedBy(rule).flatMap((language) => {
    const own = cases.filter((labelled) => primaryOf(labelled.language) === language)
    return [true, false].flatMap((label) => {
      const count = distinct(own.filter(({ isBad }) => isBad === label).map(({ one }) => one)).length
      return count < LEAST ? [`${rule.id} ${language}: ${count} ${label ? 'true cases' : 'near misses'}`] : []
    })
  })
}

test('every rule has five true cases and five near misses in every language it serves', () => {
  expect(tables.flatMap(({ rule, cases }) => gaps(rule, cases))).toEqual([])
})

test('translations into every language are compared with five true cases and five near misses', () => {
  const table = setTables().get('translation-drift')
  const short = NINE.flatMap((language) =>
    (['bad', 'good'] as const).flatMap((label) => {
      const count = table?.[label].filter((one) =>
        JSON.stringify(one).includes(`language: ${language}`),
      ).length
      return language === 'en' || (count ?? 0) >= LEAST ? [] : [`${language}: ${count} ${label}`]
    }),
  )
  expect(short).toEqual([])
})

test('the count of cases is by language, and copies of a case do not fill it', () => {
  const sentences = ['The dam at Zenda broke.', 'Nobody slept.', 'A bell rang at noon.', 'We thank you all.']
  const labelled = (language: string, ones: readonly string[]): Labelled[] =>
    ones.flatMap((one) =>
      [true, false].map((isBad) => ({ language, one, isBad, list: { bad: [], good: [] } })),
    )
  const rule = { id: 'x', languages: ['en', 'fr'] }
  const english = labelled('en-GB', [...sentences, 'The bridge was opened.'])
  expect(gaps(rule, [...english, ...labelled('fr', sentences)])).toEqual([
    'x fr: 4 true cases',
    'x fr: 4 near misses',
  ])
  const padded = labelled('fr', [...sentences, 'A bell rang at noon!', 'The dam at Hofbau broke.'])
  expect(gaps(rule, [...english, ...padded])).toEqual(['x fr: 4 true cases', 'x fr: 4 near misses'])
  expect(isKin('In 1992, 34 years ago', 'In 1980, 46 years ago')).toBe(true)
})

test('no case has both labels, and none stands twice in its list', () => {
  const twice = tables.flatMap(({ cases }) => {
    const seen = new Set<string>()
    return cases.filter(({ language, one, list }) => {
      const key = JSON.stringify([language, list.check, list.front, one])
      return seen.size === seen.add(key).size
    })
  })
  expect(twice).toEqual([])
})

test('a rule that is always silent misses every true case, and one that always speaks every near miss', async () => {
  for (const { rule, cases } of tables.filter(({ rule }) =>
    ['year-arithmetic', 'spacing'].includes(rule.id),
  )) {
    const [bad, good] = [true, false].map((label) => cases.filter(({ isBad }) => isBad === label))
    expect(await wrongOf({ ...rule, check: () => [] }, cases)).toEqual(bad)
    const always = { ...rule, skips: [], check: () => [{ start: 0, end: 1, message: 'always' }] }
    // A true case may ask for words of the message.
    expect((await wrongOf(always, cases)).filter(({ isBad }) => !isBad)).toEqual(good)
  }
})

test('the front matter of every near miss is accepted: nothing is left alone because it was refused', async () => {
  const refused: unknown[] = []
  for (const { rule, cases } of tables) {
    for (const labelled of cases.filter(({ isBad }) => !isBad)) {
      const source = { path: 'draft.md', file: undefined, folder: '/nowhere', projectFolder: '/nowhere' }
      const { findings } = await readDraft(source, LIMITS, async () => Buffer.from(textOf(labelled)))
      const errors = findings.filter(
        ({ severity, rule: id }) => severity === 'error' && id.startsWith('front'),
      )
      if (errors.length > 0) refused.push([rule.id, labelled.language, labelled.one, errors[0]?.message])
    }
  }
  expect(refused).toEqual([])
})
