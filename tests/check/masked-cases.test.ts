import { expect, test } from 'vitest'
import type { Mask, Rule } from '../../src/check/rule.ts'
import { RULES } from '../../src/check/rules.ts'
import { caseTables } from '../support/check.ts'
import { findingsOf, type Labelled, labelledCases } from '../support/labelled.ts'

const tables = caseTables()

/** True cases of one plain paragraph: marks of Markdown and of quotations are a matter of their own. */
function plainCases({ id }: Rule): (Labelled & { one: string })[] {
  return labelledCases(tables.get(id) ?? {}).flatMap((labelled) => {
    const { one, isBad } = labelled
    return isBad && typeof one === 'string' && !/[\n`*_[\]<>|“”„«»"'‘’「」]/.test(one)
      ? [{ ...labelled, one }]
      : []
  })
}

/** What a rule finds where its true cases stand somewhere else, or are names of the house. */
async function inOther(rule: Rule, wrap: (body: string) => string, isName = false) {
  const check = findingsOf(rule)
  const found: unknown[][] = []
  for (const labelled of plainCases(rule)) {
    const one = wrap(labelled.one)
    const list = isName
      ? { ...labelled.list, check: { ...labelled.list.check, terms: [one] } }
      : labelled.list
    for (const { severity, fix } of await check({ ...labelled, list, one }))
      found.push([labelled.language, one, severity, fix?.text])
  }
  return found
}

/** Rules that have such cases, with their names. */
const listed = (isListed: (rule: Rule) => boolean | undefined) =>
  RULES.filter((rule) => isListed(rule) && plainCases(rule).length > 2).map(
    (rule) => [rule.id, rule] as const,
  )

/** Which rules are silent where; a rule that loses a mask here loses it knowingly. */
const PROSE = [
  ...['acronym-undefined', 'apostrophe-error', 'article-a-an', 'celebratory-tone', 'confusable-word'],
  ...['exclamation', 'number-style', 'relative-time', 'spelling-variant'],
]
const FORM = ['attachment-missing', 'dateline-mismatch', 'release-date-stale', 'sentence-long']
const SILENT: Readonly<Record<'name' | 'quotation' | 'block-quote', readonly string[]>> = {
  name: [
    ...PROSE,
    ...['cardinal-used-as-ordinal', 'dash-style', 'date-format', 'mixed-script-word', 'name-inconsistent'],
    ...['noun-of-missing', 'number-format', 'number-word-hyphen', 'ordinal-suffix'],
    ...['ordinal-used-as-cardinal', 'range-dash', 'repeated-word', 'spacing'],
  ],
  quotation: [...PROSE, ...FORM],
  'block-quote': [
    ...[...PROSE, ...FORM, 'embargo-conflict', 'embargo-zone', 'paragraph-long'],
    'quote-attribution',
  ],
}

const skipping = (mask: Mask) => listed(({ skips }) => skips?.includes(mask))

test.each(['name', 'quotation', 'block-quote'] as const)('the rules that skip a %s are these', (mask) => {
  const rules = RULES.filter(({ skips }) => skips?.includes(mask)).map(({ id }) => id)
  expect(rules).toEqual([...SILENT[mask]].sort())
})

test('most rules of facts and of language have such cases', () => {
  expect(skipping('code').length).toBeGreaterThan(25)
  expect(skipping('name').length).toBeGreaterThan(9)
  expect(others.length).toBeGreaterThan(20)
})

test.each(skipping('code'))('what is wrong in code is nothing to %s', async (_, rule) => {
  expect(await inOther(rule, (body) => `\`${body}\``)).toEqual([])
})

test.each(skipping('name'))('what is wrong in a name of the house is nothing to %s', async (_, rule) => {
  expect(await inOther(rule, (body) => body, true)).toEqual([])
})

test.each(skipping('quotation'))('what is wrong in a quotation is nothing to %s', async (_, rule) => {
  expect(await inOther(rule, (body) => `“${body}”`)).toEqual([])
})

test.each(skipping('block-quote'))('what is wrong in a block quote is nothing to %s', async (_, rule) => {
  expect(await inOther(rule, (body) => `> ${body}`)).toEqual([])
})

const OF_MARKS = ['quote-locale', 'quote-unbalanced', 'quote-style-mixed', 'quote-attribution']
const others = listed(
  ({ id, isOfQuotations, skips, group }) =>
    !isOfQuotations && !skips?.includes('quotation') && !OF_MARKS.includes(id) && group !== 'form',
)

test.each(others)('what %s finds in a quotation is a note, and never mended', async (_, rule) => {
  const quoted = await inOther(rule, (body) => `“${body}”`)
  const block = await inOther(rule, (body) => `> ${body}`)
  expect(
    [...quoted, ...block].filter(([, , severity, fix]) => severity !== 'info' || fix !== undefined),
  ).toEqual([])
})
