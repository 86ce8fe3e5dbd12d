import { describe, expect, test } from 'vitest'
import { told } from '../support/findings.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

const OUT = 'for literal braces: \\{{, or expressions: false'

/** Findings of a draft whose body begins in line 6, or later by the lines of front matter given. */
async function findingsOf(body: string, frontMatter: readonly string[] = [], year?: number) {
  const occasion = 'occasion: {name: Strelsau flood, date: 1992-02-26}'
  const text = draft([occasion, ...frontMatter], `${body}\n`)
  const { findings } = await releaseOf(text, year === undefined ? {} : { year })
  return told(findings)
}

describe('an empty variable', () => {
  test.each([
    ['vars: {x: ""}', '5:11'],
    ['vars: {x: }', '5:11'],
    ['vars: {"x": null}', '5:13'],
  ])('of %s is told of once, at its key', async (line, place) => {
    expect(await findingsOf('a {{vars.x}} b {{vars.x}}', [line])).toEqual([
      `error expression-unknown ${place}: "vars.x" is empty | give it a value, or take {{vars.x}} out of the text`,
    ])
  })

  test('that nothing asks for is no matter', async () => {
    expect(await findingsOf('a', ['vars: {x: "", y: 1}'])).toEqual([])
  })
})

describe('what is wrong with an expression', () => {
  const example = 'write a name, {{anniversary.ordinal}}, or a helper before one, {{date occasion.date}}'
  test.each([
    ['{{}}', 'there is nothing between the braces', example],
    ['{{ }}', 'there is nothing between the braces', example],
    ['{{#if x}}', '"{{#if x}}" cannot be read', example],
    ['{{> masthead}}', '"{{> masthead}}" is no value', example],
    ['{{! note}}', '"{{! note}}" is no value', example],
    ['{{"x"}}', '"{{"x"}}" is no value', example],
    ['{{../release.year}}', '"{{../release.year}}" is no value', example],
    ['{{@root}}', '"{{@root}}" is no value', example],
    ['{{this}}', '"{{this}}" is no value', example],
    ['{{vars.[towns]}}', '"{{vars.[towns]}}" is no value', example],
    ['{{date "1992"}}', '"{{date "1992"}}" has a value that is no name', example],
    ['{{{release.year}}}', '"{{{release.year}}}" has three braces', 'two are enough: {{occasion.name}}'],
    [
      '{{~release.year~}}',
      '"{{~release.year~}}" has a mark at its braces',
      'only the name goes between them',
    ],
    [
      '{{capitalize date release.date}}',
      '"{{capitalize date release.date}}" has more than one value',
      'nest them: {{capitalize (date release.date)}}',
    ],
    [
      '{{anniversary.ordinal case=gen}}',
      'the value of case in "{{anniversary.ordinal case=gen}}" is not in quotation marks',
      'write case="gen"',
    ],
    ['{{open', 'the braces are not closed', 'close them with }}'],
    [
      '{{anniversary.*ordinal*}}',
      'formatting or a link stands inside the braces',
      'put it around them: *{{anniversary.ordinal}}*',
    ],
    [
      '{{<https://x.example>}}',
      'formatting or a link stands inside the braces',
      'put it around them: *{{anniversary.ordinal}}*',
    ],
    [
      '{{anniversary.`ordinal`}}',
      'formatting or a link stands inside the braces',
      'put it around them: *{{anniversary.ordinal}}*',
    ],
    ['{{date\nrelease.date}}', 'a line ends inside the braces', 'write the expression on one line'],
  ])('%s is no expression', async (body, message, cure) => {
    expect(await findingsOf(`x ${body}`)).toEqual([
      `error expression-syntax 6:3: ${message} | ${cure}; ${OUT}`,
    ])
  })

  test('one of parentheses without end is not followed into them', async () => {
    const depth = 5_000
    const expression = `{{capitalize ${'(capitalize '.repeat(depth)}release.year${')'.repeat(depth)}}}`
    expect(await findingsOf(expression)).toEqual([
      `error expression-syntax 6:1: "${expression.slice(0, 60)}…" is longer than any expression | ${example}; ${OUT}`,
    ])
  })

  test('of faults without number the first hundred are told', async () => {
    const lines = Array.from({ length: 300 }, (_, i) => `{{nothing${i}}}`)
    expect(await findingsOf(lines.join('\n'))).toHaveLength(100)
  })

  test.each([
    ['anniversary.ordnal', 'there is no "anniversary.ordnal"', 'did you mean "anniversary.ordinal"?'],
    [
      'anniversary.ordinalWords',
      'there is no "anniversary.ordinalWords"',
      'did you mean "anniversary.ordinal_words"?',
    ],
    ['ordinal', 'there is no "ordinal"', 'did you mean "anniversary.ordinal"?'],
    ['year', 'there is no "year"', 'did you mean "release.year"?'],
    ['vars.tows', 'there is no "vars.tows"', 'did you mean "vars.towns"?'],
    ['vars.constructor', 'there is no "vars.constructor"', 'add it: vars: {constructor: 30};'],
    ['vars.toString', 'there is no "vars.toString"', 'add it: vars: {toString: 30};'],
    ['capitalise release.year', 'there is no helper "capitalise"', 'did you mean "capitalize"?'],
    ['lookup release.year', 'there is no helper "lookup"', 'known: capitalize, date;'],
    ['anniversary.ordinal cse="gen"', 'there is no option "cse"', 'did you mean "case"?'],
    ['occasion.date', '"occasion.date" is a date', 'write {{date occasion.date}};'],
    ['release.date', '"release.date" is a date', 'write {{date release.date}};'],
    ['date vars.towns', '"vars.towns" is no date', 'write {{date occasion.date}} or {{date release.date}};'],
    [
      'date release.year',
      '"release.year" is no date',
      'write {{date occasion.date}} or {{date release.date}};',
    ],
    ['anniversary.years_ago case="gen"', '"anniversary.years_ago" has no case', 'leave out case="gen";'],
    ['vars.towns gender="f"', '"vars.towns" has no gender', 'leave out gender="f";'],
    ['occasion.name gender="f"', '"occasion.name" has no gender', 'leave out gender="f";'],
    ['anniversary.ordinal case="gen"', 'English numbers have no case', 'leave out case="gen";'],
  ])('{{%s}} is not known', async (expression, message, cure) => {
    expect(await findingsOf(`x {{${expression}}}`, ['vars: {towns: 30}'])).toEqual([
      `error expression-unknown 7:3: ${message} | ${cure} ${OUT}`,
    ])
  })

  test('an anniversary without an occasion', async () => {
    const { findings } = await releaseOf(
      draft([], '{{anniversary.ordinal}} {{occasion.nme}} {{release.year}}\n'),
    )
    expect(told(findings)).toEqual([
      `error expression-unknown 5:1: "anniversary.ordinal" needs an occasion in the front matter | add occasion: {name: Strelsau flood, date: 1992-02-26}; ${OUT}`,
      `error expression-unknown 5:25: there is no "occasion.nme" | did you mean "occasion.name"? ${OUT}`,
    ])
  })

  test('words beyond 999 name the figures', async () => {
    const text = draft(['occasion: {name: x, date: 1000-02-26}'], '{{anniversary.ordinal_words}}\n')
    expect(told((await releaseOf(text)).findings)).toEqual([
      `error expression-unknown 6:1: 1027 has no words: they end at 999 | use figures: {{anniversary.ordinal}}; ${OUT}`,
    ])
  })

  test('words in a language without them', async () => {
    const findings = await findingsOf('{{anniversary.years_ago}}', ['language: it'])
    expect(findings.filter((line) => line.startsWith('error'))).toEqual([
      'error language-unsupported 7:1: no anniversary words in "it" | write them out; figures work: {{anniversary.years}} gives 28',
    ])
  })

  test.each([
    ['{{occasion.name}}', '4:18', 'front-matter-invalid'],
    ['{{occasion.name case="gen"}}', '7:1', 'expression-unknown'],
  ])('a name that lacks a form: %s', async (body, place, rule) => {
    const text = draft(
      ['occasion: {name: {ru: {nom: потоп}}, date: 1992-02-26}', 'language: ru'],
      `${body}\n`,
    )
    expect(told((await releaseOf(text)).findings)).toEqual([
      expect.stringContaining(`error ${rule} ${place}: the name in "ru" has no form "gen"`),
    ])
  })
})

describe('the place of an expression', () => {
  const BAD = '{{anniversary.ordnal}}'

  /** The one finding stands where the faulty expression stands in the draft as written. */
  async function expectAt(body: string, lines: readonly string[]): Promise<void> {
    const text = draft(['occasion: {name: Strelsau flood, date: 1992-02-26}', ...lines], `${body}\n`)
    const before = text.slice(0, text.indexOf(BAD)).split('\n')
    const place = { line: before.length, column: (before.at(-1) ?? '').length + 1 }
    const { findings } = await releaseOf(text)
    expect(findings).toMatchObject([
      { rule: 'expression-unknown', ...place, end: { ...place, column: place.column + BAD.length } },
    ])
  }

  test.each([
    ['behind others', `{{release.year}} and {{occasion.name}} ${BAD}`],
    ['behind character references and escapes', `&amp; \\* &#123; ${BAD}`],
    ['behind literal braces', `\\{{x}} } &lbrace;{ {\\{ ${BAD}`],
    ['in a quotation', `> {{release.year}}\n>   more ${BAD}`],
    ['in a lazy line of a list', `- a\n  - {{release.year}}\n${BAD}`],
    ['in a heading', `## The ${BAD} ##`],
    ['in a table', `| a | b |\n|---|---|\n| {{release.year}} | ${BAD} |`],
    ['in an address', `[a {{release.year}}](https://x.example/{{release.year}}/${BAD})`],
    ['in an autolink, told once', `<https://x.example/${BAD}>`],
    ['in a definition', `[one][a]\n\n[a]: https://x.example/${BAD}`],
    ['in a footnote', `a[^1]\n\n[^1]: {{release.year}} ${BAD}`],
    ['in a line behind a hard break', `a\\\n{{release.year}} ${BAD}`],
  ])('%s', async (_, body) => {
    await expectAt(body, [])
  })

  test.each([
    ['plain', [`subheadline: a {{release.year}} ə ${BAD}`]],
    ['in double quotes', [`subheadline: "\\u00e9 \\x7bq {{release.year}} ${BAD}"`]],
    ['in single quotes', [`subheadline: 'it''s {{release.year}} ${BAD}'`]],
    ['in a literal block', ['headline: |-', '  One  {{release.year}}', `    two ${BAD}`]],
    ['in a folded block', ['subheadline: >-', '  One {{release.year}}', '', `  two ${BAD}`]],
    ['over lines', ['subheadline: One {{release.year}}', `   two ${BAD}`]],
    ['by an alias', [`subtitle: a ${BAD}`]],
    ['in keywords with commas', [`keywords: a {{release.year}}, ${BAD}, c`]],
    ['in a list of keywords', [`keywords: [a, "{{release.year}}", "${BAD}"]`]],
    ['in Markdown', ['notes_to_editors:', `  - "&amp; {{release.year}} *a* ${BAD}"`]],
    ['in a block of Markdown', ['boilerplate: |', '  One \\{{', '', `  > two {{release.year}} ${BAD}`]],
    ['in an address', [`links: [{url: "https://x.example/${BAD}"}]`]],
  ])('in the front matter, %s', async (_, lines) => {
    await expectAt('Text.', lines)
  })

  test.each([
    ['<div>{{release.year}}</div>', '6:6'],
    ['> <div>\n> a {{release.year}}\n> </div>', '7:5'],
    ['<p>{{release.year\n}}</p>', '6:4'],
    ['<p>{{release.year</p>', '6:4'],
  ])('of one inside HTML, which is not replaced: %s', async (body, place) => {
    expect(await findingsOf(body)).toEqual([
      `error expression-syntax ${place}: an expression inside HTML is not replaced | write it in Markdown, with blank lines around it; for literal braces: &#123;&#123;, or expressions: false`,
    ])
  })

  test('braces inside HTML that are meant are character references there', async () => {
    expect(await findingsOf('<p>&#123;&#123;x}}</p>')).toEqual([])
  })

  test.each([
    ['![a](pictures/{{release.year}}.jpg)', '6:15'],
    ['![a {{release.year}}]({{vars.file}} "c {{release.year}}")', '6:23'],
    ['![a][p]\n\n[p]: {{release.year}}.jpg', '6:1'],
  ])('of one in the address of a picture, which is not replaced: %s', async (body, place) => {
    expect(await findingsOf(body)).toEqual([
      `error expression-syntax ${place}: an expression in the address of a picture is not replaced | write the file's own name: ![What it shows](images/photo.jpg); for literal braces: %7B%7B, or expressions: false`,
    ])
  })

  test('ends behind the expression', async () => {
    const text = draft(['vars: {a: b}'], 'x {{release.yeer}} y\n')
    expect((await releaseOf(text)).findings).toMatchObject([
      { line: 6, column: 3, end: { line: 6, column: 19 } },
    ])
  })

  test('later findings point into the draft as written', async () => {
    expect(await findingsOf('{{capitalize anniversary.years_ago}} [a](x)')).toEqual([
      expect.stringMatching(/^warning link-refused 6:38/),
    ])
  })
})

describe('the date', () => {
  test('of an occasion draft without one asks for a year', async () => {
    const text =
      '---\nheadline: A\noccasion: {name: x, date: 1992-02-26}\n---\nText {{anniversary.ordinal}}.\n'
    expect(told((await releaseOf(text)).findings)).toEqual([
      'error front-matter-invalid 3:11: an occasion without a date needs a year | add date: 1993-02-26, or ask for a year: --year 1993',
    ])
  })

  test('of a draft without occasion is required', async () => {
    expect(told((await releaseOf('---\nheadline: A\n---\nText.\n')).findings)).toEqual([
      'error front-matter-invalid 2:1: "date" is missing | for example: date: 2027-02-26',
    ])
  })

  test.each([
    ['date: 2027-02-30', 'occasion: {name: x, date: 1992-02-26}', 'date-impossible 3:7'],
    ['date: 2027-02-26', 'occasion: {name: x, date: 1992-02-30}', 'date-impossible 4:27'],
    ['date: 2027-05-26', 'occasion: {name: x, date: 1992-02-26}', 'anniversary-far 3:7'],
  ])('that is wrong is told once, and not of each expression: %s, %s', async (date, occasion, start) => {
    const body = '{{anniversary.ordinal}} {{occasion.name}} {{date occasion.date}} {{date release.date}}\n'
    const { findings } = await releaseOf(
      draft([date, occasion], body).replace(/^date: 2027-02-26\n(?=date)/m, ''),
    )
    const lines = told(findings)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`error ${start.split(' ')[0]} `)
  })

  test.each([
    [1992, '1992 is not after the event of 1992'],
    [10_000, '10000 is no year from 1 to 9999'],
  ])('%d has no anniversary', async (year, message) => {
    const { findings, skipped } = await releaseOf(draft(['occasion: {name: x, date: 1992-02-26}']), { year })
    expect(skipped).toBe(message)
    expect(told(findings)).toEqual([expect.stringContaining(`error front-matter-invalid 4:27: ${message}`)])
  })

  test('keeps its distance in days', async () => {
    const text = draft(['date: 2027-02-24', 'occasion: {name: x, date: 1992-02-26}'])
    const { release } = await releaseOf(text, { year: 2030 })
    expect(release.date).toEqual({ year: 2030, month: 2, day: 24 })
  })

  test('a year is ignored, with a warning, where there is no occasion', async () => {
    const { release, findings } = await releaseOf(draft(), { year: 2030 })
    expect(release.date.year).toBe(2027)
    expect(told(findings)).toEqual([expect.stringMatching(/^warning year-ignored 1:1/)])
  })
})
