import { expect, test } from 'vitest'
import type { Inputs } from '../../src/ledger/inputs.ts'
import type { DraftState } from '../../src/ledger/state.ts'
import { whyOtherInputs, whyOtherOutputs } from '../../src/ledger/why-built.ts'
import type { ManifestEntry } from '../../src/manifest/schema.ts'
import { TOOL } from '../../src/version.ts'

const draft: DraftState = {
  sha256: 'draft',
  isRecurring: false,
  images: [{ url: 'a.png', file: '/a.png', sha256: 'image' }],
}
const entry: ManifestEntry = {
  draft: 'a.md',
  letterhead: 'mission',
  embargoed: false,
  inputs: '',
  outputs: [{ format: 'text', path: 'a.txt', bytes: 1, sha256: '' }],
  findings: [],
}
const before = { draft, letterhead: 'letterhead', tool: TOOL, browser: undefined }
const now: Inputs = {
  tool: TOOL,
  draft: 'draft',
  fileDate: undefined,
  images: ['image'],
  letterhead: 'letterhead',
  year: undefined,
  timezone: undefined,
  limits: {},
  check: undefined,
  strict: false,
  embargoed: false,
  browser: undefined,
}
const unknown = { draft: undefined, letterhead: undefined, tool: undefined, browser: undefined }

test.each([
  ['the draft has changed', before, { ...now, draft: 'other' }],
  ['an image has changed', before, { ...now, images: ['image', 'another'] }],
  ['the letterhead has changed', before, { ...now, letterhead: 'other' }],
  ['its embargo has not passed yet', before, { ...now, embargoed: true }],
  ['the tool has changed', { ...before, tool: 'release 0.0.1' }, now],
  ['the browser has changed', { ...before, browser: 'Chromium 147' }, { ...now, browser: 'Chromium 156' }],
  ['what it is made of has changed', before, { ...now, timezone: 'Europe/London' }],
  ['what it is made of has changed', unknown, { ...now, draft: 'other', letterhead: 'other' }],
])('a release is built since %s', (why, was, is) => {
  expect(whyOtherInputs(entry, was, is, 'mission')).toBe(why)
})

test('a release is built since its embargo has passed', () => {
  expect(whyOtherInputs({ ...entry, embargoed: true }, before, now, 'mission')).toBe('its embargo has passed')
})

test('another letterhead is told of before what is in it', () => {
  const other = { ...now, letterhead: 'other' }
  expect(whyOtherInputs(entry, before, other, 'consulate')).toBe('it has another letterhead')
})

test.each([
  [undefined, [['text', '/out/a.txt']]],
  ['its .pdf has not been built yet', [['pdf', '/out/a.pdf']]],
  ['its outputs get other names', [['text', '/out/b.txt']]],
] as const)('of the outputs asked for: %s', (why, wanted) => {
  expect(whyOtherOutputs(entry, new Map(wanted), '/out')).toBe(why)
})
