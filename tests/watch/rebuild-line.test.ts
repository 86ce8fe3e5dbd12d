import { expect, test } from 'vitest'
import { type Rebuild, rebuildLine } from '../../src/watch/rebuild-line.ts'

const AT = new Date(2027, 1, 26, 12, 3, 7)

const release = (status: 'built' | 'unchanged' | 'skipped' | 'failed', draft = 'flood.md', why?: string) => ({
  status,
  draft,
  why,
})

test.each<[string, Partial<Rebuild>]>([
  ['12:03:07 nothing to build', { releases: [release('unchanged'), release('skipped')] }],
  [
    '12:03:07 built flood.md in 0.2 s (the draft has changed)',
    { releases: [release('unchanged', 'a.md'), release('built', 'flood.md', 'the draft has changed')] },
  ],
  ['12:03:07 failed flood.md in 0.2 s', { releases: [release('failed', 'flood.md', 'new')] }],
  [
    '12:03:07 built flood.md for 2027 in 0.2 s (new)',
    { releases: [{ ...release('built', 'flood.md', 'new'), year: 2027 }] },
  ],
  [
    '12:03:07 2 failed, 1 built in 0.2 s',
    { releases: [release('failed'), release('built'), release('failed')] },
  ],
  [
    '12:03:07 2 built in 0.2 s',
    { releases: [release('built', 'a.md', 'new'), release('built', 'b.md', 'the draft has changed')] },
  ],
  [
    '12:03:07 2 built in 0.2 s (the letterhead has changed)',
    { releases: ['a.md', 'b.md'].map((draft) => release('built', draft, 'the letterhead has changed')) },
  ],
  ['12:03:07 dropped flood.md in 0.2 s (the draft is gone)', { gone: [{ draft: 'flood.md' }] }],
  [
    '12:03:07 1 built, 2 dropped in 0.2 s (new)',
    { releases: [release('built', 'c.md', 'new')], gone: [{ draft: 'a' }, { draft: 'b', year: 2027 }] },
  ],
  ['12:03:07 built ./::error::x\\x1b.md in 0.2 s', { releases: [release('built', '::error::x\u001b.md')] }],
])('%s', (line, rebuild) => {
  expect(rebuildLine({ releases: [], gone: [], seconds: 0.23, ...rebuild }, AT)).toBe(line)
})
