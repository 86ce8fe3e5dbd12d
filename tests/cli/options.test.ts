import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

test.each([
  ['an unknown command', ['biuld'], "unknown command 'biuld'", 'did you mean "build"?'],
  ['an unknown option', ['build', '--formt', 'x'], "unknown option '--formt'", 'did you mean "--format"?'],
  ['an option without its value', ['build', '--output'], "option '-o, --output <dir>' argument missing", ''],
  ['no drafts at all', ['build'], 'no drafts named', 'release build draft.md'],
  ['an empty draft name', ['build', ''], 'the value of a draft is empty', 'unset'],
  ['an empty output', ['build', 'draft.md', '-o', ''], 'the value of --output is empty', 'unset'],
  ['an empty letterhead', ['build', 'draft.md', '--letterhead', ''], '--letterhead is empty', 'unset'],
  ['an empty folder', ['build', 'empty'], 'no drafts in "empty"', 'drafts end in .md'],
  ['a glob without a match', ['build', 'x*.md'], 'no drafts in "x*.md"', 'drafts end in .md'],
  ['no jobs', ['build', 'draft.md', '--jobs', '0'], '"0" is no value for --jobs', 'from 1 to 64'],
  ['jobs in words', ['build', 'draft.md', '--jobs', 'two'], '"two" is no value for --jobs', 'from 1 to 64'],
  ['half a second', ['build', 'draft.md', '--timeout', '0.5'], '"0.5" is no value for --timeout', '3600'],
  ['no instant', ['build', 'draft.md', '--now', 'tomorrow'], '"tomorrow" is no instant', '2027-02-26T05:00Z'],
  ['a day that is none', ['build', 'draft.md', '--now', '2027-02-30'], '"2027-02-30" is no instant', '--now'],
  ['a time without zone', ['build', 'draft.md', '--now', '2027-02-26T05:00'], 'is no instant', '05:00Z'],
  [
    'an unknown letterhead',
    ['build', 'draft.md', '--letterhead', 'misson'],
    'no letterhead "misson"',
    'did you mean "mission"?',
  ],
  [
    'a folder without letterhead',
    ['build', 'draft.md', '--letterhead', './empty'],
    'no letterhead.yaml in "./empty"',
    'letterhead eject',
  ],
  [
    'a missing configuration',
    ['build', 'draft.md', '--config', 'no.yaml'],
    'cannot read the configuration "no.yaml"',
    '--config',
  ],
  ['an unknown schema', ['schema', 'drafts'], 'no schema "drafts"', 'did you mean "draft"?'],
  ['an unknown shell', ['completion', 'csh'], 'no completion for "csh"', 'bash, zsh, fish'],
])('%s: exit 2, nothing on stdout, nothing written', async (_, args, message, hint) => {
  const project = makeProject({ 'draft.md': draft(), 'empty/notes.txt': '' })
  const run = await project.release(args)
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain(message)
  expect(run.stderr).toContain(hint)
  expect(project.files()).toEqual(['draft.md', 'empty/notes.txt'])
})

const embargoed = draft(['embargo: 2027-02-26T00:01[America/New_York]'])

test('--now decides whether an embargo has passed', async () => {
  const project = makeProject({ 'draft.md': embargoed })
  const textAt = async (now: string) => {
    const run = await project.release(['build', 'draft.md', '-f', 'text', '-o', '-', '--now', now])
    expect(run.exitCode).toBe(0)
    return run.stdout
  }
  expect(await textAt('2027-02-26T05:00Z')).toContain('00:01')
  expect(await textAt('2027-02-26T05:01Z')).not.toContain('00:01')
  expect(await textAt('2027-02-26T00:00:59-05:00')).toBe(await textAt('2027-02-25'))
})

test('SOURCE_DATE_EPOCH stands in for the clock, --now wins over it, and a malformed one is refused', async () => {
  const project = makeProject({ 'draft.md': embargoed })
  const args = ['build', 'draft.md', '-f', 'text', '-o', '-']
  const at = (SOURCE_DATE_EPOCH: string, ...more: string[]) =>
    project.release([...args, ...more], { env: { SOURCE_DATE_EPOCH } })
  const before = String(Date.UTC(2027, 1, 26, 5, 0) / 1000)
  const after = String(Date.UTC(2027, 1, 26, 5, 1) / 1000)
  expect((await at(before)).stdout).toContain('00:01')
  expect((await at(after)).stdout).not.toContain('00:01')
  expect((await at(before, '--now', '2028-01-01')).stdout).toBe((await at(after)).stdout)
  for (const malformed of ['soon', '-1', '99999999999999999']) {
    const run = await at(malformed)
    expect(run, malformed).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain(`SOURCE_DATE_EPOCH is "${malformed}"`)
  }
})

test('--strict: a warning fails the draft, keeps its severity, and nothing of it is written', async () => {
  const project = makeProject({ 'warned.md': draft(['colour: blue']), 'good.md': draft() })
  const args = ['build', 'warned.md', 'good.md', '-f', 'text', '--json']
  const run = await project.release([...args, '--strict'])
  expect(run.exitCode).toBe(1)
  const [warned, good] = JSON.parse(run.stdout).releases
  expect(warned).toMatchObject({ status: 'failed', outputs: [] })
  expect(warned.findings).toMatchObject([
    { severity: 'warning', rule: 'front-matter-unknown-key', blocking: true, line: 4, column: 1 },
  ])
  expect(good.status).toBe('built')
  expect(project.files()).toEqual(['good.md', 'good.txt', 'warned.md'])
  const lenient = await project.release(args)
  expect(lenient.exitCode).toBe(0)
  expect(JSON.parse(lenient.stdout).releases[0].findings[0]).not.toHaveProperty('blocking')
})

test('--dry-run writes nothing, asks for no browser and exits as a build does', async () => {
  const project = makeProject({ 'good.md': draft(), 'bad.md': draft(['date: never']) })
  const env = { RELEASE_BROWSER: '/nonexistent' }
  const good = await project.release(['build', 'good.md', '--dry-run', '-o', 'out'], { env })
  expect(good).toMatchObject({ exitCode: 0, stdout: '' })
  expect(good.stderr).toContain('skipped (dry run: new): good.md')
  const both = await project.release(['build', 'good.md', 'bad.md', '--dry-run', '--json'], { env })
  expect(both.exitCode).toBe(1)
  expect(JSON.parse(both.stdout).releases).toMatchObject([
    { status: 'skipped', reason: 'dry run', outputs: [] },
    { status: 'failed', outputs: [] },
  ])
  const usage = await project.release(['build', 'good.md', '--dry-run', '--letterhead', 'nope'], { env })
  expect(usage.exitCode).toBe(2)
  expect(project.files()).toEqual(['bad.md', 'good.md'])
})
