import { mkdirSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { aheadBy, buildOf, listedFiles, manifestOf } from '../support/builds.ts'
import { draft } from '../support/project.ts'
import { edit, path, twoDrafts } from '../support/two-drafts.ts'

const SAME = ['a.md unchanged', 'b.md unchanged']
const both = (why: string) => [`a.md built (${why})`, `b.md built (${why})`]

afterEach(() => void vi.restoreAllMocks())

test('a change within the tick of the clock is seen: what is young is not trusted by its stamp', async () => {
  const made = twoDrafts()
  const file = path(made, 'drafts/a.md')
  const old = made.read('drafts/a.md')
  await buildOf(made)
  const { state } = JSON.parse(made.read('out/.release.state.json'))
  expect(state.drafts[file].stamp).toBeUndefined()
  expect(state.letterheads[path(made, 'letterheads/ours')].stamps[0] ?? null).toBeNull()
  made.write('drafts/a.md', old.replace('thanks', 'thinks'))
  expect((await buildOf(made)).lines[0]).toBe('a.md built (the draft has changed)')
})

test('a draft that changes while the run is at work is built again', async () => {
  aheadBy(60_000)
  const made = twoDrafts()
  const text = made.read('drafts/b.md')
  const changing = {
    notice: () => {},
    // Standard input is asked for after the run has begun, and before drafts are read.
    drafts: ['-', 'drafts'],
    stdin: async () => {
      made.write('drafts/b.md', text.replace('thanks', 'thinks'))
      return Buffer.from(draft(['letterhead: ours']))
    },
  }
  await buildOf(made, changing)
  made.write('drafts/b.md', text)
  expect((await buildOf(made)).lines).toEqual(['a.md unchanged', 'b.md built (the draft has changed)'])
})

test('a format that is added is built, one that is left out stays in the manifest', async () => {
  const made = twoDrafts()
  const formats = () => manifestOf(made).entries.map(({ outputs }) => outputs.map(({ format }) => format))
  await buildOf(made, { formats: ['html'] })
  expect(await buildOf(made)).toMatchObject({ lines: both('its .txt has not been built yet') })
  expect((await buildOf(made, { formats: ['text'] })).lines).toEqual(SAME)
  expect(formats()).toEqual([
    ['html', 'text'],
    ['html', 'text'],
  ])
  edit(made, 'drafts/a.md', 'thanks', 'greets')
  await buildOf(made, { formats: ['text'] })
  // The HTML of the old draft is vouched for no longer.
  expect(formats()).toEqual([['text'], ['html', 'text']])
})

test('years: one added, one that is no anniversary any more, and those of one draft side by side', async () => {
  const occasion = (from: number) =>
    draft([
      'letterhead: ours',
      'date: 2027-02-26',
      'occasion:',
      '  name: the Strelsau flood',
      `  date: ${from}-02-26`,
    ])
  const made = twoDrafts()
  made.write('drafts/a.md', occasion(1992))
  made.remove('drafts/b.md')
  const years = { from: 2026, to: 2027 }
  const first = await buildOf(made, { years })
  expect(first.lines).toEqual(['a.md 2026 built (new)', 'a.md 2027 built (new)'])
  expect((await buildOf(made, { years: { from: 2026, to: 2028 } })).lines).toEqual([
    'a.md 2026 unchanged',
    'a.md 2027 unchanged',
    'a.md 2028 built (new)',
  ])
  expect((await buildOf(made, { year: 2027 })).lines).toEqual(['a.md 2027 unchanged'])
  expect(manifestOf(made).entries.map(({ year }) => year)).toEqual([2026, 2027, 2028])
  made.write('drafts/a.md', occasion(2026))
  const skipped = await buildOf(made, { years: { from: 2026, to: 2028 } })
  expect(skipped.lines[0]).toMatch(/^a\.md 2026 skipped/)
  expect(manifestOf(made).entries.map(({ year }) => year)).toEqual([2027, 2028])
})

test('a draft that has become faulty fails, and what was built of it stays as it was', async () => {
  const made = twoDrafts()
  await buildOf(made)
  const before = listedFiles(made)
  made.write('drafts/a.md', draft(['letterhead: ours', 'date: never']))
  expect(await buildOf(made)).toMatchObject({
    exitCode: 1,
    lines: ['a.md failed (the draft has changed)', 'b.md unchanged'],
  })
  expect(listedFiles(made)).toEqual(before)
})

test('findings are shown again with paths of the working folder, and --strict looks at outputs it has not seen', async () => {
  const made = twoDrafts()
  made.write('drafts/a.md', draft(['letterhead: ours', 'colour: blue']))
  const first = await buildOf(made)
  expect(first.findings).toEqual(['warning front-matter-unknown-key drafts/a.md:5'])
  expect(await buildOf(made)).toMatchObject({ lines: SAME, findings: first.findings })
  mkdirSync(path(made, 'else/where'), { recursive: true })
  const elsewhere = await buildOf(made, { cwd: path(made, 'else/where'), drafts: ['../../drafts'] })
  expect(elsewhere).toMatchObject({
    lines: SAME,
    findings: ['warning front-matter-unknown-key ../../drafts/a.md:5'],
  })
  const manifest = made.read('out/release.manifest.json')
  expect(await buildOf(made, { strict: true })).toMatchObject({
    exitCode: 1,
    lines: ['a.md', 'b.md'].map((name) => `${name} failed (what it is made of has changed)`),
    // The templates print different words.
    findings: ['warning front-matter-unknown-key drafts/a.md:5', 'error words-differ drafts/b.md:1'],
  })
  expect(made.read('out/release.manifest.json')).toBe(manifest)
})

test('standard input is compared by its bytes', async () => {
  const made = twoDrafts()
  const from = (text: string) => ({ drafts: ['-'], stdin: async () => Buffer.from(text) })
  expect((await buildOf(made, from(draft()))).lines).toEqual(['stdin built (new)'])
  expect((await buildOf(made, from(draft()))).lines).toEqual(['stdin unchanged'])
  expect((await buildOf(made, from(draft([], 'Other.\n')))).lines).toEqual([
    'stdin built (the draft has changed)',
  ])
  await buildOf(made)
  expect(manifestOf(made).entries.map((entry) => entry.draft)).toEqual([
    '../drafts/a.md',
    '../drafts/b.md',
    'stdin',
  ])
})

test('another version of the tool, and another build of the same one, build all again', async () => {
  const made = twoDrafts()
  await buildOf(made)
  const rebuild = async (version: Record<string, string>) => {
    vi.resetModules()
    vi.doMock('../../src/version.ts', () => version)
    const other = await import('../support/builds.ts')
    const outcome = await other.buildOf(made)
    vi.doUnmock('../../src/version.ts')
    return outcome.lines
  }
  const same = { VERSION: '0.1.0', TOOL: manifestOf(made).tool }
  expect(await rebuild({ ...same, TOOL_BUILD: 'another build' })).toEqual(
    both('what it is made of has changed').map((line) =>
      line.replace('built', 'unchanged').replace(/ \(.*/, ''),
    ),
  )
  const other = { VERSION: '9.9.9', TOOL: 'release 9.9.9', TOOL_BUILD: 'release 9.9.9 x' }
  expect(await rebuild(other)).toEqual(both('the tool has changed'))
})

test('a clock before the end of an embargo that had passed is told as such', async () => {
  const made = twoDrafts()
  await buildOf(made, { now: new Date('2027-03-01T12:00Z') })
  const { lines } = await buildOf(made, { now: new Date('2027-03-01T11:59Z') })
  expect(lines).toContain('b.md built (its embargo has not passed yet)')
})
