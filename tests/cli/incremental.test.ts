import { chmodSync, readFileSync, renameSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { Manifest } from '../../src/manifest/schema.ts'
import { listedFiles, manifestOf, stampsOf } from '../support/builds.ts'
import { draft, makeProject, type Project } from '../support/project.ts'

/** Builds `drafts/` into `out/` with the real binary: `a.md built`, and the run. */
async function build(made: Project, args: readonly string[] = []) {
  const run = await made.release(['build', 'drafts', '-o', 'out', '--json', ...args])
  const { releases } = JSON.parse(run.stdout) as { releases: { draft: string; status: string }[] }
  const lines = releases.map((release) => `${release.draft.slice('drafts/'.length)} ${release.status}`)
  return { lines, exitCode: run.exitCode, stderr: run.stderr }
}

/** The embedded browser behind a program that notes each of its starts. */
async function notingBrowser(made: Project) {
  const doctor = await made.release(['doctor'])
  const [, embedded = ''] = / at (\/\S+)/.exec(`${doctor.stdout}${doctor.stderr}`) ?? []
  made.write('starts', '')
  // The browser of a root process is another user.
  chmodSync(join(made.folder, 'starts'), 0o666)
  const path = made.writeProgram(
    'browser.sh',
    `#!/bin/sh
echo >> '${join(made.folder, 'starts')}'
export LD_LIBRARY_PATH='${dirname(embedded)}/lib'
exec '${embedded}' "$@"
`,
  )
  return { path, starts: () => made.read('starts').length }
}

const three = () => makeProject({ 'drafts/a.md': draft(), 'drafts/b.md': draft(), 'drafts/c.md': draft() })

test('PDFs: no browser without a change, one print for one draft, all for a letterhead', async () => {
  const made = three()
  const { path, starts } = await notingBrowser(made)
  await made.release(['letterhead', 'eject', 'mission', 'ours'])
  const args = ['--browser', path, '--letterhead', './ours']
  const first = await build(made, args)
  expect(first).toMatchObject({ exitCode: 0, lines: ['a.md built', 'b.md built', 'c.md built'] })
  const atFirst = starts()
  expect(atFirst).toBeGreaterThan(0)
  const tree = listedFiles(made)
  const stamps = stampsOf(made)

  expect((await build(made, args)).lines).toEqual(['a.md unchanged', 'b.md unchanged', 'c.md unchanged'])
  expect((await build(made, [...args, '--dry-run', '--force'])).lines[0]).toBe('a.md skipped')
  expect(starts()).toBe(atFirst)

  made.write('drafts/b.md', draft([], 'Ruritania greets its neighbours.\n'))
  expect((await build(made, args)).lines).toEqual(['a.md unchanged', 'b.md built', 'c.md unchanged'])
  expect(starts()).toBeGreaterThan(atFirst)
  const touched = Object.entries(stampsOf(made)).filter(([file, stamp]) => stamps[file] !== stamp)
  const outputs = touched.map(([file]) => file).filter((file) => /^out\/\w+\.\w+$/.test(file))
  expect(outputs).toEqual(['out/b.html', 'out/b.pdf', 'out/b.txt'])

  made.write('drafts/b.md', draft())
  await build(made, args)
  // The same work gives the same bytes again.
  expect(listedFiles(made)).toEqual(tree)

  made.write('ours/letterhead.yaml', made.read('ours/letterhead.yaml').replace('Third', 'Fourth'))
  expect((await build(made, args)).lines).toEqual(['a.md built', 'b.md built', 'c.md built'])
  for (const [file, bytes] of Object.entries(listedFiles(made))) expect(bytes, file).not.toBe(tree[file])
})

test('a browser of the same build elsewhere is started once to be known, and nothing is printed again', async () => {
  const made = three()
  const { path, starts } = await notingBrowser(made)
  await build(made, ['--browser', path])
  const manifest = made.read('out/release.manifest.json')
  const other = join(made.folder, 'other.sh')
  renameSync(path, other)
  utimesSync(other, 1_700_000_000, 1_700_000_000)
  const before = starts()
  const same = ['a.md unchanged', 'b.md unchanged', 'c.md unchanged']
  expect((await build(made, ['--browser', other])).lines).toEqual(same)
  const once = starts()
  expect(once).toBeGreaterThan(before)
  expect((await build(made, ['--browser', other])).lines).toEqual(same)
  expect((await build(made, ['--browser', other, '-f', 'html'])).lines).toEqual(same)
  made.remove('out/.release.state.json')
  expect((await build(made, ['-f', 'text'])).lines).toEqual(same)
  expect(starts()).toBe(once)
  expect(made.read('out/release.manifest.json')).toBe(manifest)
  const { browser } = JSON.parse(manifest) as Manifest
  expect(browser).toMatch(/^Chromium \d+\.\d/)
})

test('where another browser prints PDFs alone, the other outputs of every release are still vouched for', async () => {
  const made = three()
  const { path } = await notingBrowser(made)
  await build(made)
  await build(made, ['-f', 'pdf', '--browser', path])
  const formats = manifestOf(made).entries.map(({ outputs }) => outputs.map(({ format }) => format).join())
  expect(formats).toEqual(['html,pdf,text', 'html,pdf,text', 'html,pdf,text'])
})

test('shards are a partition, and together they hold what one build holds', async () => {
  const made = makeProject(
    Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`drafts/${i % 3}/d${i}.md`, draft()])),
  )
  await build(made, ['-f', 'html,text'])
  const whole = manifestOf(made).entries
  const parts: Manifest['entries'] = []
  const files: Record<string, string> = {}
  for (const index of [3, 1, 2]) {
    const args = ['build', 'drafts', '-o', `part${index}`, '-f', 'html,text', '--shard', `${index}/3`]
    expect(await made.release(args)).toMatchObject({ exitCode: 0 })
    const manifest = manifestOf(made, `part${index}/release.manifest.${index}-of-3.json`)
    expect(manifest.entries.length).toBeGreaterThan(0)
    parts.push(...manifest.entries)
    for (const { outputs } of manifest.entries)
      for (const { path } of outputs) files[path] = made.read(`part${index}/${path}`)
  }
  expect(parts.sort((a, b) => (a.draft < b.draft ? -1 : 1))).toEqual(whole)
  expect(files).toEqual(listedFiles(made))
})

test('shards one after the other in one folder: each keeps to its own manifest, also after a kill', async () => {
  const made = makeProject(
    Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`drafts/d${i}.md`, draft()])),
  )
  const shard = (index: number) => build(made, ['-f', 'text', '--shard', `${index}/2`])
  const entriesOf = (index: number) => manifestOf(made, `out/release.manifest.${index}-of-2.json`).entries
  await shard(1)
  const first = entriesOf(1)
  // What a first shard has noted when it is killed.
  made.remove('out/release.manifest.1-of-2.json')
  const notes = first.map((entry) => JSON.stringify({ entry, stamps: {} })).join('\n')
  made.write('out/.release.journal.1-of-2', `${notes}\n`)
  await shard(2)
  expect(first.length + entriesOf(2).length).toBe(6)
  expect((await shard(1)).lines.every((line) => line.endsWith('unchanged'))).toBe(true)
  expect(entriesOf(1)).toEqual(first)
  expect(made.files().filter((file) => file.includes('journal'))).toEqual([])
})

test('one by one in any order, or at once: the same manifest and outputs', async () => {
  const made = three()
  await build(made, ['-f', 'html,text'])
  const manifest = made.read('out/release.manifest.json')
  const tree = listedFiles(made)
  for (const name of ['c', 'a', 'b'])
    await made.release(['build', `${name}.md`, '-o', '../other', '-f', 'html,text', '--jobs', '1'], {
      cwd: join(made.folder, 'drafts'),
    })
  expect(made.read('other/release.manifest.json')).toBe(manifest)
  expect(listedFiles(made, 'other')).toEqual(tree)
})

test('--dry-run says why, takes no lock and writes nothing', async () => {
  const made = three()
  await build(made, ['-f', 'text'])
  made.write('drafts/b.md', draft([], 'Other.\n'))
  made.write('drafts/d.md', draft())
  // A run is at work in it.
  made.write('out/.release.lock', '{"pid": 1, "host": "strelsau"}')
  const before = stampsOf(made)
  const run = await made.release(['build', 'drafts', '-o', 'out', '-f', 'text', '--dry-run'])
  expect(run.exitCode).toBe(0)
  expect(run.stderr.split('\n').slice(0, 4)).toEqual([
    'unchanged: drafts/a.md',
    'skipped (dry run: the draft has changed): drafts/b.md',
    'unchanged: drafts/c.md',
    'skipped (dry run: new): drafts/d.md',
  ])
  expect(stampsOf(made)).toEqual(before)
})

test('a few open files are enough for many drafts', async () => {
  const drafts = Array.from({ length: 200 }, (_, i) => [`drafts/${i % 20}/d${i}.md`, draft()] as const)
  const made = makeProject(Object.fromEntries(drafts))
  const line = 'release build drafts -o out -f html,text --quiet --jobs 8'
  expect(await made.shell(`ulimit -n 64; ${line}`)).toMatchObject({ exitCode: 0, stderr: '' })
  expect(Object.keys(listedFiles(made))).toHaveLength(400)
  expect(readFileSync(join(made.folder, 'out/7/d7.txt'), 'utf8')).toContain('Ruritania')
  // Too few to read and write at once: the machine's fault, not a defect, with its cure.
  const run = await made.shell(`ulimit -n 20; ${line} --force`)
  expect(run.exitCode).toBe(3)
  expect(run.stderr).toMatch(/(?:^|\s)error [a-z-]+: .*too many open files.*\n {4}hint: .*ulimit -n/)
})
