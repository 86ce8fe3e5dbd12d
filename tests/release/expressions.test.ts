import { describe, expect, test } from 'vitest'
import { linkReferences, toText } from '../../src/markdown/to-text.ts'
import { told } from '../support/findings.ts'
import { draft } from '../support/project.ts'
import { releaseOf } from '../support/releases.ts'

const OCCASION = 'occasion: {name: Strelsau flood, date: 1992-02-26}'

/** A draft issued for a year; blanks that hold are shown as blanks. */
async function issued(frontMatter: readonly string[], body: string, year: number | undefined = 2020) {
  const text = draft([OCCASION, ...frontMatter], `${body}\n`).replace('date: 2027-02-26\n', '')
  const { release, findings } = await releaseOf(text, year === undefined ? {} : { year })
  const printed = toText(release.body, { width: 500, references: linkReferences() })
  return { release, findings: told(findings), text: printed.replaceAll('\u00a0', ' ') }
}

const ALL = [
  '{{anniversary.ordinal}}',
  '{{anniversary.ordinal_words}}',
  '{{anniversary.years}}',
  '{{anniversary.years_words}}',
  '{{capitalize anniversary.years_ago}}',
  '{{date occasion.date}}',
  '{{date release.date}}',
  '{{release.year}}',
]

describe('every expression', () => {
  test.each([
    [
      'en',
      '28th|twenty-eighth|28|twenty-eight|Twenty-eight years ago|26 February 1992|26 February 2020|2020',
    ],
    [
      'en-US',
      '28th|twenty-eighth|28|twenty-eight|Twenty-eight years ago|February 26, 1992|February 26, 2020|2020',
    ],
    ['fr', '28e|vingt-huitième|28|vingt-huit|Il y a vingt-huit ans|26 février 1992|26 février 2020|2020'],
    [
      'es',
      '28.º|vigesimoctavo|28|veintiocho|Hace veintiocho años|26 de febrero de 1992|26 de febrero de 2020|2020',
    ],
    [
      'de',
      '28.|achtundzwanzigsten|28|achtundzwanzig|Vor achtundzwanzig Jahren|26. Februar 1992|26. Februar 2020|2020',
    ],
    [
      'ru',
      '28-й|двадцать восьмой|28|двадцать восемь|Двадцать восемь лет назад|26 февраля 1992 года|26 февраля 2020 года|2020',
    ],
    [
      'az',
      '28-ci|iyirmi səkkizinci|28|iyirmi səkkiz|İyirmi səkkiz il əvvəl|26 fevral 1992-ci il|26 fevral 2020-ci il|2020',
    ],
    ['tr', '28.|yirmi sekizinci|28|yirmi sekiz|Yirmi sekiz yıl önce|26 Şubat 1992|26 Şubat 2020|2020'],
    [
      'ar',
      'الـ28|الثامنة والعشرين|28|ثمانية وعشرين|قبل ثمانية وعشرين عاماً|26 فبراير 1992|26 فبراير 2020|2020',
    ],
    ['zh', '第28|第二十八|28|二十八|二十八年前|1992年2月26日|2020年2月26日|2020'],
  ])('in %s', async (language, expected) => {
    const { text, findings } = await issued([`language: ${language}`], ALL.join(' \\| '))
    expect({ text: text.replaceAll(' | ', '|'), findings }).toEqual({ text: expected, findings: [] })
  })

  test.each([
    ['{{anniversary.ordinal_words case="nom"}}', 'ru', 'двадцать восьмая'],
    ['{{anniversary.ordinal_words case="gen" gender="f"}}', 'ru', 'двадцать восьмой'],
    ['{{capitalize anniversary.ordinal_words case="acc"}}', 'ru', 'Двадцать восьмую'],
    ['{{anniversary.ordinal gender="f"}}', 'es', '28.ª'],
    ['{{capitalize (date release.date)}}', 'en', '26 February 2020'],
    [
      "{{ anniversary.years_ago }}, {{anniversary.ordinal case='nom'}}",
      'de',
      'vor achtundzwanzig Jahren, 28.',
    ],
  ])('%s in %s is %s', async (body, language, expected) => {
    expect(await issued([`language: ${language}`], body)).toMatchObject({ text: expected, findings: [] })
  })

  test('in a language without words dates, names and figures work', async () => {
    const { text, findings } = await issued(
      ['language: it'],
      '{{occasion.name}}, {{date release.date}}: {{anniversary.years}}',
    )
    expect(text).toBe('Strelsau flood, 26 febbraio 2020: 28')
    expect(findings).toEqual([expect.stringMatching(/^warning language-unsupported/)])
  })

  test('a name has the form its language and case ask for', async () => {
    const names = ['occasion:', '  name: {ru: {nom: потоп, gen: потопа}, en: flood}', '  date: 1992-02-26']
    const text = draft(['language: ru', ...names], '{{occasion.name}} {{occasion.name case="nom"}}\n')
    const { release, findings } = await releaseOf(text)
    expect(toText(release.body, { width: 72, references: linkReferences() })).toBe('потопа потоп')
    expect(findings).toEqual([])
  })
})

describe('where expressions stand', () => {
  test('every text of the front matter', async () => {
    const { release, findings } = await issued(
      [
        'subheadline: S {{anniversary.years}}',
        'summary: "{{release.year}} summary"',
        'keywords: flood {{release.year}}, second {{anniversary.years}}',
        'reference: PR/{{release.year}}/7',
        'place: P{{anniversary.years}}',
        'rights: © {{release.year}}',
        'notes_to_editors: ["Note *{{anniversary.ordinal}}*"]',
        'boilerplate: About {{release.year}} it was.',
        'links: ["https://r.example/{{release.year}}", {url: "{{vars.site}}/x", label: "L {{release.year}}"}]',
        'attachments: [{url: "https://r.example/{{release.year}}.jpg", title: "T {{anniversary.years}}", credit: "C {{release.year}}"}]',
        'contacts: [{name: "N {{release.year}}", role: "R {{anniversary.years}}"}]',
        'vars: {site: "https://v.example"}',
      ],
      'Text.',
    )
    expect(findings).toEqual([])
    expect(release).toMatchObject({
      subheadline: 'S 28',
      summary: '2020 summary',
      keywords: ['flood 2020', 'second 28'],
      reference: 'PR/2020/7',
      place: 'P28',
      rights: '© 2020',
      links: [{ href: 'https://r.example/2020' }, { href: 'https://v.example/x', text: 'L 2020' }],
      attachments: [{ url: 'https://r.example/2020.jpg', title: 'T 28', credit: 'Photo: C 2020' }],
      contacts: [{ name: 'N 2020', role: 'R 28' }],
    })
    expect(JSON.stringify(release.notesToEditors)).toContain('"28th"')
    expect(JSON.stringify(release.boilerplate)).toContain('About 2020 it was.')
  })

  test.each([
    ['a heading', '## The {{anniversary.ordinal}}', 'The 28th'],
    ['emphasis', '**{{anniversary.ordinal}}**', '28th'],
    ['a list', '- {{anniversary.ordinal}}', '- 28th'],
    [
      'the beginning of a paragraph, without making a list',
      '{{anniversary.years}}. February',
      '28. February',
    ],
    ['a link', '[{{release.year}}](https://x.example/{{release.year}})', '2020 [1]'],
    ['an autolink', '<https://x.example/{{release.year}}>', '<https://x.example/2020>'],
    ['text between raw HTML', 'a <b>{{release.year}}</b>', 'a 2020'],
    ['a comment, which is not printed', 'a <!-- {{x}} --> b', 'a b'],
    ['code, which is literal', '`{{release.year}}`', '{{release.year}}'],
  ])('%s', async (_, body, expected) => {
    expect(await issued([], body)).toMatchObject({ text: expected, findings: [] })
  })

  test('a block of code is literal', async () => {
    const { text, findings } = await issued([], '```\n{{x}} \\{{y}}\n```')
    expect([text.trim(), findings]).toEqual(['{{x}} \\{{y}}', []])
  })

  test('descriptions and captions of pictures', async () => {
    const image = '![A {{release.year}} \\{{x}}](https://x.example/a.jpg "C {{anniversary.ordinal}}")'
    const { release } = await issued([], image)
    expect(JSON.stringify(release.body)).toContain('"alt":"A 2020 {{x}}"')
    expect(JSON.stringify(release.body)).toContain('"C 28th"')
  })

  test('addresses of definitions; a value cannot end an address', async () => {
    const { release, findings } = await issued(
      [`vars: {q: 'a b"c<d>'}`],
      '[one][a]\n\n[a]: https://x.example/{{release.year}}?q={{vars.q}}',
    )
    expect(findings).toEqual([])
    expect(JSON.stringify(release.body)).toContain('"https://x.example/2020?q=a%20b%22c%3Cd%3E"')
  })

  test('a value cannot bring a scheme that is not allowed', async () => {
    const { release, findings } = await issued(
      ['vars: {u: "javascript:alert(1)"}', 'links: ["{{vars.u}}"]'],
      '[x]({{vars.u}})',
    )
    expect(findings).toEqual([
      'error front-matter-invalid 5:9: "javascript:alert(1)" is not a link address | write it whole: https://ruritania.example/video',
      expect.stringMatching(/^warning link-refused/),
    ])
    expect(JSON.stringify(release.body)).not.toContain('href')
  })
})

describe('values are text', () => {
  test.each(['<b>x</b>', '*x*', '{{vars.y', '[a](https://x.example)', '&amp;', '`c`', '# h', '\\{{', '$&'])(
    '%s',
    async (value) => {
      const quoted = `'${value}'`
      const { release, text, findings } = await issued(
        [`vars: {v: ${quoted}}`, 'subheadline: "{{vars.v}}"', 'notes_to_editors: ["{{vars.v}}"]'],
        '{{vars.v}} is it, **{{vars.v}}**',
      )
      expect(findings).toEqual([])
      expect(release.subheadline).toBe(value)
      expect(text).toBe(`${value} is it, ${value}`)
      expect(release.notesToEditors[0]).toMatchObject({
        children: [{ type: 'element', tagName: 'p', children: [{ type: 'text', value }] }],
      })
    },
  )
})

test('a value is no template: braces that look like an expression are printed, with a warning', async () => {
  const { text, findings } = await issued(['vars: {v: "{{vars.y}}"}'], 'a {{vars.v}}')
  expect(text).toBe('a {{vars.y}}')
  expect(findings).toEqual([
    'warning expression-syntax 6:3: "{{vars.y}}" in the value of "vars.v" is printed as it stands | write the expression into the text: values are not read for any',
  ])
})

describe('literal braces', () => {
  test.each([
    ['\\{{x}}', '{{x}}'],
    ['a \\{{x}} {{release.year}} \\{{y}}', 'a {{x}} 2020 {{y}}'],
    ['{\\{x}}', '{{x}}'],
    ['\\{\\{x}}', '{{x}}'],
    ['&#123;{x}} &lbrace;{y}} {&#x7b;z}}', '{{x}} {{y}} {{z}}'],
    ['\\\\{{release.year}}', '\\2020'],
    ['\\{{{{release.year}}', '{{2020'],
    ['}} { } {a} {', '}} { } {a} {'],
    ['\\{{ not closed', '{{ not closed'],
  ])('in the text: %s', async (body, expected) => {
    expect(await issued([], body)).toMatchObject({ text: expected, findings: [] })
  })

  test.each([
    ['subheadline: a \\{{x}}', 'a {{x}}'],
    ["subheadline: '\\{{x}} {{release.year}}'", '{{x}} 2020'],
    ['subheadline: "\\\\{{x}}"', '{{x}}'],
    ['subheadline: >-\n  \\{{x}}\n  {{release.year}}', '{{x}} 2020'],
  ])('in the front matter: %s', async (line, expected) => {
    const { release, findings } = await issued([line], 'Text.')
    expect([release.subheadline, findings]).toEqual([expected, []])
  })

  test('expressions: false makes all of them literal', async () => {
    const { release, text, findings } = await issued(
      ['expressions: false', 'subheadline: "a {{b}} \\\\{{c}}"'],
      '{{release.year}} {{#x}} {{',
    )
    expect([text, release.subheadline, findings]).toEqual([
      '{{release.year}} {{#x}} {{',
      'a {{b}} \\{{c}}',
      [],
    ])
  })
})
