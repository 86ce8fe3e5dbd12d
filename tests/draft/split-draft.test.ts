import { describe, expect, it } from 'vitest'
import { splitDraft } from '../../src/draft/split-draft.ts'
import { told } from '../support/findings.ts'

const REST = 'headline: H\n---\nbody\n'

/** What is told of a draft, without what all of it shares. */
function faultOf(source: string): string {
  const split = splitDraft(source)
  return 'finding' in split ? (told([split.finding])[0] ?? '').replace('error front-matter-syntax ', '') : ''
}

describe('the opening fence', () => {
  it.each(['---\n', '--- \n', '---\t \n'])('%j is one', (first) => {
    expect(splitDraft(first + REST)).toEqual({ yaml: 'headline: H\n', bodyStart: first.length + 16 })
  })

  const languages =
    'js javascript JS JavaScript coffee cson json toml constructor toString hasOwnProperty __proto__ #'
  const spellings = languages.split(' ').flatMap((name) => [`---${name}`, `--- ${name}`])
  it.each([...spellings, '---js ', '---\tjs', '---\u00a0js', '--- js \t'])(
    '%j names no language',
    (first) => {
      expect(faultOf(`${first}\n${REST}`)).toBe(
        `1:1: "${first.slice(3).trim()}" stands after the opening fence | front matter is YAML and names no language: a line with only ---`,
      )
    },
  )

  const none =
    'the draft has no front matter | a draft begins: --- / headline: A statement on the floods / date: 2027-02-26 / ---'
  it.each([
    ['---\u00a0', 'an unusual blank stands after the opening fence | a line with only three hyphens: ---'],
    ['----', 'the first line is "----" | three hyphens open the front matter: ---'],
    ['-----js', 'the first line is "-----js" | three hyphens open the front matter: ---'],
    ['+++', 'the front matter is TOML | write it as YAML between two lines ---'],
    ['\n---', 'a blank line stands before the front matter | begin the file with ---'],
    [' \t\n\n---', 'a blank line stands before the front matter | begin the file with ---'],
    [' ---', 'blanks stand before the opening fence | begin the file with ---'],
    ['\u00a0---', 'blanks stand before the opening fence | begin the file with ---'],
    ['--', none],
    ['# A statement', none],
    ['{"headline": "x"}', none],
  ])('is not %j', (first, expected) => {
    expect(faultOf(`${first}\n${REST}`)).toBe(`1:1: ${expected}`)
  })

  it('shows no more than the beginning of a long first line', () => {
    expect(faultOf(`---${'x'.repeat(9_000)}\n${REST}`).length).toBeLessThan(200)
  })
})

describe('the closing fence', () => {
  it.each([
    ['---\na: 1\n--- \t\nbody', 'a: 1\n', 'body'],
    ['---\na: 1\n---', 'a: 1\n', ''],
    ['---\n---\nbody', '', 'body'],
    ['---\na: |\n  ---\n---\nbody', 'a: |\n  ---\n', 'body'],
    ['---\na: 1\n---\nText\n---\nmore', 'a: 1\n', 'Text\n---\nmore'],
    ['---\na: 1\n---\n---js\nx', 'a: 1\n', '---js\nx'],
  ])('ends the front matter of %j', (source, yaml, body) => {
    const split = splitDraft(source)
    expect('yaml' in split && [split.yaml, source.slice(split.bodyStart)]).toEqual([yaml, body])
  })

  it.each(['--', ' ---', '----', '--- x', '---\u00a0', '...', '+++', '—', '–––'])(
    'is not %j, which is named',
    (line) => {
      expect(faultOf(`---\nheadline: H\n${line}\nbody\n`)).toBe(
        `3:1: the front matter is not closed: "${line}" is no closing fence | close it with a line of three hyphens: ---`,
      )
    },
  )

  it.each(['---', '---\n', '---\nheadline: H\n\n- a\n- b\n', '---\nplace: -- x\n\nbody'])(
    'is missing in %j',
    (source) => {
      expect(faultOf(source)).toBe(
        '1:1: the front matter is not closed | close it with a line of three hyphens: ---',
      )
    },
  )
})
