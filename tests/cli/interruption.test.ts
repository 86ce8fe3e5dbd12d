import { once } from 'node:events'
import { join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import {
  goneWithin,
  groupsBelow,
  membersOf,
  temporaryFoldersOf,
  untilBrowser,
  untilFile,
} from '../support/processes.ts'
import { BINARY, draft, makeProject, type Project } from '../support/project.ts'

const COUNT = 40

function batch(): Project {
  const drafts = Array.from(
    { length: COUNT },
    (_, i) => [`d${String(i).padStart(2, '0')}.md`, draft()] as const,
  )
  const project = makeProject(Object.fromEntries(drafts))
  project.write('out/.keep', '')
  return project
}

/** Starts a batch and waits for its first PDF: then a browser is at work. */
async function startBatch(project: Project, args: readonly string[] = []) {
  const first = untilFile(join(project.folder, 'out'), '.pdf')
  const options = { cwd: project.folder, reject: false } as const
  const run = execa(process.execPath, [BINARY, 'build', '.', '-o', 'out', ...args], options)
  await Promise.race([first, run])
  const pid = run.pid as number
  const groups = groupsBelow(pid)
  expect(membersOf(groups).length).toBeGreaterThan(1)
  return { run, pid, groups }
}

function expectNothingLeft(project: Project, pid: number, groups: readonly number[]): void {
  expect(membersOf(groups)).toEqual([])
  expect(temporaryFoldersOf(pid)).toEqual([])
  expect(project.files().filter((file) => file.endsWith('.tmp'))).toEqual([])
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  '%s ends a batch within two seconds, cleanly, and the report says what is done',
  async (signal, code) => {
    const project = batch()
    const { run, pid, groups } = await startBatch(project, ['--json'])
    const sent = performance.now()
    run.kill(signal)
    const { exitCode, stdout } = await run
    expect(performance.now() - sent).toBeLessThan(2000)
    expect(exitCode).toBe(code)
    expectNothingLeft(project, pid, groups)
    const { releases } = JSON.parse(String(stdout)) as {
      releases: { status: string; reason?: string; outputs: { path: string; bytes: number }[] }[]
    }
    expect(releases).toHaveLength(COUNT)
    expect(releases.map(({ status }) => status)).toContain('built')
    expect(releases.at(-1)).toMatchObject({ status: 'skipped', reason: 'interrupted', outputs: [] })
    const told = releases.flatMap(({ outputs }) => outputs)
    for (const { path, bytes } of told) expect(project.readBytes(path).length, path).toBe(bytes)
    const written = project.files().filter((file) => /^out\/.*\.(?:html|pdf|txt)$/.test(file))
    expect(told.map(({ path }) => path).sort()).toEqual(written)
  },
)

test('a second SIGINT ends the run at once, and still no browser stays', async () => {
  const project = batch()
  const { run, groups } = await startBatch(project)
  run.kill('SIGINT')
  run.kill('SIGINT')
  expect((await run).exitCode).toBe(130)
  expect(await goneWithin(2000, groups)).toBe(true)
})

test('kill -9 of the tool leaves no browser, and every output is whole', async () => {
  const project = batch()
  const { run, groups } = await startBatch(project)
  run.kill('SIGKILL')
  expect((await run).signal).toBe('SIGKILL')
  expect(await goneWithin(5000, groups)).toBe(true)
  for (const file of project.files().filter((name) => name.endsWith('.pdf'))) {
    expect(project.readBytes(file).subarray(-6).toString(), file).toContain('%%EOF')
  }
})

test('SIGINT while standard input is awaited ends the run', async () => {
  const project = makeProject()
  const options = { cwd: project.folder, reject: false } as const
  const run = execa(process.execPath, [BINARY, 'build', '-', '-f', 'text', '--verbose'], options)
  await once(run.stderr, 'data')
  run.kill('SIGINT')
  expect(await run).toMatchObject({ exitCode: 130, stdout: '' })
})

test('SIGINT while a browser hangs at its start ends the run', async () => {
  const project = makeProject({ 'draft.md': draft() })
  const browser = project.writeProgram('browser.sh', '#!/bin/sh\nexec sleep 60\n')
  const options = { cwd: project.folder, reject: false } as const
  const written = untilFile(project.folder, '.txt')
  const run = execa(process.execPath, [BINARY, 'build', 'draft.md', '--browser', browser], options)
  await written
  const sent = performance.now()
  const groups = groupsBelow(run.pid as number)
  run.kill('SIGINT')
  expect((await run).exitCode).toBe(130)
  expect(performance.now() - sent).toBeLessThan(2000)
  expectNothingLeft(project, run.pid as number, groups)
})

test('SIGINT ends `release doctor` and the browser that it tries', async () => {
  const project = makeProject()
  const browser = project.writeProgram('browser.sh', '#!/bin/sh\nexec sleep 60\n')
  const run = execa(process.execPath, [BINARY, 'doctor', '--browser', browser], {
    cwd: project.folder,
    reject: false,
  })
  await untilBrowser(run.pid as number)
  const groups = groupsBelow(run.pid as number)
  run.kill('SIGINT')
  expect((await run).exitCode).toBe(130)
  expect(await goneWithin(2000, groups)).toBe(true)
  expect(temporaryFoldersOf(run.pid as number)).toEqual([])
})
