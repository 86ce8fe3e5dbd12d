import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../src/verify/verify.ts'
import { entryOf, manifestOf } from '../support/manifests.ts'
import { makeProject, type Project, runRelease } from '../support/project.ts'

// Real outputs, built once; each test changes copies of its own.
const EXAMPLES = join(import.meta.dirname, '../../examples')
const LETTERHEAD = join(EXAMPLES, 'letterheads/ruritania')
const STORIES = [
  'admission',
  'archive-advisory',
  'choir-draft',
  'eder-decade',
  'novruz-az',
  'prize-embargo',
  'storm-statement',
  'water-day-ar',
]
/** Recurring examples; no font of the letterhead has Chinese, so that one is not printed. */
const YEARS = [
  { draft: 'anniversaries/strelsau-flood/strelsau-flood-ru.md', formats: 'html,pdf,text' },
  { draft: 'anniversaries/bridge-of-neighbours/bridge-of-neighbours-ar.md', formats: 'html,pdf,text' },
  { draft: 'anniversaries/zenda-university/zenda-university-zh.md', formats: 'html,text' },
]

let built: string
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), 'release-verify-'))
  const now = ['--now', '2027-01-15T12:00Z']
  const drafts = `{${STORIES.join(',')}}/draft.md`
  const run = await runRelease(['build', drafts, '-o', join(built, 'stories'), ...now], { cwd: EXAMPLES })
  expect(run.exitCode, run.stderr).toBe(0)
  for (const { draft, formats } of YEARS) {
    const options = ['-f', formats, '-o', join(built, 'years'), '--year', '2045', ...now]
    const issued = await runRelease(['build', draft, ...options], { cwd: EXAMPLES })
    expect(issued.exitCode, issued.stderr).toBe(0)
  }
})
afterAll(() => rmSync(built, { recursive: true, force: true }))

/** A folder with the outputs of an example and a manifest of them. */
function release(story = 'eder-decade'): Project {
  const project = makeProject()
  for (const ending of ['html', 'pdf', 'txt'])
    project.write(`out/draft.${ending}`, readFileSync(join(built, 'stories', story, `draft.${ending}`)))
  copyFileSync(join(EXAMPLES, story, 'draft.md'), join(project.folder, 'draft.md'))
  vouch(project)
  return project
}

function vouch(project: Project): void {
  project.write('out/release.manifest.json', manifestOf(entryOf(join(project.folder, 'out'), 'draft')))
}

const rulesOf = async (project: Project, paths = ['out']) => {
  const { report, exitCode } = await verify({ paths, cwd: project.folder })
  expect(exitCode).toBe(report.problems.some(({ severity }) => severity === 'error') ? 1 : 0)
  return report.problems.map(({ rule, path, severity }) => `${severity} ${rule} ${path}`)
}

describe('clean', () => {
  test('every example: tables, notes, links, a picture, a watermark, an embargo, Arabic', async () => {
    const { report, exitCode } = await verify({ paths: ['stories'], cwd: built })
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report.summary).toEqual({ verified: STORIES.length, differ: 0, problems: 0 })
    expect(exitCode).toBe(0)
  })

  test('recurring examples in Russian, Arabic and Chinese', async () => {
    const { report } = await verify({ paths: ['years'], cwd: built })
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(report.summary).toMatchObject({ verified: 3, differ: 0 })
  })

  test('with a manifest nothing is told', async () => {
    const project = release()
    const { report } = await verify({ paths: ['out'], cwd: project.folder })
    expect(report).toMatchObject({
      releases: [{ draft: 'draft.md', manifest: 'out/release.manifest.json', status: 'verified' }],
      problems: [],
      summary: { verified: 1, differ: 0, problems: 0 },
    })
    expect(report.releases[0]?.outputs.map(({ format, pages }) => [format, pages])).toEqual([
      ['html', undefined],
      ['pdf', 3],
      ['text', undefined],
    ])
  })
})

describe('tampered', () => {
  test.each([
    ['html', (text: string) => text.replace('nine river gauges', 'nine water gauges')],
    ['txt', (text: string) => text.replace('nine river gauges', 'river nine gauges')],
  ])('a word of the %s', async (ending, change) => {
    const project = release()
    const path = `out/draft.${ending}`
    project.write(path, change(project.read(path)))
    const told = [`error words-differ ${path}`]
    expect(await rulesOf(project)).toEqual([`error output-changed ${path}`, ...told])
    vouch(project)
    expect(await rulesOf(project)).toEqual(told)
  })

  test('the PDF of another draft', async () => {
    const project = release()
    project.write('out/draft.pdf', readFileSync(join(built, 'stories/admission/draft.pdf')))
    expect(await rulesOf(project)).toEqual([
      'error output-changed out/draft.pdf',
      'error words-differ out/draft.pdf',
    ])
  })

  test('one word of the PDF', async () => {
    const project = release('storm-statement')
    const source = project.read('draft.md')
    const word = /\n---\n(\p{L}+)/u.exec(source)?.[1] ?? ''
    project.write('other/draft.md', source.replace(`\n---\n${word}`, '\n---\nElsewhere'))
    const options = ['--letterhead', LETTERHEAD, '-f', 'pdf', '-o', 'other', '--now', '2027-01-15T12:00Z']
    const run = await project.release(['build', 'other/draft.md', ...options])
    expect(run.exitCode, run.stderr).toBe(0)
    project.write('out/draft.pdf', project.readBytes('other/draft.pdf'))
    vouch(project)
    const { report } = await verify({ paths: ['out'], cwd: project.folder })
    expect(report.problems).toMatchObject([
      {
        path: 'out/draft.pdf',
        difference: { expected: { format: 'html', word }, found: { format: 'pdf', word: 'Elsewhere' } },
      },
    ])
  })

  test('one byte that no word shows', async () => {
    const project = release()
    project.write('out/draft.html', project.read('out/draft.html').replace('</style>', ' </style>'))
    expect(await rulesOf(project)).toEqual(['error output-changed out/draft.html'])
  })

  test('a file that is gone', async () => {
    const project = release()
    project.remove('out/draft.txt')
    expect(await rulesOf(project)).toEqual(['error output-missing out/draft.txt'])
  })
})

describe('hostile and damaged files are differences, and nothing else is read', () => {
  test.each<[string, string, (bytes: Buffer) => Uint8Array]>([
    ['an empty file', 'html', () => Buffer.alloc(0)],
    ['text that is not UTF-8', 'txt', () => Buffer.from([0x41, 0xe9, 0x42])],
    ['half a PDF', 'pdf', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['no PDF', 'pdf', () => Buffer.from('no PDF')],
    ['HTML nested without end', 'html', () => Buffer.from('<div>'.repeat(100_000))],
  ])('%s', async (_, ending, change) => {
    const project = release()
    const path = `out/draft.${ending}`
    project.write(path, change(project.readBytes(path)))
    vouch(project)
    expect(await rulesOf(project)).toEqual([`error output-unreadable ${path}`])
  })

  test.each(['../secret.txt', '/etc/passwd', 'a/../../secret.txt', '..\\secret.txt'])(
    'a manifest that names %s',
    async (path) => {
      const project = release()
      project.write('secret.txt', 'a secret')
      const entry = entryOf(join(project.folder, 'out'), 'draft')
      const outputs = [...entry.outputs, { format: 'text' as const, path, bytes: 8, sha256: '0'.repeat(64) }]
      project.write('out/release.manifest.json', manifestOf({ ...entry, outputs }))
      const { report } = await verify({ paths: ['out'], cwd: project.folder })
      expect(report.problems.map(({ rule, path }) => [rule, path])).toEqual([
        ['path-outside', 'out/release.manifest.json'],
      ])
      expect(JSON.stringify(report)).not.toContain('a secret')
    },
  )

  test('links that lead out of the folder', async () => {
    const project = release()
    project.write('draft.txt', project.read('out/draft.txt'))
    project.remove('out/draft.txt')
    symlinkSync('../draft.txt', join(project.folder, 'out/draft.txt'))
    expect(await rulesOf(project)).toEqual(['error output-unreadable out/draft.txt'])
  })

  test('a folder where a file should be', async () => {
    const project = release()
    project.remove('out/draft.txt')
    mkdirSync(join(project.folder, 'out/draft.txt'))
    expect(await rulesOf(project)).toEqual(['error output-unreadable out/draft.txt'])
  })

  test.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['a version to come', '{"version": 2}'],
  ])('a manifest with %s', async (_, text) => {
    const project = release()
    project.write('out/release.manifest.json', text)
    expect((await rulesOf(project))[0]).toBe('error manifest-unreadable out/release.manifest.json')
  })
})

describe('shards', () => {
  test('all of them are wanted, and of one number', async () => {
    const project = release()
    const manifest = project.read('out/release.manifest.json')
    project.remove('out/release.manifest.json')
    project.write('out/release.manifest.2-of-3.json', manifest)
    project.write('out/release.manifest.3-of-3.json', manifestOf())
    expect(await rulesOf(project)).toEqual(['error manifest-shards out/release.manifest.1-of-3.json'])
    project.write('out/release.manifest.1-of-3.json', manifestOf())
    expect(await rulesOf(project)).toEqual([])
    project.write('out/release.manifest.1-of-2.json', manifestOf())
    expect(await rulesOf(project)).toEqual(['error manifest-shards out'])
  })
})

describe('files that no manifest names', () => {
  test('are differences where release made them, and else only told', async () => {
    const project = release()
    for (const ending of ['html', 'pdf', 'txt'])
      project.write(`out/old.${ending}`, readFileSync(join(built, 'stories/admission', `draft.${ending}`)))
    project.write('out/page.html', '<!doctype html><p>a page</p>')
    project.write('out/notes.txt', 'my notes')
    expect((await rulesOf(project)).sort()).toEqual([
      'error output-unlisted out/old.html',
      'error output-unlisted out/old.pdf',
      'error output-unlisted out/old.txt',
      'info output-unlisted out/notes.txt',
      'info output-unlisted out/page.html',
    ])
  })

  test('files that were named must be ours', async () => {
    const project = makeProject({ 'page.html': '<!doctype html><p>a page</p>' })
    expect(await rulesOf(project, ['page.html'])).toEqual([
      'error output-foreign page.html',
      'info manifest-missing page.html',
    ])
  })
})

describe('letterheads', () => {
  /** Builds a draft on a changed copy of the invented letterhead. */
  async function buildOn(change: (folder: string) => void, body: string): Promise<Project> {
    const project = makeProject({
      'draft.md': `---\nheadline: A statement\ndate: 2027-02-26\n---\n${body}\n`,
    })
    const folder = join(project.folder, 'ours')
    cpSync(LETTERHEAD, folder, { recursive: true })
    change(folder)
    const run = await project.release(['build', 'draft.md', '--letterhead', './ours', '-o', 'out'])
    expect(run.exitCode, run.stderr).toBe(0)
    vouch(project)
    return project
  }
  const edit = (file: string, change: (text: string) => string) => {
    chmodSync(file, 0o644)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }

  test('capitals, hyphens and decoration of a style sheet are set aside', async () => {
    const project = await buildOn((folder) => {
      edit(
        join(folder, 'print.css'),
        (css) =>
          `${css}\n.masthead p, h1, .contacts h2 { text-transform: uppercase }\n.body p { hyphens: auto; width: 30mm }\n`,
      )
      edit(join(folder, 'release.html.hbs'), (html) =>
        html.replace('<main>', '<p aria-hidden="true">§</p><main>'),
      )
    }, 'Extraordinary circumstances notwithstanding, intergovernmental organizations acknowledged responsibilities. See <https://archive.ruritania.example/opening/media/registration>.')
    expect(await rulesOf(project)).toEqual([])
  })

  test('a template that prints undefined is found in all three, a draft that speaks of NaN is left alone', async () => {
    const project = await buildOn((folder) => {
      edit(join(folder, 'release.html.hbs'), (html) =>
        html.replace('{{{body}}}', '<p>undefined</p>{{{body}}}'),
      )
      edit(join(folder, 'release.txt.hbs'), (text) => text.replace('{{body}}', 'undefined\n\n{{body}}'))
    }, 'In mathematics NaN is not a number.')
    expect(await rulesOf(project)).toEqual(
      ['html', 'pdf', 'txt'].map((ending) => `error leftover out/draft.${ending}`),
    )
  })

  test('words that only one template prints are a difference', async () => {
    const project = await buildOn((folder) => {
      edit(join(folder, 'release.txt.hbs'), (text) =>
        text.replace('{{body}}', 'Not in the others.\n\n{{body}}'),
      )
    }, 'Ruritania thanks its neighbours.')
    expect(await rulesOf(project)).toEqual(['error words-differ out/draft.txt'])
  })
})
