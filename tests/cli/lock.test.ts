import { once } from 'node:events'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { listedFiles } from '../support/builds.ts'
import { BINARY, draft, makeProject } from '../support/project.ts'

const LOCK = 'out/.release.lock'
const ARGS = ['build', 'drafts', '-o', 'out', '-f', 'html,text', '--json']

const many = () =>
  makeProject(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`drafts/d${i}.md`, draft()])))

test('two runs at once on one folder: each draft is built by one of them, and both end well', async () => {
  const made = many()
  const runs = await Promise.all([made.release(ARGS), made.release(ARGS)])
  const summaries = runs.map(({ stdout }) => JSON.parse(stdout).summary)
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0])
  expect(summaries.map(({ built }) => built).sort()).toEqual([0, 20])
  expect(summaries.map(({ unchanged }) => unchanged).sort()).toEqual([0, 20])
  expect(Object.keys(listedFiles(made))).toHaveLength(40)
  expect(made.files().filter((file) => /lock|journal|\.tmp$/.test(file))).toEqual([])
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the waiting for another run, and leaves its lock', async (signal, code) => {
  const made = many()
  const holder = '{"pid": 7, "host": "strelsau"}'
  made.write(LOCK, holder)
  const run = execa(process.execPath, [BINARY, ...ARGS], { cwd: made.folder, reject: false })
  const [said] = await once(run.stderr, 'data')
  expect(String(said)).toBe(
    `warning: waiting for process 7 on strelsau, which is at work in "${join(made.folder, 'out')}"\n`,
  )
  const sent = performance.now()
  run.kill(signal)
  expect((await run).exitCode).toBe(code)
  expect(performance.now() - sent).toBeLessThan(2000)
  expect(made.read(LOCK)).toBe(holder)
  expect(made.files().filter((file) => file.startsWith('out'))).toEqual([LOCK])
})

test('a lock that another machine left is deleted by hand, and the waiting run goes on', async () => {
  const made = many()
  made.write(LOCK, '{"pid": 7, "host": "strelsau"}')
  const run = execa(process.execPath, [BINARY, ...ARGS], { cwd: made.folder, reject: false })
  await once(run.stderr, 'data')
  made.remove(LOCK)
  expect((await run).exitCode).toBe(0)
  expect(Object.keys(listedFiles(made))).toHaveLength(40)
})
