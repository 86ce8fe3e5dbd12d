import { rmSync, symlinkSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { BuildOptions } from '../../src/build-options.ts'
import { aheadBy, buildOf, listedFiles, stampsOf } from '../support/builds.ts'
import { draft, type Project } from '../support/project.ts'
import { edit, font, path, SVG, touch, twoDrafts } from '../support/two-drafts.ts'

type Row = readonly [
  name: string,
  change: (made: Project) => void,
  /** What becomes of the drafts a and b, or of those that there are. */
  lines: readonly string[],
  /** How the second build is asked for; `inVain`: why both are built, where that gives the bytes that are there. */
  more?: { readonly options?: BuildOptions; readonly inVain?: string },
]

const SAME = ['a.md unchanged', 'b.md unchanged']
const both = (why: string) => [`a.md built (${why})`, `b.md built (${why})`]

const ROWS: readonly Row[] = [
  ['nothing', () => {}, SAME],
  [
    'a draft',
    (made) => edit(made, 'drafts/a.md', 'thanks', 'greets'),
    ['a.md built (the draft has changed)', 'b.md unchanged'],
  ],
  ['a draft that is only touched', (made) => touch(made, 'drafts/a.md'), SAME],
  [
    'a draft that is saved again as it was',
    (made) => made.write('drafts/a.md', made.read('drafts/a.md')),
    SAME,
  ],
  [
    'a draft with an edit that keeps size and mtime',
    (made) => {
      edit(made, 'drafts/a.md', 'thanks', 'thinks')
      touch(made, 'drafts/a.md')
    },
    ['a.md built (the draft has changed)', 'b.md unchanged'],
  ],
  [
    'a new draft',
    (made) => made.write('drafts/c.md', draft(['letterhead: ours'])),
    [...SAME, 'c.md built (new)'],
  ],
  ['a deleted draft', (made) => made.remove('drafts/b.md'), ['a.md unchanged']],
  [
    'an image',
    (made) => made.write('drafts/red.svg', SVG('rgb(255,0,0)')),
    ['a.md built (an image has changed)', 'b.md unchanged'],
  ],
  ['an image that is only touched', (made) => touch(made, 'drafts/red.svg'), SAME],
  [
    'the target of a linked image',
    (made) => {
      made.remove('drafts/picture.svg')
      symlinkSync('blue.svg', path(made, 'drafts/picture.svg'))
    },
    ['a.md built (an image has changed)', 'b.md unchanged'],
  ],
  [
    'a link of an image that becomes the file',
    (made) => {
      made.remove('drafts/picture.svg')
      made.write('drafts/picture.svg', SVG('red'))
    },
    SAME,
  ],
  [
    'data of the letterhead',
    (made) => edit(made, 'letterheads/ours/letterhead.yaml', 'of Ruritania', 'of the Kingdom'),
    both('the letterhead has changed'),
  ],
  ['a letterhead that is only touched', (made) => touch(made, 'letterheads/ours/letterhead.yaml'), SAME],
  [
    'a template of the letterhead',
    (made) => edit(made, 'letterheads/ours/release.html.hbs', 'none', 'nothing'),
    both('the letterhead has changed'),
  ],
  [
    'a style sheet that was not there',
    (made) => made.write('letterheads/ours/print.css', 'h1 { color: blue }'),
    both('the letterhead has changed'),
  ],
  [
    'an own partial',
    (made) => made.write('letterheads/ours/partials/top.html.hbs', '<b>{{institution.name}}</b>'),
    both('the letterhead has changed'),
  ],
  [
    'a partial that no template names',
    (made) => made.write('letterheads/ours/partials/aside.html.hbs', '<i>here</i>'),
    SAME,
    { inVain: 'the letterhead has changed' },
  ],
  [
    'an own font',
    (made) => made.write('letterheads/ours/ours.woff2', font('700-normal')),
    both('the letterhead has changed'),
  ],
  ['a letterhead that nobody uses', (made) => touch(made, 'letterheads/theirs/letterhead.yaml'), SAME],
  [
    'the name of the letterhead in a draft',
    (made) => edit(made, 'drafts/b.md', 'ours', 'theirs'),
    ['a.md unchanged', 'b.md built (the draft has changed)'],
  ],
  [
    'the letterhead of the flag',
    () => {},
    both('it has another letterhead'),
    { options: { letterhead: 'theirs' } },
  ],
  [
    'the letterhead of the configuration',
    (made) => made.write('release.config.yaml', 'letterheads: letterheads\nletterhead: theirs\n'),
    both('it has another letterhead'),
  ],
  [
    'an embargo that has passed',
    () => {},
    ['a.md unchanged', 'b.md built (its embargo has passed)'],
    { options: { now: new Date('2027-03-01T12:00Z') } },
  ],
  [
    'a clock before the end of the embargo',
    () => {},
    SAME,
    { options: { now: new Date('2027-03-01T11:59Z') } },
  ],
  [
    'a limit of the configuration',
    (made) => made.write('release.config.yaml', 'letterheads: letterheads\nlimits: {pages: 40}\n'),
    SAME,
    { inVain: 'what it is made of has changed' },
  ],
  [
    'the levels of checks, whose findings a build shows',
    (made) =>
      made.write(
        'release.config.yaml',
        'letterheads: letterheads\ncheck: {rules: {weekday-mismatch: "off"}}\n',
      ),
    SAME,
    { inVain: 'what it is made of has changed' },
  ],
  ['more jobs', () => {}, SAME, { options: { jobs: 7 } }],
  [
    'the order of drafts',
    () => {},
    [...SAME].reverse(),
    { options: { drafts: ['drafts/b.md', 'drafts/a.md'] } },
  ],
  ['the working folder', () => {}, SAME, { options: { cwd: '/', drafts: [] } }],
  [
    'a slug',
    (made) => edit(made, 'drafts/a.md', 'headline', 'slug: flood\nheadline'),
    ['a.md built (its outputs get other names)', 'b.md unchanged'],
  ],
  [
    'a deleted output',
    (made) => made.remove('out/a.txt'),
    ['a.md built ("a.txt" is missing)', 'b.md unchanged'],
  ],
  [
    'an edited output',
    (made) => made.write('out/a.txt', 'mine'),
    ['a.md built ("a.txt" is not what was built)', 'b.md unchanged'],
  ],
  [
    'an output with an edit of the same length',
    (made) => edit(made, 'out/a.txt', 'thanks', 'thinks'),
    ['a.md built ("a.txt" is not what was built)', 'b.md unchanged'],
  ],
  [
    'an output that became a link to its copy',
    (made) => {
      made.write('out/copy', made.readBytes('out/a.txt'))
      made.remove('out/a.txt')
      symlinkSync('copy', path(made, 'out/a.txt'))
    },
    ['a.md built ("a.txt" is not what was built)', 'b.md unchanged'],
  ],
  ['an output that is only touched', (made) => touch(made, 'out/a.txt'), SAME],
  ['a deleted state', (made) => made.remove('out/.release.state.json'), SAME],
  ['a deleted manifest', (made) => made.remove('out/release.manifest.json'), SAME, { inVain: 'new' }],
  ['--force', () => {}, both('--force'), { options: { force: true } }],
]

afterEach(() => void vi.restoreAllMocks())

/** Rows that tell apart what is known by stamps and what is read again. */
const READ = /^(?:nothing|an? (?:draft|image|letterhead|template)|the target)/

describe.each([
  ['files that have just been written', 0, ROWS.filter(([name]) => READ.test(name))],
  ['files that were written before the clock could mistake them', 60_000, ROWS],
] as const)('%s', (_, ahead, rows) => {
  for (const [name, change, lines, more = {}] of rows)
    test(name, async () => {
      const { options = {}, inVain } = more
      if (ahead > 0) aheadBy(ahead)
      const made = twoDrafts()
      const settings =
        options.cwd === '/'
          ? { cwd: '/', drafts: [path(made, 'drafts')], config: path(made, 'release.config.yaml') }
          : options
      expect((await buildOf(made)).lines).toEqual(both('new'))
      change(made)

      const before = stampsOf(made)
      const dry = await buildOf(made, { ...settings, dryRun: true })
      const considered = inVain === undefined ? lines : both(inVain)
      expect(dry.lines).toEqual(
        considered.map((line) => line.replace(/built \((.*)\)$/, 'skipped (dry run: $1)')),
      )
      expect(stampsOf(made)).toEqual(before)

      const rebuilt = await buildOf(made, settings)
      expect(rebuilt).toMatchObject({ exitCode: 0, lines, notices: [] })
      const after = stampsOf(made)
      const changed = Object.keys(before).filter(
        (file) => /^out\/\w+\.(?:html|txt)$/.test(file) && before[file] !== after[file],
      )
      // What is unchanged is not touched.
      for (const file of changed) expect(lines.join()).toContain(`${file.slice(4, 5)}.md built`)

      const again = await buildOf(made, { ...settings, force: false })
      expect(again.lines).toEqual(lines.map((line) => line.replace(/ built.*$/, ' unchanged')))
      expect(made.files().filter((file) => /lock|journal|tmp/.test(file))).toEqual([])

      // A folder built at once holds the same.
      const files = listedFiles(made)
      const manifest = made.read('out/release.manifest.json')
      rmSync(path(made, 'out'), { recursive: true })
      await buildOf(made, { ...settings, force: false })
      expect(listedFiles(made)).toEqual(files)
      expect(made.read('out/release.manifest.json')).toBe(manifest)
    })
})
