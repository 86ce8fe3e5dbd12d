import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/draft/front-matter.ts'
import { told } from '../support/findings.ts'

/** What is told of front matter whose line 2 is a headline, line 3 a date, and line 4 and on these. */
function faultsOf(lines: string): string[] {
  return told(readFrontMatter(`headline: H\ndate: 2027-02-26\n${lines}\n`, undefined).findings)
}

describe('all faults at once', () => {
  it('are told, each at its place', () => {
    const yaml =
      'titel: x\nkind: statment\ndate: 2027-02-30\nlinks: [foo, "https://a.example", {label: b}]\nstatus: final\n'
    expect(told(readFrontMatter(yaml, undefined).findings).map((line) => line.split(' |')[0])).toEqual([
      'warning front-matter-unknown-key 2:1: unknown key "titel"',
      'error front-matter-invalid 2:1: "headline" is missing',
      'error front-matter-invalid 3:7: "statment" is no kind',
      'error date-impossible 4:7: "2027-02-30" is not a calendar date',
      'error front-matter-invalid 5:9: "foo" is not a link address',
      'error front-matter-invalid 5:35: "links.3.url" is missing',
      'error front-matter-invalid 6:9: "final" is no status',
    ])
  })

  it('of unknown keys and values within one list are told together', () => {
    expect(
      faultsOf('contacts: [{name: A, phon: 1, email: nix}, {rol: x}]').map((line) => line.split(' |')[0]),
    ).toEqual([
      'warning front-matter-unknown-key 4:22: unknown key "phon"',
      'error front-matter-invalid 4:38: "nix" is not an e-mail address',
      'error front-matter-invalid 4:44: "contacts.2.name" is missing',
      'warning front-matter-unknown-key 4:45: unknown key "rol"',
    ])
  })

  it.each([
    [
      'title: x',
      'error front-matter-invalid 4:1: "title" and "headline" are the same field | keep "headline"',
    ],
    [
      'lang: en\nlanguage: fr',
      'error front-matter-invalid 4:1: "lang" and "language" are the same field | keep "language"',
    ],
  ])('include two spellings of one key: %j', (lines, expected) => {
    expect(faultsOf(lines)).toEqual([expected])
  })
})

describe('front matter that is no map', () => {
  it.each([
    [
      '- a\n- b\n',
      'error front-matter-invalid 2:1: expected `key: value` lines, got a list | for example: headline: A statement on the floods',
    ],
    [
      'hello\n',
      'error front-matter-invalid 2:1: expected `key: value` lines, got "hello" | for example: headline: A statement on the floods',
    ],
    [
      '42\n',
      'error front-matter-invalid 2:1: expected `key: value` lines, got "42" | for example: headline: A statement on the floods',
    ],
    ['', 'error front-matter-syntax 1:1: the front matter is empty | write at least a headline and a date'],
    [
      '\n  \n',
      'error front-matter-syntax 1:1: the front matter is empty | write at least a headline and a date',
    ],
    [
      '# headline: x\n',
      'error front-matter-syntax 1:1: the front matter is empty | write at least a headline and a date',
    ],
  ])('%j is refused', (yaml, expected) => {
    expect(told(readFrontMatter(yaml, undefined).findings)).toEqual([expected])
  })

  it('gives the same error when it is read again', () => {
    const yaml = 'headline: [\n'
    const once = told(readFrontMatter(yaml, undefined).findings)
    expect(once).toHaveLength(1)
    expect(told(readFrontMatter(yaml, undefined).findings)).toEqual(once)
  })
})
