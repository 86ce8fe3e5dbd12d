import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyFixes, safeFixes } from '../../src/check/apply-fixes.ts'
import { checked } from '../support/check.ts'
import { letterheadOf } from '../support/letterheads.ts'

const HEAD =
  '---\nheadline: H h\ndate: 2027-02-26\nlanguage: en\noccasion: {name: flood, date: 1992-02-26}\n---\n'

const words = fc.constantFrom(
  ...[
    'the',
    'the',
    'town',
    'town',
    '34th anniversary',
    'thirty-four years ago',
    '“',
    '”',
    '"',
    '‘',
    '’',
    '`',
    '*',
    '> ',
  ],
  ...[
    '\n',
    '\n\n',
    'TK',
    '[NAME]',
    '<https://x.example/the the>',
    '{{anniversary.ordinal}}',
    '# ',
    '| a | a |',
    '- ',
    '<!-- x -->',
  ],
  ...[
    'Tuesday, 26 February 2020',
    '[a a](https://x.example)',
    '`the the`',
    '“the the”',
    '\\*',
    '&amp;',
    '😀',
    '<b>',
    '1. ',
  ],
)
const bodies = fc.array(
  fc.oneof({ weight: 6, arbitrary: words }, fc.string({ unit: 'grapheme', maxLength: 8 })),
  { maxLength: 25 },
)
const drafts = bodies.map((parts) => `${HEAD}x ${parts.join(' ').replace(/[\r\u0000]/g, '')}\n`)

async function fixed(text: string, letterhead: Awaited<ReturnType<typeof letterheadOf>>): Promise<string> {
  let current = text
  for (let pass = 0; pass < 5; pass++) {
    const fixes = safeFixes(await checked(current, letterhead))
    if (fixes.length === 0) break
    current = applyFixes(current, fixes)
  }
  return current
}

/** What no fix may touch, in its order. */
function untouchable(text: string): string[] {
  return [...text.matchAll(/“[^“”"‘’'\n]*”|`[^`\n]+`|https?:\/\/[^\s<>]+/g)].map(([part]) => part)
}

test('any text is checked without an exception, and every place lies in it', async () => {
  const letterhead = await letterheadOf()
  await fc.assert(
    fc.asyncProperty(drafts, async (text) => {
      const lines = text.split('\n')
      for (const finding of await checked(text, letterhead)) {
        const all = [finding, ...(finding.fix ? [finding.fix] : []), ...(finding.related ?? [])]
        for (const { line, column, end } of all) {
          for (const place of end ? [{ line, column }, end] : [{ line, column }]) {
            expect(place.line).toBeLessThanOrEqual(lines.length)
            expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? 0) + 1)
          }
        }
        if (finding.fix) expect(finding.fix.range[1]).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 200 },
  )
})

test('fixes are idempotent, and leave quotations, code and addresses as they are', async () => {
  const letterhead = await letterheadOf()
  await fc.assert(
    fc.asyncProperty(drafts, async (text) => {
      const once = await fixed(text, letterhead)
      expect(await fixed(once, letterhead)).toBe(once)
      expect(untouchable(once)).toEqual(untouchable(text))
    }),
    { numRuns: 150 },
  )
})

test('fixes keep the line ends and the byte order mark of the file', async () => {
  const letterhead = await letterheadOf()
  const text = `${HEAD}In the the town.\nWe we\nthank.\n`
  const fixes = safeFixes(await checked(text, letterhead))
  expect(fixes).toHaveLength(3)
  const written = `\uFEFF${text.replaceAll('\n', '\r\n')}`
  expect(applyFixes(written, fixes)).toBe(`\uFEFF${applyFixes(text, fixes).replaceAll('\n', '\r\n')}`)
})
