import { describe, expect, test } from 'vitest'
import { calendarSchema } from '../../src/report/calendar-schema.ts'
import { draft, makeProject } from '../support/project.ts'

const recurring = (occasion: string, ...lines: string[]) =>
  draft([`headline: Statement on {{occasion.name}}`, ...lines, `occasion: ${occasion}`]).replace(
    /^date: .*\n/m,
    '',
  )
const FLOOD = '{name: Strelsau flood, date: 1992-02-26}'
const NOW = ['--now', '2026-11-23T12:00Z']
const PROJECT = {
  'drafts/flood.md': recurring(FLOOD, 'language: en'),
  'drafts/flood-fr.md': recurring('{name: inondation, date: 1992-02-26}', 'language: fr'),
  'drafts/bridge.md': recurring('{name: 鲁里坦尼亚桥, date: 1996-02-29, leap_day: omit}', 'language: zh'),
  'drafts/founding.md': recurring('{name: founding, date: 2002-11-23}', 'language: en'),
  'drafts/plain.md': draft(),
}

test('lists the next twelve months in columns, today among them', async () => {
  const run = await makeProject(PROJECT).release(['calendar', 'drafts', ...NOW])
  expect(run).toMatchObject({ exitCode: 0, stderr: '2 due from 2026-11-23 to 2027-11-22\n' })
  expect(run.stdout).toBe(
    [
      'Date        Weekday   N   Languages  Occasion    Drafts',
      '2026-11-23  Monday   24   en         founding    drafts/founding.md',
      '2027-02-26  Friday   35   fr en      inondation  drafts/flood-fr.md',
      '                                                 drafts/flood.md',
      '',
    ].join('\n'),
  )
})

test('aligns by display width and marks what is round', async () => {
  const run = await makeProject(PROJECT).release(['calendar', 'drafts', '--year', '2032'])
  expect(run.stdout).toBe(
    [
      'Date        Weekday    N   Languages  Occasion      Drafts',
      '2032-02-26  Thursday  40*  fr en      inondation    drafts/flood-fr.md',
      '                                                    drafts/flood.md',
      '2032-02-29  Sunday    36   zh         鲁里坦尼亚桥  drafts/bridge.md',
      '2032-11-23  Tuesday   30*  en         founding      drafts/founding.md',
      '',
    ].join('\n'),
  )
})

test.each([
  ['--within 3m', ['2026-11-23']],
  ['--within 95d', ['2026-11-23', '2027-02-26']],
  ['--within 94d', ['2026-11-23']],
  ['--within 14w', ['2026-11-23', '2027-02-26']],
  ['--year 1993', ['1993-02-26']],
  ['--year 1992', []],
])('%s lists %j, as JSON of the documented shape', async (options, dates) => {
  const run = await makeProject(PROJECT).release([
    'calendar',
    'drafts',
    '--json',
    ...NOW,
    ...options.split(' '),
  ])
  expect(run.exitCode).toBe(0)
  const report = calendarSchema.parse(JSON.parse(run.stdout))
  expect(report.due.map(({ date }) => date)).toEqual(dates)
})

test('JSON tells every draft, and the years in which a leap day is omitted', async () => {
  const run = await makeProject(PROJECT).release(['calendar', 'drafts', '--year', '2027', '--json'])
  const report = calendarSchema.parse(JSON.parse(run.stdout))
  expect(report).toMatchObject({ version: 1, from: '2027-01-01', to: '2027-12-31' })
  expect(report.due[0]).toEqual({
    date: '2027-02-26',
    weekday: 'Friday',
    years: 35,
    round: false,
    occasion: 'inondation',
    languages: ['fr', 'en'],
    drafts: [
      { draft: 'drafts/flood-fr.md', language: 'fr', name: 'inondation', release_date: '2027-02-26' },
      { draft: 'drafts/flood.md', language: 'en', name: 'Strelsau flood', release_date: '2027-02-26' },
    ],
  })
  expect(report.skipped).toEqual([
    {
      year: 2027,
      occasion: '鲁里坦尼亚桥',
      reason: '2027 has no 29 February, and the occasion omits it',
      drafts: [{ draft: 'drafts/bridge.md', language: 'zh', name: '鲁里坦尼亚桥' }],
    },
  ])
})

describe('a draft with a date of its own, two days before the anniversary', () => {
  const EARLY = {
    ...PROJECT,
    'drafts/flood.md': recurring(FLOOD, 'language: en').replace('---\n', '---\ndate: 2020-02-24\n'),
  }

  test('is listed with that date', async () => {
    const run = await makeProject(EARLY).release(['calendar', 'drafts', '--year', '2027'])
    expect(run.stdout).toBe(
      [
        'Date        Weekday   N   Languages  Occasion    Release     Drafts',
        '2027-02-26  Friday   35   fr en      inondation  2027-02-26  drafts/flood-fr.md',
        '                                                 2027-02-24  drafts/flood.md',
        '2027-11-23  Tuesday  25*  en         founding    2027-11-23  drafts/founding.md',
        '',
      ].join('\n'),
    )
  })

  test('tells it in JSON, and is due where only that date is near', async () => {
    const within = ['--now', '2027-02-20', '--within', '5d', '--json']
    const run = await makeProject(EARLY).release(['calendar', 'drafts', ...within])
    const { due } = calendarSchema.parse(JSON.parse(run.stdout))
    expect(due).toMatchObject([{ date: '2027-02-26', drafts: [{}, { release_date: '2027-02-24' }] }])
  })

  test('that is too far from any anniversary is a finding, as in a build', async () => {
    const far = recurring(FLOOD, 'language: en').replace('---\n', '---\ndate: 2020-07-24\n')
    const run = await makeProject({ 'far.md': far }).release(['calendar', 'far.md', '--year', '2027'])
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    expect(run.stderr).toMatch(/^far\.md:2:7 error anniversary-far: /)
  })
})

test('--ics prints iCalendar', async () => {
  const run = await makeProject(PROJECT).release(['calendar', 'drafts', '--year', '2027', '--ics'])
  expect(run.stdout).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
  expect(run.stdout.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual([
    'DTSTART;VALUE=DATE:20270226',
    'DTSTART;VALUE=DATE:20271123',
  ])
})

test('faulty drafts are findings at their places, the rest is still listed', async () => {
  const project = makeProject({
    'flood.md': recurring(FLOOD, 'language: en'),
    'impossible.md': recurring('{name: A, date: 1993-02-29}'),
    'nameless.md': recurring('{name: {en: A}, date: 1993-02-26}', 'language: fr'),
    'many.md': recurring('{name: A, date: 1993-02-25/1996-02-27, observed: 02-26}', 'language: en'),
    'nothing.md': 'no front matter\n',
    'passed-over.md': draft(['date: 2027-02-30']),
  })
  const run = await project.release(['calendar', '.', '--year', '2027'])
  expect(run.exitCode).toBe(1)
  expect(run.stdout).toContain('2027-02-26  Friday   35   en         Strelsau flood  flood.md\n')
  expect(run.stderr.match(/^\S+ error \S+/gm)).toEqual([
    expect.stringMatching(/^impossible\.md:\d+:\d+ error date-impossible:$/),
    expect.stringMatching(/^many\.md:\d+:\d+ error front-matter-invalid:$/),
    expect.stringMatching(/^nameless\.md:\d+:\d+ error front-matter-invalid:$/),
    'nothing.md:1:1 error front-matter-syntax:',
  ])
})

test.each([
  ['', '2026-12-31'],
  ['timezone: Asia/Baku', '2027-01-01'],
  ['timezone: America/New_York', '2026-12-31'],
])('today is that of the configuration: %s', async (timezone, first) => {
  const project = makeProject({ ...PROJECT, 'release.config.yaml': `drafts: drafts\n${timezone}\n` })
  const run = await project.release(['calendar', '--json', '--now', '2026-12-31T21:00Z'])
  expect(JSON.parse(run.stdout).from).toBe(first)
})

test('a draft without a language has that of its letterhead', async () => {
  const project = makeProject({ 'draft.md': recurring(FLOOD) })
  const run = await project.release(['calendar', 'draft.md', '--year', '2027', '--json'])
  expect(JSON.parse(run.stdout).due[0].languages).toEqual(['en'])
})

test('with nothing due standard output is empty', async () => {
  const run = await makeProject(PROJECT).release(['calendar', 'drafts', '--year', '1900'])
  expect(run).toMatchObject({
    exitCode: 0,
    stdout: '',
    stderr: 'nothing due from 1900-01-01 to 1900-12-31\n',
  })
})

test('a draft can come from standard input', async () => {
  const input = recurring(FLOOD, 'language: en')
  const run = await makeProject().release(['calendar', '-', '--year', '2027', '-q'], { input })
  expect(run).toMatchObject({ exitCode: 0, stderr: '' })
  expect(run.stdout).toContain('Strelsau flood  stdin\n')
})

test.each([
  ['--year 0', 'is no year'],
  ['--year 27x', 'is no year'],
  ['--within 2y', 'is no length of time'],
  ['--within 60d --year 2027', 'exclude each other'],
  ['--json --ics', 'both want standard output'],
  ['--now tomorrow', 'is no instant'],
])('%s is wrong usage, with an example', async (options, message) => {
  const run = await makeProject(PROJECT).release(['calendar', 'drafts', ...options.split(' ')])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain(message)
  expect(run.stderr).toContain('hint: ')
})
