import { describe, expect, it } from 'vitest'
import { ReleaseError } from '../../src/finding.ts'
import { outputName, type PlannedDraft, planOutputs } from '../../src/write/plan-outputs.ts'

function planned(path: string, slug?: string, folder = '/out'): PlannedDraft {
  return { path, file: `/drafts/${path}`, folder, slug }
}

/** What planning says against these drafts: `draft: message`. */
function faultsOf(...drafts: PlannedDraft[]): string[] {
  try {
    planOutputs(drafts, ['html', 'pdf', 'text'])
    return []
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    expect(error).toMatchObject({ rule: 'output-collision', exitCode: 2 })
    return error.findings.map(({ path, message }) => `${path}: ${message}`)
  }
}

describe('outputs are named', () => {
  it('by slug, else by file, else stdin', () => {
    expect(outputName({ file: '/d/2027-02-26 flood.md', slug: 'flood' })).toBe('flood')
    expect(outputName({ file: '/d/2027-02-26 flood.md', slug: undefined })).toBe('2027-02-26 flood')
    expect(outputName({ file: '/d/a.b.markdown', slug: undefined })).toBe('a.b')
    expect(outputName({ file: '/d/.md', slug: undefined })).not.toBe('')
    expect(outputName({ file: undefined, slug: undefined })).toBe('stdin')
  })

  it('with an ending for each format', () => {
    const one = planned('a.md')
    expect([...(planOutputs([one], ['html', 'text']).get(one)?.values() ?? [])]).toEqual([
      '/out/a.html',
      '/out/a.txt',
    ])
  })
})

describe('collisions stop the run before anything is written:', () => {
  it.each<[fact: string, drafts: PlannedDraft[], faults: string[]]>([
    ['different names are fine', [planned('a.md'), planned('b.md')], []],
    ['one name in two folders is fine', [planned('a.md', 'x', '/out/1'), planned('b.md', 'x', '/out/2')], []],
    [
      'two slugs',
      [planned('a.md', 'x'), planned('b.md', 'x')],
      ['b.md: would write the same file as "a.md": x.html'],
    ],
    [
      'a slug and a file',
      [planned('x.md'), planned('b.md', 'x')],
      ['b.md: would write the same file as "x.md": x.html'],
    ],
    [
      'letter case',
      [planned('News.md'), planned('news.md')],
      ['news.md: would write the same file as "News.md": news.html'],
    ],
    [
      'Unicode forms',
      [planned('caf\u00e9.md'), planned('cafe\u0301.md')],
      ['cafe\u0301.md: would write the same file as "caf\u00e9.md": cafe\u0301.html'],
    ],
    [
      'three drafts, each told',
      [planned('a.md', 'x'), planned('b.md', 'X'), planned('c.md', 'x')],
      [
        'b.md: would write the same file as "a.md": X.html',
        'c.md: would write the same file as "a.md": x.html',
      ],
    ],
    [
      'an output over a draft',
      [planned('a.html', 'b', '/drafts'), planned('b.txt', undefined, '/drafts')],
      ['a.html: would overwrite the draft "b.txt"'],
    ],
    [
      'a long name',
      [planned(`${'ä'.repeat(126)}.md`)],
      [expect.stringContaining("the output's name has more than 255 bytes")],
    ],
    ...['con', 'PRN', 'aux', 'nul', 'com1', 'LPT9', 'nul.txt'].map(
      (name): [string, PlannedDraft[], string[]] => [
        `the name ${name}`,
        [planned(`${name}.md`)],
        [`${name}.md: "${name}" is a reserved file name on Windows`],
      ],
    ),
  ])('%s', (_, drafts, faults) => {
    expect(faultsOf(...drafts)).toEqual(faults)
  })

  it.each(['console', 'com', 'null', 'lpt10'])('%s is a name like any other', (name) => {
    expect(faultsOf(planned(`${name}.md`))).toEqual([])
  })
})
