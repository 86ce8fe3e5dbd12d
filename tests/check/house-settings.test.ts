import { expect, test } from 'vitest'
import { joinFindings } from '../../src/check/join-findings.ts'
import type { CheckFields } from '../../src/check/settings.ts'
import { inDraft } from '../../src/draft/draft.ts'
import { checked } from '../support/check.ts'
import { told } from '../support/findings.ts'
import { letterheadOf } from '../support/letterheads.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

async function findingsOf(rule: string, text: string, fields: CheckFields) {
  const found = await checked(text, await letterheadOf(), { fields })
  return told(found.filter((finding) => finding.rule === rule))
}

const PATTERN = { reference: 'PR/\\d{4}/\\d{2}' }

test.each([
  ['of the house’s form', ['reference: PR/2027/07'], []],
  [
    'with more behind it',
    ['reference: PR/2027/071'],
    [
      'error reference-invalid 4:12: the reference "PR/2027/071" is not of the house\'s form | it matches PR/\\d{4}/\\d{2}',
    ],
  ],
  [
    'that is missing',
    [],
    [
      'warning reference-invalid 2:1: there is no reference, and the house numbers its releases | write one that matches PR/\\d{4}/\\d{2}',
    ],
  ],
  ['that a statement may lack', ['kind: statement'], []],
])('a reference %s, where the house has a pattern', async (_, lines, expected) => {
  expect(await findingsOf('reference-invalid', draft(lines), PATTERN)).toEqual(expected)
})

test('thresholds say how long headline and summary may be', async () => {
  const text = draft(['summary: Ruritania thanks its neighbours.'])
  const tight = { thresholds: { headline_length: 3, summary_length: 20 } }
  expect(await findingsOf('summary-length', text, tight)).toHaveLength(1)
  expect(await findingsOf('headline-length', text, tight)).toHaveLength(1)
  expect(await findingsOf('summary-length', text, {})).toEqual([])
  expect(await findingsOf('headline-length', text, {})).toEqual([])
})

test('approval-missing is off until a project turns it on', async () => {
  const text = draft(['status: approved'])
  expect(await findingsOf('approval-missing', text, {})).toEqual([])
  expect(await findingsOf('approval-missing', text, { rules: { 'approval-missing': 'warning' } })).toEqual([
    'warning approval-missing 4:9: the release is "approved", and nobody has approved it | write approved_by: Anna Hentzau',
  ])
})

test('a link whose scheme has a slip is told of once', async () => {
  const text = `${draft([])}\nSee [it](https//ruritania.example/d) and [the page](d.html).\n`
  const { findings } = await releaseOf(text)
  const found = inDraft('draft.md', await checked(text, await letterheadOf()))
  const rules = joinFindings(findings, found).map(({ rule }) => rule)
  expect(rules.filter((rule) => rule.startsWith('link-')).sort()).toEqual(['link-malformed', 'link-refused'])
})

const APPROVED = {
  speaker: 'Anna Hentzau',
  text: 'We thank our neighbours for all that they did in that night.',
  language: 'en',
  source: 'Statement of 26 February 2027',
}
const THERE = `approved: "${APPROVED.text}" (${APPROVED.source})`

test.each([
  ['another word', 'We thank our friends for all', '7:15', '"friends" is "neighbours" in'],
  ['a word too many', 'We thank all our neighbours for all', '7:11', '"all" is not in'],
  ['a word that is missing', 'We thank neighbours for all', '7:11', '"our" of'],
])('a quotation with %s is told of at that word', async (_, begin, place, told_) => {
  const text = draft([], `“${begin} that they did”, said Ms Hentzau.\n`).replace('---\n“', '---\n\n\n“')
  const found = await findingsOf('quote-drift', text, { quotes: [APPROVED] })
  const missing = told_.endsWith(' of') ? ' is missing' : ''
  expect(found).toEqual([
    `warning quote-drift ${place}: ${told_} the approved quotation of Anna Hentzau${missing} | ${THERE}`,
  ])
})
