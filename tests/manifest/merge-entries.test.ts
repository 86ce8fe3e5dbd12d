import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import { keyOf, mergeEntries, writeManifest } from '../../src/manifest/merge-entries.ts'
import { readManifest } from '../../src/manifest/read-manifest.ts'
import type { ManifestEntry } from '../../src/manifest/schema.ts'

const HASH = 'a'.repeat(64)
const entry = (draft: string, year?: number, path = `${draft}-${year}.html`): ManifestEntry => ({
  draft,
  ...(year === undefined ? {} : { year }),
  letterhead: 'mission',
  embargoed: false,
  inputs: HASH,
  outputs: [{ format: 'html', path, bytes: 1, sha256: HASH }],
  findings: [],
})
const told = (entries: readonly ManifestEntry[]) =>
  entries.map(({ draft, year }) => `${draft} ${year ?? '-'}`)

test.each<[string, ManifestEntry[], ManifestEntry[], string[]]>([
  [
    'by draft, then year',
    [entry('b'), entry('a', 2027)],
    [entry('a', 993), entry('B')],
    ['B -', 'a 993', 'a 2027', 'b -'],
  ],
  [
    'a fresh entry for an old one',
    [entry('a', 2026), entry('a', 2027)],
    [entry('a', 2027)],
    ['a 2026', 'a 2027'],
  ],
  [
    'without a release whose file another has taken',
    [entry('a', 1, 'x.html'), entry('b', 1, 'y.html')],
    [entry('c', 1, 'x.html')],
    ['b 1', 'c 1'],
  ],
  ['with and without year apart', [entry('a')], [entry('a', 2027)], ['a -', 'a 2027']],
])('entries %s', (_, earlier, fresh, expected) => {
  expect(told(mergeEntries(earlier, fresh))).toEqual(expected)
})

test('in whatever order and portions releases come, the manifest is the same, and reads back', () => {
  const all = ['a', 'b', 'c/d', 'ü', '../e'].flatMap((draft) => [
    entry(draft),
    entry(draft, 2026),
    entry(draft, 2027),
  ])
  const whole = mergeEntries([], all)
  const text = writeManifest({ version: 1, tool: 'release 0.2.0', browser: null, entries: whole })
  expect(readManifest(Buffer.from(text))).toEqual({
    manifest: { version: 1, tool: 'release 0.2.0', browser: null, entries: whole },
  })
  // One line a release, so that a diff shows releases.
  expect(text.split('\n')).toHaveLength(all.length + 3)
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length), (shuffled, cut) => {
      const first = mergeEntries([], shuffled.slice(0, cut))
      expect(mergeEntries(first, shuffled.slice(cut))).toEqual(whole)
      expect(mergeEntries(whole, shuffled.slice(cut)).map(keyOf)).toEqual(whole.map(keyOf))
    }),
  )
})

test('whatever is read from a manifest and written again has the same bytes, with every key', () => {
  const finding: Finding = {
    severity: 'warning',
    rule: 'date-wrong',
    message: 'x',
    hint: 'y',
    path: '../a.md',
    line: 1,
    column: 2,
    end: { line: 1, column: 3 },
    fix: { safe: true, range: [1, 2], text: 'z', line: 1, column: 2, end: { line: 1, column: 3 } },
    related: [{ message: 'w', line: 4, column: 5 }],
  }
  const backwards = (value: unknown): unknown =>
    Array.isArray(value) || typeof value !== 'object' || value === null
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, backwards(inner)]),
        )
  const whole = { ...entry('a', 2027), findings: [finding] }
  const mirrored = { ...(backwards(whole) as ManifestEntry), findings: [backwards(finding) as Finding] }
  const write = (entries: ManifestEntry[]) =>
    writeManifest({ version: 1, tool: 'release 0.2.0', browser: null, entries })
  expect(write([mirrored])).toBe(write([whole]))
  expect(readManifest(Buffer.from(write([whole])))).toMatchObject({ manifest: { entries: [whole] } })
})
