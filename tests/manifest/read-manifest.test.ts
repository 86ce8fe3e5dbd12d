import { describe, expect, test } from 'vitest'
import { isInnerPath, manifestName, parseManifestName } from '../../src/manifest/manifest-name.ts'
import { readManifest } from '../../src/manifest/read-manifest.ts'
import type { Manifest } from '../../src/manifest/schema.ts'

const HASH = 'a'.repeat(64)
const MANIFEST: Manifest = {
  version: 1,
  tool: 'release 0.2.0',
  browser: null,
  entries: [
    {
      draft: '../drafts/flood.md',
      year: 2027,
      letterhead: 'mission',
      embargoed: false,
      inputs: HASH,
      outputs: [{ format: 'pdf', path: 'flood-2027.pdf', bytes: 12, sha256: HASH, pages: 1 }],
      findings: [],
    },
  ],
}
const read = (value: unknown) => readManifest(Buffer.from(JSON.stringify(value)))

test('a manifest reads back as it is', () => {
  expect(read(MANIFEST)).toEqual({ manifest: MANIFEST })
})

test('a key that is not known yet is passed over', () => {
  expect(read({ ...MANIFEST, later: true })).toEqual({ manifest: MANIFEST })
})

describe('what is no manifest has a reason', () => {
  const [entry] = MANIFEST.entries
  test.each<[string, Uint8Array | unknown, RegExp]>([
    ['nothing', new Uint8Array(), /^is empty$/],
    ['no JSON', Buffer.from('{"version": 1'), /^is not JSON in UTF-8$/],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), /^is not JSON in UTF-8$/],
    ['null', null, /"version" is not 1$/],
    ['a list', [MANIFEST], /"version" is not 1$/],
    ['a version of the past', { ...MANIFEST, version: 0 }, /"version" is not 1$/],
    ['a version of the future', { ...MANIFEST, version: 2 }, /^has version 2, and this release reads 1$/],
    ['no entries', { version: 1, tool: 'x', browser: null }, /^is damaged: entries /],
    [
      'a wrong hash',
      { ...MANIFEST, entries: [entry, { ...entry, inputs: 'x' }] },
      /^is damaged: entries\[1\]\.inputs /,
    ],
  ])('%s', (_, value, reason) => {
    const result = value instanceof Uint8Array ? readManifest(value) : read(value)
    expect(result).toMatchObject({ reason: expect.stringMatching(reason), hint: expect.any(String) })
  })
})

test('names of manifests', () => {
  expect(manifestName()).toBe('release.manifest.json')
  expect(manifestName({ index: 2, count: 3 })).toBe('release.manifest.2-of-3.json')
  expect(parseManifestName('release.manifest.json')).toEqual({})
  expect(parseManifestName('release.manifest.2-of-3.json')).toEqual({ shard: { index: 2, count: 3 } })
  const others = ['release.manifest.4-of-3.json', 'release.manifest.0-of-3.json', 'manifest.json', 'a.json']
  for (const name of others) expect(parseManifestName(name), name).toBeUndefined()
})

test('a path stays below its folder or is refused', () => {
  for (const path of ['a.html', 'a/b.html', '..a/b..html', '.hidden.txt', 'back\\slash.html'])
    expect(isInnerPath(path)).toBe(true)
  const outer = [
    '../a',
    'a/../../b',
    '/etc/passwd',
    'C:/a',
    'a\\..\\b',
    '\\a',
    'a\\../b',
    'a//b',
    './a',
    '',
    'a/',
    'a\u0000b',
  ]
  for (const path of outer) expect(isInnerPath(path), path).toBe(false)
})
