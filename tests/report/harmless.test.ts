import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmless, harmlessJson, harmlessPath } from '../../src/report/harmless.ts'
import { prettyFinding, prettySummary } from '../../src/report/pretty.ts'

const STEERING = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/

test('no text keeps a character that steers a terminal, forges a line or turns one around', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(harmless(text)).not.toMatch(STEERING)
      expect(harmlessPath(text)).not.toMatch(STEERING)
      expect(harmlessJson(text)).not.toMatch(STEERING)
      expect(JSON.parse(harmlessJson({ text }))).toEqual({ text })
    }),
  )
})

test.each([
  ['a\u001b[31mb', 'a\\x1b[31mb'],
  ['a\nb\r\t\u0007', 'a\\x0ab\\x0d\\x09\\x07'],
  ['\u009b31m', '\\x9b31m'],
  ['a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
  ['##[error]x ##vso[task] ##VSO[x]', '\\x23#[error]x \\x23#vso[task] \\x23#VSO[x]'],
  ['Überschwemmung in Straßburg – “so” 🌊 עברית', 'Überschwemmung in Straßburg – “so” 🌊 עברית'],
  ['## heading, #1, C#', '## heading, #1, C#'],
])('%j is shown as %s', (text, shown) => {
  expect(harmless(text)).toBe(shown)
})

test.each([
  ['drafts/a.md', 'drafts/a.md'],
  ['../a.md', '../a.md'],
  ['/a.md', '/a.md'],
  ['-', '-'],
  ['é.md', 'é.md'],
  ['-rf.md', './-rf.md'],
  ['::error::x.md', './::error::x.md'],
  ['  ::error::x.md', './  ::error::x.md'],
  ['"a".md', './"a".md'],
])('the path %j heads a line as %s', (path, shown) => {
  expect(harmlessPath(path)).toBe(shown)
})

const finding = {
  severity: 'error',
  rule: 'date-impossible',
  message: '"2027-02-30" is not a calendar date',
  path: 'flood.md',
  line: 4,
  column: 7,
} as const

const pretty = (source: string, column: number = finding.column, color = false) =>
  prettyFinding({ ...finding, column }, { color, sourceLine: () => source }).split('\n')

test('a finding is a line of place, severity, rule and message, the source line with a caret, and a hint', () => {
  const shown = prettyFinding(
    { ...finding, hint: 'write year, month and day' },
    {
      color: false,
      sourceLine: () => 'date: 2027-02-30',
    },
  )
  expect(shown).toBe(`flood.md:4:7 error date-impossible: "2027-02-30" is not a calendar date
    | date: 2027-02-30
    |       ^
    hint: write year, month and day`)
})

test.each([
  ['tabs', '\t\tdate: x', 9, 8],
  ['ideographs', '标题: x', 5, 6],
  ['accents', 'e\u0301e\u0301: x', 7, 4],
  ['control characters', '\u001b[1m: x', 7, 9],
  ['emoji', '🌊🌊: x', 7, 6],
])('the caret stands below its column behind %s', (_, source, column, columns) => {
  expect(pretty(source, column)[2]).toBe(`    | ${' '.repeat(columns)}^`)
})

test('a long line is shown around its place, and a long message is cut', () => {
  const [, line = '', caret = ''] = pretty(`${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`, 5001)
  expect(line.length).toBeLessThan(120)
  expect(line.slice(caret.indexOf('^'))).toMatch(/^HERE/)
  const long = prettyFinding({ ...finding, message: 'm'.repeat(1e6) }, { color: false })
  expect(long.length).toBeLessThan(1000)
})

test('what has no place shows no source line', () => {
  expect(pretty('---', 1)).toHaveLength(1)
  expect(pretty('   ', 1)).toHaveLength(1)
})

test('only colours are escape sequences', () => {
  const shown = pretty('date: \u001b[2J', 7, true).join('\n')
  expect(shown).toContain('\u001b[31merror\u001b[39m')
  expect(shown.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[^\n\P{Cc}]/u)
})

test('a summary counts what there is', () => {
  const summary = { built: 2, unchanged: 0, skipped: 1, failed: 1, seconds: 1.26 }
  expect(prettySummary({ version: 1, releases: [], summary })).toBe('2 built, 1 skipped, 1 failed in 1.3 s')
  const none = { built: 0, unchanged: 0, skipped: 0, failed: 0, seconds: 0 }
  expect(prettySummary({ version: 1, releases: [], summary: none })).toBe('nothing to do in 0.0 s')
})
