import { describe, expect, it } from 'vitest'
import { readYaml } from '../../src/yaml/read-yaml.ts'
import { told } from '../support/findings.ts'

/** What is told of a YAML text, without the severity and rule that all of it shares. */
function faultsOf(yaml: string): string[] {
  return told(readYaml(yaml, { rule: 'r' }).findings).map((line) => line.replace(/^error r /, ''))
}

describe('YAML that a data file has no need of is refused:', () => {
  const alias = 'write the value out, or quote it: "*"'
  const anchor = 'write the value out, or quote it: "&"'
  const tag = 'delete it, or put the value in quotes: "!…"'
  it.each([
    ['a: *x', `1:4: YAML alias "*x" | ${alias}`],
    ['a: &x 1', `1:7: YAML anchor "&x" | ${anchor}`],
    ['a: &x [*x]', `1:7: YAML anchor "&x" | ${anchor}`],
    ['<<: {a: 1}', '1:1: the key "<<" is not allowed | delete it'],
    ['a: !foo x', `1:4: YAML tag "!foo" | ${tag}`],
    ['a: !!js/function "x"', `1:4: YAML tag "!!js/function" | ${tag}`],
    ['a: !!python/object {}', `1:4: YAML tag "!!python/object" | ${tag}`],
    ['a: !!binary aGk=', `1:13: YAML tag "!!binary" | ${tag}`],
    ['a: !!set {x}', `1:10: YAML tag "!!set" | ${tag}`],
    ['a: !!timestamp 2027-02-26', `1:16: YAML tag "!!timestamp" | ${tag}`],
    ['a: !!str 5', `1:10: YAML tag "!!str" | ${tag}`],
    ['a: ! x', `1:6: YAML tag "!" | ${tag}`],
    ['%YAML 1.1\n---\na: no', '1:1: YAML directive "%YAML" | delete the line'],
    ['__proto__: {polluted: 1}', '1:1: the key "__proto__" is not allowed | delete it'],
    ['"__proto__": 1', '1:1: the key "__proto__" is not allowed | delete it'],
    ['a: [{constructor: {prototype: 1}}]', '1:6: the key "constructor" is not allowed | delete it'],
    ['a: {prototype: 1}', '1:5: the key "prototype" is not allowed | delete it'],
    ['? [a]\n: x', '1:3: a key that is no text | write `key: value` lines'],
    [': x', '1:1: a key that is no text | write `key: value` lines'],
    ['a: 1\n...\nb: 2', '3:1: a second YAML document begins here | delete the line "---" or "..."'],
    ['a: 1\n--- b\nc: 2', '2:1: a second YAML document begins here | delete the line "---" or "..."'],
  ])('%j', (yaml, expected) => {
    expect(faultsOf(yaml)).toEqual([expected])
  })

  it('nothing of it reaches a prototype', () => {
    readYaml('__proto__: {polluted: 1}\na: {__proto__: {polluted: 1}}', { rule: 'r' })
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

describe('a repeated key is told with both lines:', () => {
  it.each([
    ['a: 1\nb: 2\na: 3', '3:1: the key "a" stands in line 1 already | keep one of them'],
    ['"a": 1\na: 3', '2:1: the key "a" stands in line 1 already | keep one of them'],
    ['x:\n  a: 1\n  b: 2\n  a: 3', '4:3: the key "a" stands in line 2 already | keep one of them'],
    ['a: 0\nx: {a: 1, a: 2}', '2:11: the key "a" stands in line 2 already | keep one of them'],
  ])('%j', (yaml, expected) => {
    expect(faultsOf(yaml)).toEqual([expected])
  })
})

describe('slips of the pen get a hint of their own:', () => {
  const braces =
    'a value that begins with "{{" is not text to YAML | put the whole value in quotes: "{{…}} …"'
  it.each([
    ['headline: {{x}} flood', `1:11: ${braces}`],
    ['headline: {{x}}', `1:11: ${braces}`],
    ['notes:\n  - {{x}} is', `2:5: ${braces}`],
    ['tags: [{{x}}, b]', `1:8: ${braces}`],
    [
      'headline: "\\{{x}}"',
      '1:12: "\\{" is no escape inside double quotes | use single quotes: headline: \'\\{{…\'',
    ],
    [
      'place: "a \\q b"',
      "1:11: a backslash inside double quotes begins an escape | use single quotes: place: '…'",
    ],
    [
      'headline: Ruritania: a statement',
      '1:11: a value that holds ": " must be quoted | put the value in quotes: headline: "Ruritania: a statement"',
    ],
    [
      'summary: The following:',
      '1:10: a value that holds ": " must be quoted | put the value in quotes: summary: "Ruritania: a statement"',
    ],
    [
      'notes:\n  - Note: see this: that',
      '2:11: a value that holds ": " must be quoted | put the value in quotes: - "Ruritania: a statement"',
    ],
    ['headline:A\ndate: x', '1:1: a blank is missing behind "headline:" | write it so: headline: …'],
    [
      'headline: "abc\ndate: 2027-02-26',
      '1:11: a quotation mark is not closed | close it on the same line: "…"',
    ],
    [
      'headline: "abc\nplace: "New York"',
      '1:11: a quotation mark is not closed | close it on the same line: "…"',
    ],
    [
      'headline: "one\ntwo"\ndate: x',
      '1:11: a quoted value goes on in lines that are not indented | put two blanks before each line that goes on, or write the value on one line',
    ],
    [
      "headline: 'it's'",
      '1:15: text stands behind the closing quotation mark | put the whole value in the other quotation marks: headline: "Ruritania\'s statement"',
    ],
    [
      'headline: "A" and "B"',
      '1:15: text stands behind the closing quotation mark | put the whole value in the other quotation marks: headline: \'"Strelsau" and "Zenda"\'',
    ],
    ['vars:\n\ta: 1', '2:1: a tab indents this line | indent with blanks'],
    [
      'place: @home',
      '1:8: not YAML: plain value cannot start with reserved character @ | put the value in quotes: place: "…"',
    ],
    ['place: *', '1:8: YAML alias "*" | write the value out, or quote it: "*"'],
    [
      'a: 1\njust words',
      '2:1: not YAML: implicit map keys need to be followed by map values | write `key: value` lines; quote values with special characters',
    ],
  ])('%j', (yaml, expected) => {
    expect(faultsOf(yaml)).toEqual([expected])
  })

  it('is told once a line, and for every line that has one', () => {
    expect(faultsOf('a: b: c\nd: 1\ne: {{x}} y\n')).toEqual([
      expect.stringContaining('1:4: a value that holds ": "'),
      expect.stringContaining('3:4: a value that begins with "{{"'),
    ])
  })
})

describe('a hostile file is refused and harms nothing:', () => {
  const laughs = Array.from(
    { length: 9 },
    (_, i) => `l${i}: &l${i} [${i === 0 ? 'lol' : `*l${i - 1}`.repeat(1)}]`,
  )
  const deep = 'nested (?:more than 20|too) deep'
  it.each<[fact: string, yaml: string, expected: RegExp]>([
    ['a billion laughs', laughs.join('\n'), /YAML anchor "&l0"/],
    ['10,000 nested [', `a: ${'['.repeat(10_000)}`, new RegExp(deep)],
    ['10,000 nested { in order', `a: ${'{a: '.repeat(5_000)}`, new RegExp(deep)],
    ['21 closed lists', `a: ${'['.repeat(21)}${']'.repeat(21)}`, new RegExp(deep)],
    [
      '300 nested blocks',
      Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      new RegExp(deep),
    ],
    ['5,000 dashes', `a:\n  ${'- '.repeat(5_000)}`, new RegExp(deep)],
    [
      '1 MB',
      `a: ${'b'.repeat(1_000_000)}`,
      /1:1: 1000003 characters of YAML, more than the 65536 that are read/,
    ],
    ['8,000 equal keys', 'a: 1\n'.repeat(8_000), /2:1: the key "a" stands in line 1 already/],
  ])('%s', (_, yaml, expected) => {
    expect(faultsOf(yaml)[0]).toMatch(expected)
  })

  it('20 levels are read', () => {
    expect(faultsOf(`a: ${'['.repeat(19)}${']'.repeat(19)}`)).toEqual([])
  })
})

describe('places', () => {
  const text = '# comment\nheadline: Hé\nlist:\n  - a\n  - {b: 1, 007: x}\n'
  const { data } = readYaml(text, { firstLine: 2, rule: 'r' })
  it.each<[path: (string | number)[], line: number, column: number]>([
    [[], 3, 1],
    [['headline'], 3, 11],
    [['list', 0], 5, 5],
    [['list', 1, 'b'], 6, 9],
    [['list', 1, '007'], 6, 17],
    [['list', 7], 5, 3],
    [['nothing', 'here'], 3, 1],
  ])('of the value %j: %i:%i', (path, line, column) => {
    expect(data?.placeOf(path)).toMatchObject({ line, column })
  })
  it('of a key', () => {
    expect(data?.placeOfKey(['list', 1, '007'])).toEqual({
      line: 6,
      column: 12,
      end: { line: 6, column: 15 },
    })
  })
  it('end behind the last character', () => {
    expect(data?.placeOf(['headline'])).toEqual({ line: 3, column: 11, end: { line: 3, column: 13 } })
  })
})
