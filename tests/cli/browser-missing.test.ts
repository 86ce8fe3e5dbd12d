import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

const CURE = process.arch === 'x64' ? 'npm install @sparticuz/chromium' : 'install Chrome'

const NO_PROGRAM = [
  ['--browser', ['--browser', '/nonexistent'], {}, '"/nonexistent" of --browser'],
  ['RELEASE_BROWSER', [], { RELEASE_BROWSER: '/nonexistent' }, 'of RELEASE_BROWSER'],
  [
    'PUPPETEER_EXECUTABLE_PATH',
    [],
    { PUPPETEER_EXECUTABLE_PATH: '/nonexistent' },
    'of PUPPETEER_EXECUTABLE_PATH',
  ],
  ['--browser, a folder', ['--browser', '/tmp'], {}, '"/tmp" of --browser'],
  ['--browser, no program', ['--browser', 'draft.md'], {}, 'draft.md" of --browser'],
] as const

test.each(NO_PROGRAM)(
  '%s that is no browser: HTML and text are written, exit 3',
  async (_, args, env, told) => {
    const project = makeProject({ 'draft.md': draft() })
    const run = await project.release(['build', 'draft.md', '--json', ...args], { env })
    expect(run.exitCode).toBe(3)
    expect(project.files()).toEqual(['draft.html', 'draft.md', 'draft.txt'])
    const [release] = JSON.parse(run.stdout).releases
    expect(release).toMatchObject({
      status: 'failed',
      outputs: [
        { format: 'html', path: 'draft.html' },
        { format: 'text', path: 'draft.txt' },
      ],
      findings: [{ severity: 'error', rule: 'browser-missing', line: 1, column: 1 }],
    })
    expect(release.findings[0].message).toContain(told)
    expect(release.findings[0].hint).toContain('/usr/bin/chromium')
  },
)

test.each([
  [
    'exits at once',
    '#!/bin/sh\necho "error: cannot open shared library" >&2\nexit 1\n',
    'cannot open shared library',
  ],
  ['exits well', '#!/bin/sh\nexit 0\n', 'exit 0'],
  ['prints garbage', '#!/bin/sh\nhead -c 100000 /dev/urandom >&4\nhead -c 100000 /dev/urandom >&2\n', ''],
  ['answers with garbage for ever', '#!/bin/sh\nwhile :; do printf "garbage\\0" >&4; done\n', ''],
  ['answers almost with JSON', '#!/bin/sh\nprintf "{garbage\\0{}\\0[1]\\0" >&4\nexec sleep 60\n', ''],
  ['hangs', '#!/bin/sh\nexec sleep 60\n', 'not done after 2 s'],
  ['is another program', '#!/bin/cat\nnot an interpreter\n', ''],
])('a browser that %s: HTML and text are written, exit 3 with the cure', async (_, script, told) => {
  const project = makeProject({ 'draft.md': draft() })
  const browser = project.writeProgram('browser.sh', script)
  const run = await project.release(['build', 'draft.md', '--browser', browser, '--timeout', '2'])
  expect(run).toMatchObject({ exitCode: 3, stdout: 'draft.html\ndraft.txt\n' })
  expect(run.stderr).toContain('draft.md:1:1 error browser-missing: ')
  expect(run.stderr).toContain(told)
  expect(run.stderr).toContain(CURE)
  expect(run.stderr).not.toMatch(/[^\n -\u{10ffff}]/u)
  expect(project.files()).toEqual(['browser.sh', 'draft.html', 'draft.md', 'draft.txt'])
})

test.each([
  ['--browser', ['--browser', './bin/browser.sh'], {}],
  ['RELEASE_BROWSER', [], { RELEASE_BROWSER: 'bin/browser.sh' }],
])('%s takes a path relative to the working folder', async (_, args, env) => {
  const project = makeProject({ 'draft.md': draft() })
  project.writeProgram('bin/browser.sh', '#!/bin/sh\necho "error: it was started" >&2\nexit 1\n')
  const run = await project.release(['build', 'draft.md', '-f', 'pdf', ...args], { env })
  expect(run.exitCode).toBe(3)
  expect(run.stderr).toContain('it was started')
})

test('HTML and text never need a browser', async () => {
  const project = makeProject({ 'draft.md': draft() })
  const env = { RELEASE_BROWSER: '/nonexistent' }
  const run = await project.release(['build', 'draft.md', '-f', 'html,text'], { env })
  expect(run).toMatchObject({ exitCode: 0, stdout: 'draft.html\ndraft.txt\n' })
})

test('the machine (3) beats wrong drafts (1), and every release is told', async () => {
  const project = makeProject({ 'good.md': draft(), 'bad.md': draft(['date: never']) })
  const run = await project.release(['build', 'bad.md', 'good.md', '--browser', '/nonexistent', '--json'])
  expect(run.exitCode).toBe(3)
  expect(JSON.parse(run.stdout)).toMatchObject({
    releases: [
      { draft: 'bad.md', status: 'failed', outputs: [] },
      { draft: 'good.md', status: 'failed', outputs: [{}, {}] },
    ],
    summary: { built: 0, failed: 2 },
  })
})
