import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/draft/front-matter.ts'
import { told } from '../support/findings.ts'

/** Reads front matter that holds these lines, with a headline and a date where they have none. */
function read(lines: string, fileDate?: string) {
  const defaults = [/^(headline|title):/m, /^date:/m]
    .map((key, i) => (key.test(lines) ? '' : ['headline: H\n', 'date: 2027-02-26\n'][i]))
    .join('')
  return readFrontMatter(`${lines}\n${defaults}`, fileDate)
}

describe('front matter accepts', () => {
  const rows: readonly (readonly [lines: string, key: string, value: unknown])[] = [
    ['headline: A statement', 'headline', 'A statement'],
    ['headline: |-\n  Press release\n  on the  floods', 'headline', 'Press release\non the floods'],
    ['headline: >\n  one\n  line\n', 'headline', 'one line'],
    ['headline: 2027', 'headline', '2027'],
    ['title: A statement', 'headline', 'A statement'],
    ['kind: readout', 'kind', 'readout'],
    ['place: New York', 'kind', 'press-release'],
    ['date: 2027-02-26', 'date', { year: 2027, month: 2, day: 26 }],
    ['date: "2024-02-29"', 'date', { year: 2024, month: 2, day: 29 }],
    ['date: 2027-02-26T23:59:00-12:00', 'date', { year: 2027, month: 2, day: 26 }],
    ['date: 2027-02-26 00:00:00 +14:00', 'date', { year: 2027, month: 2, day: 26 }],
    ['language: zh-Hans', 'language', 'zh-Hans'],
    ['lang: no', 'language', 'no'],
    ['subheadline: Thirty towns', 'subheadline', 'Thirty towns'],
    ['subtitle: Thirty towns', 'subheadline', 'Thirty towns'],
    ['summary: In a sentence.', 'summary', 'In a sentence.'],
    ['description: In a sentence.', 'summary', 'In a sentence.'],
    ['keywords: [floods, 1992]', 'keywords', ['floods', '1992']],
    ['tags: floods, relief', 'keywords', ['floods', 'relief']],
    ['reference: PR/2027/07', 'reference', 'PR/2027/07'],
    ['place: "Strelsau "', 'place', 'Strelsau'],
    ['dateline: run-in', 'dateline', 'run-in'],
    ['embargo: 2027-02-26T00:01[America/New_York]', 'embargo', '2027-02-26T00:01[America/New_York]'],
    ['status: withdrawn', 'status', 'withdrawn'],
    ['letterhead: mission', 'letterhead', 'mission'],
    ['contacts: [press, {name: Anna}]', 'contacts', ['press', { name: 'Anna' }]],
    [
      'contacts:\n  - {name: A, role: R, phone: +15551234567, email: a@b.example}',
      'contacts',
      [{ name: 'A', role: 'R', phone: '+15551234567', email: 'a@b.example' }],
    ],
    ['boilerplate: about', 'boilerplate', 'about'],
    ['boilerplate: |\n  One.\n\n  *Two.*\n', 'boilerplate', 'One.\n\n*Two.*'],
    ['notes_to_editors: [One *note*.]', 'notes_to_editors', ['One *note*.']],
    ['links: [https://a.example/x]', 'links', ['https://a.example/x']],
    [
      'links: [{url: "mailto:a@b.example", label: Write}]',
      'links',
      [{ url: 'mailto:a@b.example', label: 'Write' }],
    ],
    ['attachments: [{file: a.jpg, title: T}]', 'attachments', [{ file: 'a.jpg', title: 'T' }]],
    ['end_mark: "###"', 'end_mark', '###'],
    ['end_mark: -30-', 'end_mark', '-30-'],
    [
      'occasion: {name: Flood, date: 1992-02-26, observed: 02-29}',
      'occasion',
      { name: 'Flood', date: '1992-02-26', observed: '02-29' },
    ],
    [
      'occasion: {name: {ru: {nom: x, gen: y}}, date: 1992-02-25/1992-02-26, leap_day: omit}',
      'occasion',
      { name: { ru: { nom: 'x', gen: 'y' } }, date: '1992-02-25/1992-02-26', leap_day: 'omit' },
    ],
    ['translation_of: PR/2027/07', 'translation_of', 'PR/2027/07'],
    ['translation_status: courtesy', 'translation_status', 'courtesy'],
    ['authentic_language: fr', 'authentic_language', 'fr'],
    [
      'corrects: {reference: PR/1, date: 2027-02-01, type: reissue, note: N, changes: [{where: p, was: a, now: b}]}',
      'corrects',
      {
        reference: 'PR/1',
        date: { year: 2027, month: 2, day: 1 },
        type: 'reissue',
        note: 'N',
        changes: [{ where: 'p', was: 'a', now: 'b' }],
      },
    ],
    ['rights: Free.', 'rights', 'Free.'],
    ['series: PR', 'series', 'PR'],
    ['approved_by: Anna', 'approved_by', 'Anna'],
    ['vars: {towns: 30, river: Rudolf}', 'vars', { towns: '30', river: 'Rudolf' }],
    ['expressions: false', 'expressions', false],
    ['slug: Strelsau-flood', 'slug', 'Strelsau-flood'],
    ['check: {allow: [{rule: a, reason: b}]}', 'check', { allow: [{ rule: 'a', reason: 'b' }] }],
    ['reference:', 'reference', undefined],
    ['reference: ~', 'reference', undefined],
    ['reference: ""', 'reference', undefined],
  ]
  it.each(rows)('%j as %s = %j', (lines, key, value) => {
    const { fields, findings } = read(lines)
    expect(told(findings)).toEqual([])
    expect(fields[key as keyof typeof fields]).toEqual(value)
  })
})

describe('text comes out as it was written:', () => {
  const values = '+15551234567 1.10 007 12:30 no yes on 0x1F 1e3 .inf 1_000 2020-07 190:20:30 -0 2027-02-26'
  it.each(values.split(' '))('%s', (value) => {
    const { fields, findings } = read(`reference: ${value}\nvars: {x: ${value}}\nkeywords: [${value}]`)
    expect(told(findings)).toEqual([])
    expect([fields.reference, fields.vars?.x, fields.keywords]).toEqual([value, value, [value]])
  })

  it.each(['{{anniversary.ordinal}} flood', '\\{{x}}', 'a {{ b'])('%s in single quotes', (value) => {
    const { fields, findings } = read(`headline: '${value}'`)
    expect(told(findings)).toEqual([])
    expect(fields.headline).toBe(value)
  })
})

describe('the date of a draft without `date`', () => {
  it('is the one that its file name begins with', () => {
    const { fields, findings } = readFrontMatter('headline: H\n', '2027-02-26')
    expect(findings).toEqual([])
    expect(fields.date).toEqual({ year: 2027, month: 2, day: 26 })
  })

  it('is missing where the file name has none', () => {
    expect(told(readFrontMatter('headline: H\n', undefined).findings)).toEqual([
      'error front-matter-invalid 2:1: "date" is missing | for example: date: 2027-02-26',
    ])
  })

  it('yields to the key', () => {
    expect(read('date: 2027-03-01', '2027-02-26').fields.date).toEqual({ year: 2027, month: 3, day: 1 })
  })

  it('is refused where the file name has an impossible one', () => {
    expect(told(readFrontMatter('headline: H\n', '2027-02-30').findings)[0]).toMatch(
      /^error date-impossible 2:1: "2027-02-30" is not a calendar date/,
    )
  })
})
