import { describe, expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

const OCCASION = 'occasion: {name: Strelsau flood, date: 1992-02-26}'
const BODY = '{{capitalize anniversary.years_ago}} the {{occasion.name}} came. {{vars.y}}\n'

/** A recurring draft without a date. */
function recurring(lines: readonly string[] = [], body = BODY): string {
  const text = draft([OCCASION, 'vars: {y: "<b>*{{vars.z}}*"}', ...lines], body)
  return text.replace('date: 2027-02-26\n', '')
}

describe('release build --year', () => {
  test('issues a draft in all three formats, values as text', async () => {
    const project = makeProject({ 'flood.md': recurring() })
    const { exitCode, stdout, stderr } = await project.release(['build', 'flood.md', '--year', '2020'])
    expect({ exitCode, stdout, stderr }).toMatchObject({
      exitCode: 0,
      stdout: 'flood-2020.html\nflood-2020.pdf\nflood-2020.txt\n',
    })
    const text = project.read('flood-2020.txt')
    expect(text.replaceAll('\u00a0', ' ')).toContain('26 February 2020')
    expect(text).toContain('Twenty-eight years ago the Strelsau flood came. <b>*{{vars.z}}*')
    expect(project.read('flood-2020.html')).toContain('&lt;b>*{{vars.z}}*')
  })

  test('says the year in the report, and nothing of a year that was not asked for', async () => {
    const project = makeProject({ 'a.md': recurring(), 'b.md': draft([OCCASION]) })
    const year = await project.release(['build', 'a.md', '--year', '2020', '-f', 'text', '--json'])
    expect(JSON.parse(year.stdout).releases).toMatchObject([
      { draft: 'a.md', year: 2020, status: 'built', outputs: [{ path: 'a-2020.txt' }] },
    ])
    const date = await project.release(['build', 'b.md', '-f', 'text', '--json'])
    expect(JSON.parse(date.stdout).releases[0]).not.toHaveProperty('year')
    expect(project.files()).toContain('b.txt')
  })

  test('ignores the year, with a warning, for a draft without occasion', async () => {
    const project = makeProject({ 'a.md': draft() })
    const { exitCode, stdout, stderr } = await project.release([
      'build',
      'a.md',
      '--year',
      '2020',
      '-f',
      'text',
    ])
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'a.txt\n' })
    expect(stderr).toContain('a.md:1:1 warning year-ignored')
  })

  test('fails for a year without an anniversary', async () => {
    const project = makeProject({ 'a.md': recurring() })
    const { exitCode, stderr } = await project.release(['build', 'a.md', '--year', '1992', '-f', 'text'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('1992 is not after the event of 1992')
    expect(stderr).toContain('the first anniversary is in 1993')
    expect(project.files()).toEqual(['a.md'])
  })

  test('is asked for by a draft without a date', async () => {
    const project = makeProject({ 'a.md': recurring() })
    const { exitCode, stderr } = await project.release(['build', 'a.md', '-f', 'text'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('a.md:3:11 error front-matter-invalid: an occasion without a date needs a year')
    expect(stderr).toContain('--year 1993')
  })

  test.each([
    [['--year', '27th'], '"27th" is no year'],
    [['--year', '0'], '"0" is no year'],
    [['--years', '1993'], '"1993" is no range of years'],
    [['--years', '2030..1993'], 'the years 2030..1993 run backwards'],
    [['--year', '2020', '--years', '1993..2030'], '--year and --years are both given'],
  ])('%j is wrong usage', async (options, message) => {
    const project = makeProject({ 'a.md': recurring() })
    const { exitCode, stderr } = await project.release(['build', 'a.md', ...options])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(message) })
  })
})

describe('release build --years', () => {
  test('issues each year in order, drafts in theirs, and skips what has no anniversary', async () => {
    const leap = 'occasion: {name: Leap, date: 1992-02-29, leap_day: omit}'
    const project = makeProject({
      'b.md': recurring(),
      'a.md': draft([leap], '{{anniversary.ordinal}}\n').replace('date: 2027-02-26\n', ''),
      'c.md': draft(),
    })
    const { exitCode, stdout } = await project.release([
      'build',
      'b.md',
      'a.md',
      'c.md',
      '--years',
      '1992..1996',
      '-f',
      'text',
      '-o',
      'out',
      '--json',
    ])
    const { releases, summary } = JSON.parse(stdout)
    expect(exitCode).toBe(0)
    expect(
      releases.map((one: { draft: string; year?: number; status: string; reason?: string }) =>
        [one.draft, one.year, one.status, one.reason].join(' ').trim(),
      ),
    ).toEqual([
      'b.md 1992 skipped 1992 is not after the event of 1992',
      'b.md 1993 built',
      'b.md 1994 built',
      'b.md 1995 built',
      'b.md 1996 built',
      'a.md 1992 skipped 1992 is not after the event of 1992',
      'a.md 1993 skipped 1993 has no 29 February, and the occasion omits it',
      'a.md 1994 skipped 1994 has no 29 February, and the occasion omits it',
      'a.md 1995 skipped 1995 has no 29 February, and the occasion omits it',
      'a.md 1996 built',
      'c.md  built',
    ])
    expect(summary).toMatchObject({ built: 6, skipped: 5, failed: 0 })
    expect(project.files().filter((file) => file.endsWith('.txt'))).toEqual([
      'out/a-1996.txt',
      'out/b-1993.txt',
      'out/b-1994.txt',
      'out/b-1995.txt',
      'out/b-1996.txt',
      'out/c.txt',
    ])
  })

  test('a year alone gives the same bytes as among others', async () => {
    const project = makeProject({ 'a.md': recurring() })
    await project.release(['build', 'a.md', '--years', '1993..1995', '-f', 'html,text', '-o', 'many'])
    await project.release(['build', 'a.md', '--year', '1994', '-f', 'html,text', '-o', 'one'])
    for (const name of ['a-1994.html', 'a-1994.txt'])
      expect(project.read(`one/${name}`)).toBe(project.read(`many/${name}`))
  })

  test('a slug that carries the year is the whole name', async () => {
    const project = makeProject({ 'a.md': recurring(['slug: flood-1994']) })
    const { stdout } = await project.release(['build', 'a.md', '--years', '1994..1995', '-f', 'text'])
    expect(stdout).toBe('flood-1994.txt\nflood-1994-1995.txt\n')
  })

  test('two drafts that meet in one year are found before anything is written', async () => {
    const project = makeProject({ 'a.md': recurring(), 'b.md': draft(['slug: a-1994']) })
    const { exitCode, stderr } = await project.release([
      'build',
      'a.md',
      'b.md',
      '--years',
      '1993..1994',
      '-f',
      'text',
    ])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('would write the same file as "a.md": a-1994.txt')
    expect(project.files()).toEqual(['a.md', 'b.md'])
  })

  test('a fault of the draft is shown once, whatever the number of years', async () => {
    const project = makeProject({ 'a.md': recurring([], '{{anniversary.ordnal}}\n') })
    const { exitCode, stderr } = await project.release([
      'build',
      'a.md',
      '--years',
      '1993..1999',
      '-f',
      'text',
    ])
    expect(exitCode).toBe(1)
    expect(stderr.match(/expression-unknown/g)).toHaveLength(1)
    expect(stderr).toContain('7 failed')
  })

  test('-o - writes one year', async () => {
    const project = makeProject({ 'a.md': recurring() })
    const one = await project.release(['build', 'a.md', '--years', '1994..1994', '-f', 'text', '-o', '-'])
    expect(one.stdout).toContain('Two years ago')
    const two = await project.release(['build', 'a.md', '--years', '1994..1995', '-f', 'text', '-o', '-'])
    expect(two).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('not 1 of 2') })
  })

  test('of standard input', async () => {
    const project = makeProject()
    const { stdout } = await project.release(['build', '-', '--years', '1994..1995', '-f', 'text'], {
      input: recurring(),
    })
    expect(stdout).toBe('stdin-1994.txt\nstdin-1995.txt\n')
  })

  test.each([
    ['in quotes', '"occasion": {name: x, date: 1992-02-26}'],
    ['in a block', 'occasion:\n  name: x\n  date: 1992-02-26'],
  ])('an occasion written %s is seen', async (_, lines) => {
    const project = makeProject({ 'a.md': `---\nheadline: A\n${lines}\n---\n{{anniversary.ordinal}}\n` })
    const { stdout } = await project.release(['build', 'a.md', '--year', '1994', '-f', 'text'])
    expect(stdout).toBe('a-1994.txt\n')
  })
})
