import { expect, test } from 'vitest'
import { verificationSchema } from '../../src/verify/verification.ts'
import { draft, makeProject } from '../support/project.ts'

const page = (words: string) =>
  `<!doctype html><html lang="en"><head><meta name="generator" content="release 0.1.0"></head><body><p>${words}</p></body></html>`
const PAIR = {
  'out/flood.html': page('The river rose by night.'),
  'out/flood.txt': 'The river rose by night.\n',
}

test('a built release is verified, and standard output says so', async () => {
  const project = makeProject({ 'draft.md': draft() })
  expect((await project.release(['build', 'draft.md', '-o', 'built'])).exitCode).toBe(0)
  const run = await project.release(['verify', 'built', '--quiet'])
  expect(run).toMatchObject({ exitCode: 0, stdout: '1 release verified, 0 differ\n', stderr: '' })
})

test('a difference is shown with its context and ends with 1', async () => {
  const project = makeProject({ ...PAIR, 'out/flood.txt': 'The water rose by night.\n' })
  const run = await project.release(['verify', 'out', '--quiet'])
  expect(run).toMatchObject({ exitCode: 1, stderr: '' })
  expect(run.stdout).toBe(
    [
      'out/flood.txt: error words-differ: the text parts from the HTML at word 2',
      '    | HTML: The «river» rose by night.',
      '    | text: The «water» rose by night.',
      '    hint: build again; if they still differ, the templates of the letterhead print different values',
      '0 releases verified, 1 differs (1 problem)',
      '',
    ].join('\n'),
  )
})

test('--json prints the report and nothing else', async () => {
  const project = makeProject({ ...PAIR, 'out/flood.txt': 'The water rose by night.\n' })
  const run = await project.release(['verify', 'out', '--json'])
  expect(run).toMatchObject({ exitCode: 1, stderr: '' })
  const report = verificationSchema.parse(JSON.parse(run.stdout))
  expect(report.summary).toEqual({ verified: 0, differ: 1, problems: 1 })
  expect(report.problems[0]).toMatchObject({ rule: 'words-differ', difference: { word: 2 } })
})

test.each([
  ['a folder that is not there', ['nowhere']],
  ['an empty folder', ['empty']],
  ['a file that is no output', ['empty/.keep']],
  ['nothing named', []],
])('%s is wrong usage', async (_, paths) => {
  const project = makeProject({ 'empty/.keep': '' })
  const run = await project.release(['verify', ...paths])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toMatch(/^error usage: /)
})

test('no word of an output moves the cursor or commands a runner', async () => {
  const evil = '\u001b[2J::error::x ##[command]y \u202e'
  const project = makeProject({ ...PAIR, 'out/flood.txt': `${evil} undefined\n::error::forged\n` })
  for (const options of [[], ['--json']]) {
    const { exitCode, stdout } = await project.release(['verify', 'out', ...options])
    expect(exitCode).toBe(1)
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|^\s*::|##\[/m)
  }
})

test.each([
  ['ar', []],
  ['az', []],
  ['tr', []],
  ['fr', ['embargo: 2027-02-26T00:01[America/New_York]']],
])('what was built on the letterhead that comes along is verified in %s', async (language, lines) => {
  const project = makeProject({ 'a.md': draft([`language: ${language}`, ...lines]) })
  const built = await project.release(['build', 'a.md', '-o', 'out', '--now', '2027-02-01'])
  expect(built.exitCode, built.stderr).toBe(0)
  const { exitCode, stdout } = await project.release(['verify', 'out'])
  expect(exitCode, stdout).toBe(0)
})
