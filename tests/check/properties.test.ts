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
    'town - and',
    'town--and',
    'town , and',
    'town,and',
    'to\u200bwn',
    'cafe\u0301',
    'Strels\u0430u',
    'the 1990’s',
    "it's own",
    '"town"',
    '«town»',
    '(',
    ')',
    'a  b',
    '<b>',
    '1. ',
  ],
  ...[
    'the 28 anniversary',
    '21th',
    'on 26th february, 2027',
    '26/02/2026',
    '1991-1992',
    'twenty two',
    'hundreds people',
    'twenty-eighth years',
    '\n\n26 February 2026\n\n',
  ],
)
const slips = fc.constantFrom(
  ...[
    'https//x.example',
    '[x](http:/x.example)',
    'www.x.example',
    '\n\n#### x\n',
    '\n\n## x\n',
    '\n\n-more-\n\n',
  ],
  ...[
    '\n\n1992. x',
    '\n\n26. February',
    '**',
    'New York, NY, 10017.',
    '[^1]',
    '![](x)',
    'Tel: 555-0142',
    'a@b,c',
  ],
)
const bodies = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: words },
    { weight: 4, arbitrary: slips },
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
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

function* untilFound(parts: Iterator<string>, wanted: string): Generator<string> {
  for (let next = parts.next(); !next.done; next = parts.next()) {
    yield next.value
    if (next.value === wanted) return
  }
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
      // A mended slip of a scheme is one address more; what was there stands, in its order.
      const left = untouchable(once).values()
      for (const part of untouchable(text)) expect([...untilFound(left, part)]).toContain(part)
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
