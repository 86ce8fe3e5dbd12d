import { expect, test } from 'vitest'
import { RULES } from '../../src/check/rules.ts'
import { caseTables } from '../support/check.ts'
import { labelledCases, unmendedOf } from '../support/labelled.ts'

const tables = caseTables()

test.each(RULES.map((rule) => [rule.id, rule] as const))(
  'what a fix of %s has written is not reported again',
  async (id, rule) => {
    const bad = labelledCases(tables.get(id) ?? {}).filter(({ isBad }) => isBad)
    expect((await unmendedOf(rule, bad)).map(([{ language, one }, text]) => [language, one, text])).toEqual(
      [],
    )
  },
)
