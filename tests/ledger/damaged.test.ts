import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { digestOf } from '../../src/ledger/digest.ts'
import { writeState } from '../../src/ledger/state.ts'
import { aheadBy, buildOf, listedFiles, manifestOf } from '../support/builds.ts'
import { draft, type Project } from '../support/project.ts'
import { path, twoDrafts } from '../support/two-drafts.ts'

const SAME = ['a.md unchanged', 'b.md unchanged']
const MANIFEST = 'out/release.manifest.json'
const STATE = 'out/.release.state.json'
const JOURNAL = 'out/.release.journal'

afterEach(() => void vi.restoreAllMocks())

type Damage = readonly [string, (text: string) => string | Uint8Array]

const HOSTILE = '{"version": 1, "__proto__": {"x": 1}, "constructor": {"prototype": {"x": 1}}'

/** A state with another part, and a digest that is right for it. */
function signed(text: string, part: object): string {
  return writeState({ ...JSON.parse(text).state, ...part })
}

/** Puts a pipe where a file is. */
function putPipe(made: Project, file: string): void {
  rmSync(path(made, file), { force: true })
  spawnSync('mkfifo', [path(made, file)])
}

test('a manifest that comes with a state of its own is checked as any other', async () => {
  const made = twoDrafts()
  await buildOf(made)
  const manifest = '{"version": 1, "entries": [{"draft": 5}]}'
  made.write(MANIFEST, manifest)
  made.write(STATE, signed(made.read(STATE), { manifest: digestOf(manifest) }))
  expect(await buildOf(made)).toMatchObject({ exitCode: 0, lines: SAME })
})

test('a pipe in the place of a file of ours is not waited for', async () => {
  const made = twoDrafts()
  await buildOf(made)
  for (const file of [STATE, JOURNAL]) {
    putPipe(made, file)
    expect(await buildOf(made)).toMatchObject({ exitCode: 0, lines: SAME })
  }
  putPipe(made, MANIFEST)
  expect((await buildOf(made)).notices.join()).toContain('cannot be read (not a regular file)')
})

test('a journal that is a link is not written through', async () => {
  const made = twoDrafts()
  made.write('out/x', '')
  made.write('kept', 'as it was')
  symlinkSync('../kept', path(made, JOURNAL))
  await buildOf(made)
  expect([made.read('kept'), made.files().includes(JOURNAL)]).toEqual(['as it was', false])
})

describe('a state that is damaged costs time, and nothing is told', () => {
  test.each<Damage>([
    ['empty', () => ''],
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['a list', () => '[]'],
    ['null', () => 'null'],
    ['of another version', (text) => text.replace('"version":1', '"version":2')],
    ['of wrong types', (text) => text.replace(/"drafts":\{/, '"drafts":{"x":7,')],
    ['not UTF-8', () => new Uint8Array([0xff, 0xfe, 0x00])],
    [
      'hostile',
      () => `${HOSTILE}, "drafts": {"__proto__": {}}, "letterheads": {}, "outputs": {}, "browsers": {}}`,
    ],
    ['of other files', (text) => text.replaceAll('drafts/', 'others/')],
    ...[
      { drafts: null },
      { drafts: { x: {} } },
      { letterheads: { x: {} } },
      { outputs: null },
      { browsers: 7 },
    ].map((part): Damage => [`signed, but with ${JSON.stringify(part)}`, (text) => signed(text, part)]),
  ])('%s', async (_, damage) => {
    aheadBy(60_000)
    const made = twoDrafts()
    await buildOf(made)
    const whole = made.read(STATE)
    made.write(STATE, damage(whole))
    expect(await buildOf(made)).toMatchObject({ exitCode: 0, lines: SAME, notices: [] })
    expect(made.read(STATE)).toBe(whole)
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false)
  })
})

describe('a manifest that is damaged, foreign or of another version is built again, with a warning', () => {
  test.each<readonly [...Damage, warning: RegExp]>([
    ['empty', () => '', /is empty/],
    ['cut off', (text) => text.slice(0, text.length / 2), /is not JSON/],
    ['a list', () => '[]', /is not a manifest of release/],
    [
      'of another program',
      () => '{"name": "letterhead", "version": "1.0.0"}',
      /is not a manifest of release/,
    ],
    ['older', (text) => text.replace('"version": 1', '"version": 0'), /"version" is not 1/],
    ['newer', (text) => text.replace('"version": 1', '"version": 2'), /has version 2/],
    ['of wrong types', (text) => text.replace(/"bytes":\d+/, '"bytes":"x"'), /is damaged: entries\[0\]/],
    ['hostile', () => `${HOSTILE}, "entries": [{"__proto__": {"draft": "x"}}]}`, /is damaged/],
  ])('%s', async (_, damage, warning) => {
    const made = twoDrafts()
    await buildOf(made)
    const manifest = made.read(MANIFEST)
    made.write(MANIFEST, damage(manifest))
    const dry = await buildOf(made, { dryRun: true })
    expect(dry.lines).toEqual(['a.md skipped (dry run: new)', 'b.md skipped (dry run: new)'])
    // The bytes are there already.
    expect(await buildOf(made)).toMatchObject({
      exitCode: 0,
      lines: SAME,
      notices: [
        expect.stringMatching(new RegExp(`^"release.manifest.json" .*${warning.source}.*built again$`)),
      ],
    })
    expect(made.read(MANIFEST)).toBe(manifest)
  })

  test('one that cannot be read', async () => {
    const made = twoDrafts()
    mkdirSync(path(made, MANIFEST), { recursive: true })
    const run = await buildOf(made)
    expect(run).toMatchObject({ exitCode: 3, lines: ['a.md built (new)', 'b.md built (new)'] })
    expect(run.notices.join()).toMatch(
      /"release.manifest.json" cannot be read \(EISDIR\).*there is a folder of that name/s,
    )
  })
})

describe('the journal of a run that was killed', () => {
  /** As if a run had died before it wrote its manifest. */
  async function killed(made: Project) {
    await buildOf(made)
    const manifest = manifestOf(made)
    const tree = listedFiles(made)
    const text = made.read(MANIFEST)
    made.remove(MANIFEST)
    made.remove(STATE)
    const notes = manifest.entries.map((entry) => JSON.stringify({ entry, stamps: {} }))
    return { tree, text, notes }
  }

  test('spares the releases that it names, and goes', async () => {
    const made = twoDrafts()
    const { text, notes } = await killed(made)
    made.write(JOURNAL, `${notes[0]}\n${notes[1]?.slice(0, 100)}`)
    expect((await buildOf(made, { dryRun: true })).lines).toEqual([
      'a.md unchanged',
      'b.md skipped (dry run: new)',
    ])
    expect((await buildOf(made)).lines).toEqual(SAME)
    expect([made.read(MANIFEST), made.files().includes(JOURNAL)]).toEqual([text, false])
  })

  test('vouches for nothing that is not there', async () => {
    const made = twoDrafts()
    const { notes, tree } = await killed(made)
    made.write(JOURNAL, notes.join('\n'))
    made.remove('out/a.txt')
    made.write('out/b.html', 'torn')
    expect((await buildOf(made)).lines).toEqual([
      'a.md built ("a.txt" is missing)',
      'b.md built ("b.html" is not what was built)',
    ])
    expect(listedFiles(made)).toEqual(tree)
  })

  test.each(['[]', '{"entry": {}}', '{"__proto__": {"entry": 1}}', '7', '\u0000'])(
    'passes over %s',
    async (line) => {
      const made = twoDrafts()
      const { text, notes } = await killed(made)
      made.write(JOURNAL, `${line}\n${notes.join('\n')}\n${line}`)
      expect(await buildOf(made)).toMatchObject({ lines: SAME, notices: [] })
      expect(made.read(MANIFEST)).toBe(text)
    },
  )

  test('takes a file from the release that had it, as a manifest does', async () => {
    const made = twoDrafts()
    made.write('drafts/a.md', draft(['letterhead: ours', 'slug: flood']))
    await buildOf(made, { drafts: ['drafts/a.md'] })
    const before = made.read(MANIFEST)
    made.write('drafts/a.md', draft(['letterhead: ours']))
    made.write('drafts/b.md', draft(['letterhead: ours', 'slug: flood']))
    await buildOf(made, { drafts: ['drafts/b.md'] })
    const after = made.read(MANIFEST)
    expect(manifestOf(made).entries.map((entry) => entry.draft)).toEqual(['../drafts/b.md'])
    made.write(MANIFEST, before)
    made.write(JOURNAL, JSON.stringify({ entry: JSON.parse(after).entries[0], stamps: {} }))
    await buildOf(made, { drafts: ['drafts/b.md'] })
    expect(made.read(MANIFEST)).toBe(after)
  })
})
