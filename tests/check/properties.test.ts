import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyFixes, safeFixes } from '../../src/check/apply-fixes.ts'
import type { Letterhead } from '../../src/letterhead/letterhead.ts'
import { checked } from '../support/check.ts'
import { letterheadOf } from '../support/letterheads.ts'
import { slipDrafts, wildDrafts } from '../support/slip-drafts.ts'

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

async function fixed(text: string, letterhead: Letterhead): Promise<string> {
  let current = text
  for (let pass = 0; pass < 5; pass++) {
    const fixes = safeFixes(await checked(current, letterhead))
    if (fixes.length === 0) break
    current = applyFixes(current, fixes)
  }
  return current
}

/** What no fix may touch: each kind in its order, for a mended mark may make one quotation of more text. */
const UNTOUCHABLE = [/“[^“”"‘’'\n]*”/g, /`[^`\n]+`/g, /https?:\/\/[^\s<>]+/g]

function partsOf(text: string, kind: RegExp): string[] {
  return [...text.matchAll(kind)].map(([part]) => part)
}

function* untilFound(parts: Iterator<string>, wanted: string): Generator<string> {
  for (let next = parts.next(); !next.done; next = parts.next()) {
    yield next.value
    if (next.value === wanted) return
  }
}

/** Runs of each property; `RUNS=5000 npx vitest run tests/check/properties.test.ts` looks longer. */
const RUNS = Number(process.env.RUNS ?? 200)

/** What of a check lies outside its text. */
async function outside(text: string, letterhead: Letterhead): Promise<unknown[]> {
  const lines = text.split('\n')
  const lies = ({ line, column }: { line: number; column: number }) =>
    line >= 1 && column >= 1 && column <= (lines[line - 1] ?? '').length + 1 && line <= lines.length
  return (await checked(text, letterhead)).filter((finding) => {
    const places = [finding, ...(finding.fix ? [finding.fix] : []), ...(finding.related ?? [])]
    const [start, end] = finding.fix?.range ?? [0, 0]
    const isOrdered = (one: (typeof places)[number]) =>
      one.end === undefined ||
      one.end.line > one.line ||
      (one.end.line === one.line && one.end.column >= one.column)
    return !(
      places.every((one) => lies(one) && (one.end === undefined || lies(one.end)) && isOrdered(one)) &&
      0 <= start &&
      start <= end &&
      end <= text.length
    )
  })
}

test('any text is checked without an exception, and every place lies in it', async () => {
  const letterhead = await letterheadOf()
  const texts = fc.oneof(
    drafts,
    wildDrafts,
    slipDrafts.map(({ text }) => text),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await outside(text, letterhead)).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

test('fixes are idempotent in any text of any language', async () => {
  const letterhead = await letterheadOf()
  await fc.assert(
    fc.asyncProperty(wildDrafts, async (text) => {
      const once = await fixed(text, letterhead)
      expect(await fixed(once, letterhead)).toBe(once)
    }),
    { numRuns: RUNS },
  )
})

test('slips of all rules in quotations, code and addresses of every language stay as they are, and the rest is mended', async () => {
  const letterhead = await letterheadOf()
  let [mended, quoted] = [0, 0]
  await fc.assert(
    fc.asyncProperty(slipDrafts, async ({ text, kept }) => {
      const once = await fixed(text, letterhead)
      expect(await fixed(once, letterhead)).toBe(once)
      const left = partsIn(once, kept)
      expect(left).toEqual(kept)
      if (once !== text) mended++
      if (kept.length > 0) quoted++
    }),
    { numRuns: RUNS },
  )
  // Else the drafts say nothing.
  expect(Math.min(mended, quoted)).toBeGreaterThan(RUNS / 4)
})

/** Those of the parts that stand in a text in their order. */
function partsIn(text: string, parts: readonly string[]): string[] {
  let from = 0
  return parts.filter((part) => {
    const at = text.indexOf(part, from)
    if (at >= 0) from = at + part.length
    return at >= 0
  })
}

test('a file with CRLF, CR or a byte order mark is mended as the same file with LF', async () => {
  const letterhead = await letterheadOf()
  const files = fc.record({
    text: slipDrafts.map((draft) => draft.text),
    lineEnd: fc.constantFrom('\r\n', '\r', '\n'),
    mark: fc.constantFrom('\uFEFF', ''),
  })
  await fc.assert(
    fc.asyncProperty(files, async ({ text, lineEnd, mark }) => {
      const written = mark + text.replaceAll('\n', lineEnd)
      const [found, same] = [await checked(written, letterhead), await checked(text, letterhead)]
      expect(found).toEqual(same)
      const [fixes, plain] = [safeFixes(found), applyFixes(text, safeFixes(same))]
      expect(applyFixes(written, fixes)).toBe(mark + plain.replaceAll('\n', lineEnd))
    }),
    { numRuns: RUNS / 2 },
  )
})

test('fixes of English are idempotent, and leave quotations, code and addresses as they are', async () => {
  const letterhead = await letterheadOf()
  await fc.assert(
    fc.asyncProperty(drafts, async (text) => {
      const once = await fixed(text, letterhead)
      expect(await fixed(once, letterhead)).toBe(once)
      // A mended slip of a scheme is one address more; what was there stands, in its order.
      for (const kind of UNTOUCHABLE) {
        const left = partsOf(once, kind).values()
        for (const part of partsOf(text, kind)) expect([...untilFound(left, part)]).toContain(part)
      }
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
