import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { groupsBelow, livingProcesses, membersOf, untilFile } from '../support/processes.ts'
import { BINARY, draft, makeProject } from '../support/project.ts'

const outputs = ['out/draft.html', 'out/draft.pdf', 'out/draft.txt']

const TURKISH = draft([
  'headline: TITLE Iğdır',
  'language: tr',
  'embargo: 2027-02-26T00:01[America/New_York]',
])

test('zone and locale of the machine change no byte of any output', async () => {
  const project = makeProject({ 'draft.md': TURKISH })
  const builtIn = async (TZ: string, LANG: string) => {
    const env = { TZ, LANG, LC_ALL: LANG, LANGUAGE: LANG }
    const run = await project.release(['build', 'draft.md', '-o', 'out', '--now', '2027-01-01'], { env })
    expect(run.exitCode, run.stderr).toBe(0)
    return outputs.map((file) => project.readBytes(file).toString('base64'))
  }
  const expected = await builtIn('UTC', 'C')
  for (const [zone, locale] of [
    ['America/Los_Angeles', 'tr_TR.UTF-8'],
    ['Pacific/Auckland', 'de_DE.UTF-8'],
    ['Nonsense/Zone', 'xx_XX'],
  ] as const) {
    expect(await builtIn(zone, locale), `${zone} ${locale}`).toEqual(expected)
    for (const file of outputs) project.remove(file)
  }
})

test('an environment of nothing but PATH suffices', async () => {
  const project = makeProject({ 'draft.md': draft() })
  const options = { env: { PATH: process.env.PATH ?? '' }, extendEnv: false }
  const run = await project.release(['build', 'draft.md'], options)
  expect(run, run.stderr).toMatchObject({ exitCode: 0, stdout: 'draft.html\ndraft.pdf\ndraft.txt\n' })
})

test('a home that cannot be written and odd temporary folders still give a PDF', async () => {
  const project = makeProject({ 'draft.md': draft(), 'tmp with space/é/.keep': '' })
  mkdirSync(join(project.folder, 'home'))
  chmodSync(join(project.folder, 'home'), 0o555)
  const TMPDIR = join(project.folder, 'tmp with space/é')
  // The browser of root is another user, who must be able to write there.
  chmodSync(TMPDIR, 0o1777)
  const env = { HOME: join(project.folder, 'home'), XDG_CACHE_HOME: 'relative', TMPDIR }
  const run = await project.release(['build', 'draft.md', '-f', 'pdf'], { env })
  expect(run, run.stderr).toMatchObject({ exitCode: 0, stdout: 'draft.pdf\n' })
  expect(project.files()).toEqual(['draft.md', 'draft.pdf', 'tmp with space/é/.keep'])
})

test('a temporary folder that is missing is the fault of the machine, told without a stack', async () => {
  const project = makeProject({ 'draft.md': draft() })
  const run = await project.release(['build', 'draft.md'], { env: { TMPDIR: '/nonexistent/tmp' } })
  expect(run).toMatchObject({ exitCode: 3, stdout: 'draft.html\ndraft.txt\n' })
  expect(run.stderr).toContain('/nonexistent/tmp')
  expect(run.stderr).not.toMatch(/^\s+at /m)
})

test.each(['build ../draft.md -f text', 'letterhead list', 'doctor'])(
  'in a working folder that was deleted, `release %s` says so',
  async (args) => {
    const project = makeProject({ 'draft.md': draft() })
    const run = await project.shell(`mkdir gone && cd gone && rmdir ../gone && release ${args}`)
    expect(run).toMatchObject({ exitCode: 3, stdout: '' })
    expect(run.stderr).toContain('the working folder does not exist any more')
    expect(run.stderr).not.toMatch(/^\s+at /m)
  },
)

test('a secret of the environment reaches no output, no log and no browser', async () => {
  const SECRET_TOKEN = 'marker-4711'
  const drafts = Array.from({ length: 20 }, (_, i) => [`in/d${i}.md`, draft()] as const)
  const project = makeProject({
    ...Object.fromEntries(drafts),
    'in/bad.md': draft(['date: never']),
    'out/.keep': '',
  })
  const options = { cwd: project.folder, reject: false, env: { SECRET_TOKEN } } as const
  const first = untilFile(join(project.folder, 'out'), '.pdf')
  const run = execa(process.execPath, [BINARY, 'build', 'in', '-o', 'out', '--verbose', '--json'], options)
  await Promise.race([first, run])
  const browsers = membersOf(groupsBelow(run.pid as number))
  const environments = browsers.flatMap((pid) => {
    const living = livingProcesses().some((one) => one.pid === pid)
    return living ? [readFileSync(`/proc/${pid}/environ`, 'latin1')] : []
  })
  expect(environments.length).toBeGreaterThan(0)
  for (const environment of environments) expect(environment).not.toContain(SECRET_TOKEN)
  const { stdout, stderr, exitCode } = await run
  expect(exitCode).toBe(1)
  for (const text of [
    stdout,
    stderr,
    ...project.files().map((file) => project.readBytes(file).toString('latin1')),
  ])
    expect(text).not.toContain(SECRET_TOKEN)
})

test('a .env file and NODE_ENV-like switches in the project are not read', async () => {
  const project = makeProject({
    'draft.md': draft(),
    '.env': 'RELEASE_BROWSER=/nonexistent\nNODE_OPTIONS=--require ./evil.cjs\n',
    'evil.cjs': 'require("fs").writeFileSync("owned", "")',
    'package.json': '{"type": "commonjs", "release": {"browser": "/nonexistent"}}',
    'node_modules/handlebars/index.js': 'require("fs").writeFileSync("owned", "")',
  })
  const run = await project.release(['build', 'draft.md'])
  expect(run.exitCode).toBe(0)
  expect(project.files()).not.toContain('owned')
})
