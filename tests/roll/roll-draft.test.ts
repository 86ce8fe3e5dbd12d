import { describe, expect, test } from 'vitest'
import { rollDraft } from '../../src/roll/roll-draft.ts'
import { rollName } from '../../src/roll/roll-name.ts'

const draft = (body: string, front: readonly string[] = []) =>
  `---\nheadline: On the 8th anniversary of the flood\ndate: 2020-02-26\n${front.map((line) => `${line}\n`).join('')}---\n${body}\n`

function roll(source: string, year = 2021, recurring = false) {
  const rolled = rollDraft(source, { year, recurring })
  if (!rolled.ok) throw new Error(rolled.findings.map(({ message }) => message).join())
  return {
    source: rolled.source,
    body: rolled.source.split('\n---\n')[1]?.trim(),
    decide: rolled.decide.map(({ line, column, severity, rule }) => `${line}:${column} ${severity} ${rule}`),
  }
}

describe('what is certain', () => {
  test.each([
    ['In 2012 it rained. Eight years ago it stopped.', 'In 2012 it rained. Nine years ago it stopped.'],
    ['26 February 2012, the *eighth* anniversary', '26 February 2012, the *ninth* anniversary'],
    ['26 February 2012. An eighth anniversary.', '26 February 2012. A ninth anniversary.'],
    ['26 February 2012. On Feb. 26, 2020.', '26 February 2012. On Feb. 26, 2021.'],
    [
      '26 February 2012. Wed., 26\u00a0February\u00a02020.',
      '26 February 2012. Fri., 26\u00a0February\u00a02021.',
    ],
    ['26 February 2012. The 8<sup>th</sup> anniversary', '26 February 2012. The 9<sup>th</sup> anniversary'],
    ['26 February 2012. ٨ years ago.', '26 February 2012. ٩ years ago.'],
    ['26 February 2012. 26th of February 2020.', '26 February 2012. 26th of February 2021.'],
    ['26 February 2012. Wednesday, 26 February.', '26 February 2012. Friday, 26 February.'],
  ])('%s', (before, after) => {
    expect(roll(draft(before))).toMatchObject({ body: after, decide: [] })
  })
})

test.each([
  [
    'In 1892 it rained. One hundred twenty-eight years ago.',
    'In 1892 it rained. One hundred twenty-nine years ago.',
  ],
  [
    'In 1892 it rained. One hundred and twenty-eight years ago.',
    'In 1892 it rained. One hundred and twenty-nine years ago.',
  ],
  ['In 1892 it rained. 128 years ago.', 'In 1892 it rained. 129 years ago.'],
])('a number is written again as its writer spells it: %s', (before, after) => {
  expect(roll(draft(before).replace('8th', '128th')).body).toBe(after)
})

test('Russian: the preposition goes with the weekday', () => {
  const front = ['language: ru']
  const source = draft('26 февраля 2012 года. В среду, 26 февраля 2020 года.', front).replace('On the', '')
  expect(roll(source.replace('8th anniversary of the flood', '8-я годовщина'), 2030).body).toBe(
    '26 февраля 2012 года. Во вторник, 26 февраля 2030 года.',
  )
})

describe('what is left to a person, at its place in the new draft', () => {
  test.each([
    ['26 February 2012. Ten years ago something else began.', ['5:19 warning ordinal-stale']],
    ['26 February 2012. The 50th anniversary of the Charter.', ['5:23 warning ordinal-stale']],
    [
      '26 February 2012. In 2020 we built eight years on.',
      ['5:22 warning year-stale', '5:36 warning ordinal-stale'],
    ],
    ['26 February 2012. This year, recently.', ['5:19 warning relative-time', '5:30 warning relative-time']],
    ['26 February 2012. Come on 12 March 2020.', ['5:27 warning release-date-stale']],
    ['26 February 2012. “Eight years ago”', ['5:20 info ordinal-stale']],
    ['26 February 2012. The ei**gh**th anniversary', ['5:23 warning ordinal-stale']],
  ])('%s', (body, decide) => {
    const rolled = roll(draft(body))
    expect(rolled.decide).toEqual(decide)
    if (!body.includes('**')) expect(rolled.body).toBe(body)
  })

  test('N that nothing confirms, or that is told in two ways', () => {
    const rolled = roll(draft('It rained.'))
    expect(rolled.decide).toEqual(['2:18 warning ordinal-stale'])
    expect(rolled.source).toContain('date: 2021-02-26')
    expect(rolled.source).toContain('8th anniversary')
  })

  test('an approval, a reference, an embargo', () => {
    const rolled = roll(
      draft('26 February 2012', ['reference: PR/2020/1', 'embargo: 2020-02-26T00:01Z', 'slug: flood-2020']),
    )
    expect(rolled.source).toContain('embargo: 2021-02-26T00:01Z\nslug: flood-2021')
    expect(rolled.decide).toEqual(['4:12 warning reference-invalid', '5:10 warning embargo-in-past'])
  })

  test('what it corrects, and what it is a translation of', () => {
    const lines = ['translation_of: PR/2020/1', 'corrects: {reference: PR/1, type: reissue}']
    const rolled = roll(draft('26 February 2012', lines))
    expect(rolled.source).toContain(lines.join('\n'))
    expect(rolled.decide).toEqual(['4:17 warning reference-invalid', '5:23 warning year-stale'])
  })
})

describe('near misses stay as they are', () => {
  test.each([
    'The Sunday Times, May, March, page 2020, p. 2020; 8 years old; aged eight years; the next eight years.',
    'On 26 February 2012 the 8th of the sluices broke; 2012–2013; November 2019; 28 years.',
    'See `8 years ago`, https://x.example/8-years-ago and [here](/flood).',
    'He was sentenced to eight years in prison.',
  ])('%s', (body) => {
    expect(roll(draft(`${body} On 26 February 2012.`)).body).toBe(`${body} On 26 February 2012.`)
  })
})

describe('recurring', () => {
  test('a year in the slug is left to a person: outputs get the year they are issued for', () => {
    const rolled = roll(draft('26 February 2012', ['slug: flood-2020']), 2020, true)
    expect(rolled.source).toContain('slug: flood-2020')
    expect(rolled.decide.join()).toContain('warning year-stale')
  })

  test('expressions in every kind of YAML value', () => {
    const source = `---
title: "8th anniversary of the flood"
summary: Eight years ago it's said
keywords: [8th anniversary, rain]
notes_to_editors:
  - 'The 8th anniversary isn''t all'
date: 2020-02-25
---
26 February 2012.
`
    const { source: fresh } = roll(source, 2020, true)
    expect(fresh).toContain('title: "{{anniversary.ordinal}} anniversary of the flood"')
    expect(fresh).toContain("summary: '{{capitalize anniversary.years_ago}} it''s said'")
    expect(fresh).toContain("keywords: ['{{anniversary.ordinal}} anniversary', rain]")
    expect(fresh).toContain("- 'The {{anniversary.ordinal}} anniversary isn''t all'")
    // Not on the day: the date keeps its distance.
    expect(fresh).toContain('date: 2020-02-25\noccasion:\n  name: flood\n  date: 2012-02-26\n---')
  })

  test('a form that no expression writes is left', () => {
    const rolled = roll(draft('26 February 2012: the eighth Anniversary, EIGHT YEARS AGO.'), 2020, true)
    expect(rolled.body).toContain('the {{anniversary.ordinal_words}} Anniversary, EIGHT YEARS AGO.')
    expect(rolled.decide).toEqual(['3:1 warning occasion-name', '7:66 warning ordinal-stale'])
  })
})

test('a twenty-&#8209;eighth is no eighth', () => {
  const body = '26 February 2012. The twenty&#8209;eighth anniversary.'
  expect(roll(draft(body)).body).toBe(body)
})

test('a range whose end leaves the month is left', () => {
  const source = draft('29 February 2012. 28–29 February 2020.').replace(
    'date: 2020-02-26',
    'date: 2020-02-29',
  )
  const rolled = roll(source)
  expect(rolled.body).toContain('28–29 February 2020')
  expect(rolled.decide).toEqual(['5:22 warning release-date-stale'])
})

test.each([
  '{date: 2020-02-26, headline: 8th anniversary of the flood}',
  '? date\n: 2020-02-26\n? headline\n: 8th anniversary of the flood',
])('front matter that is no plain block keeps its date: %s', (yaml) => {
  const { source, decide } = roll(`---\n${yaml}\n---\n26 February 2012.\n`, 2020, true)
  expect(source).toContain('2020-02-26')
  expect(source).not.toContain('occasion')
  expect(decide.join()).toContain('warning occasion-name')
})

test('a recurring draft without date is told to be built', () => {
  const rolled = rollDraft('---\nheadline: x\noccasion: {name: x, date: 1992-02-26}\n---\nx\n', {
    year: 2028,
  })
  expect(rolled).toMatchObject({ ok: false, findings: [{ message: 'the draft is recurring already' }] })
})

test('variables take no expressions', () => {
  const rolled = roll(draft('26 February 2012', ['vars: {n: 8th anniversary}']), 2020, true)
  expect(rolled.source).toContain('vars: {n: 8th anniversary}')
  expect(rolled.decide.join()).toContain('warning ordinal-stale')
})

test('a year before the event is told at the date', () => {
  const rolled = rollDraft(draft('26 February 2012'), { year: 2012 })
  expect(rolled).toMatchObject({ ok: false, findings: [{ line: 3 }] })
})

test.each([
  ['flood-2020.md', 'flood-2021.md', 'flood.md'],
  ['flood.md', 'flood-2021.md', 'flood-recurring.md'],
  ['2020-02-26-flood.md', '2021-02-26-flood.md', 'flood.md'],
  ['2020.md', '2021.md', '2020-recurring.md'],
])('%s becomes %s, or %s', (name, next, recurring) => {
  const [from, to] = [
    { year: 2020, month: 2, day: 26 },
    { year: 2021, month: 2, day: 26 },
  ]
  expect(rollName(name, from, to, false)).toBe(next)
  expect(rollName(name, from, to, true)).toBe(recurring)
})
