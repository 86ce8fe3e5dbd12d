import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { configFields } from '../src/config-fields.ts'
import { ALIASES, draftFields } from '../src/draft/fields.ts'
import { letterheadFields } from '../src/letterhead/letterhead-fields.ts'
import { VIEW_SHAPE } from '../src/letterhead/view.ts'
import { draft, makeProject, runRelease } from './support/project.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const readme = read('README.md')

/** The text of a section, up to the next heading of its level or above. */
function section(heading: string): string {
  const level = /^#+/.exec(heading)?.[0].length ?? 1
  const [, after = ''] = readme.split(`\n${heading}\n`)
  expect(after, heading).not.toBe('')
  return after.split(new RegExp(`\\n#{1,${level}} `))[0] ?? ''
}

/** The code in the given column of every table row, e.g. the keys of a table of keys. */
function codesOfColumn(text: string, column: number): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap(
      (line) => /^`([^`]+)`$/.exec(line.split(' | ')[column]?.replace(/^\| /, '').trim() ?? '')?.[1] ?? [],
    )
}

const sorted = (names: Iterable<string>) => [...names].sort()

describe('the tables of keys', () => {
  test('name every key of the front matter and no other', () => {
    expect(sorted(codesOfColumn(section('### Front matter'), 0))).toEqual(
      sorted(Object.keys(draftFields.shape)),
    )
  })

  test('name the alias of a key in its row', () => {
    for (const [alias, key] of Object.entries(ALIASES)) {
      expect(section('### Front matter')).toContain(`| \`${key}\` | \`${alias}\` |`)
    }
  })

  test('name every key of the configuration and no other', () => {
    expect(sorted(codesOfColumn(section('## Configuration'), 0))).toEqual(
      sorted(Object.keys(configFields.shape)),
    )
  })

  test('name every key of letterhead.yaml and no other', () => {
    expect(sorted(codesOfColumn(section('### letterhead.yaml'), 0))).toEqual(
      sorted(Object.keys(letterheadFields.shape)),
    )
  })

  test('name every key inside the keys', async () => {
    const nested: readonly [schema: string, heading: string][] = [
      ['draft', '### Front matter'],
      ['letterhead', '### letterhead.yaml'],
      ['config', '## Configuration'],
    ]
    for (const [schema, heading] of nested) {
      const { stdout } = await runRelease(['schema', schema], {})
      const text = section(heading)
      for (const name of new Set(propertiesOf(JSON.parse(stdout))))
        expect(text).toMatch(new RegExp(`\\b${name}\\b`))
    }
  })
})

function* propertiesOf(schema: unknown): Generator<string> {
  if (typeof schema !== 'object' || schema === null) return
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') yield* Object.keys(value as object)
    yield* propertiesOf(value)
  }
}

test('the list of template values is what templates can print', () => {
  const listed = (/```text\n([\s\S]*?)```/.exec(section('### Templates'))?.[1] ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s{2,}|(?<=^\S{28,}) /)[0] ?? '')
  expect(listed).toEqual([...pathsOf(VIEW_SHAPE, '')])
})

function* pathsOf(shape: unknown, path: string): Generator<string> {
  if (typeof shape === 'string') yield path
  else if (Array.isArray(shape)) yield* pathsOf(shape[0], `${path}[]`)
  else {
    for (const [key, value] of Object.entries(shape as object))
      yield* pathsOf(value, path === '' ? key : `${path}.${key}`)
  }
}

test('the map of the source names every folder of src and no other', () => {
  const folders = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(
      (entry) =>
        `${join(entry.parentPath, entry.name)
          .slice(ROOT.length + 1)
          .replaceAll('\\', '/')}/`,
    )
  const mapped = [...section('## Map of the source').matchAll(/^(src\/[^ ]+)/gm)].map(
    ([, folder]) => folder ?? '',
  )
  expect(sorted(mapped)).toEqual(sorted(folders))
})

test('every link inside the repository leads somewhere', () => {
  const anchors = [...readme.matchAll(/^#+ (.*)$/gm)].map(
    ([, title = '']) =>
      `#${title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')}`,
  )
  for (const [, target = ''] of readme.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (target.startsWith('#')) expect(anchors).toContain(target)
    else if (!/^https?:/.test(target) && !target.startsWith('images/'))
      expect(() => readdirOrRead(target), target).not.toThrow()
  }
})

function readdirOrRead(path: string): void {
  try {
    read(path)
  } catch {
    readdirSync(join(ROOT, path))
  }
}

/** Everything that begins with `release` and a command: in code blocks, in `code`, behind npx. */
function commandLines(text: string): string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'))
  const spans = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  const runs = [...text.matchAll(/^\s*(?:- )?run: (.*)$/gm)].map(([, run = '']) => run)
  return [...blocks, ...spans, ...runs]
    .flatMap((line) => /(?:^|[|(] ?|npx --no )(release [a-z-].*)/.exec(line)?.[1] ?? [])
    .map((line) => line.replace(/ +(?:#|>|\|).*$|\)$/, ''))
}

const helps = new Map<string, Promise<string>>()

/** What `--help` of a command says; a name that is none fails the test. */
function helpOf(path: readonly string[]): Promise<string> {
  const key = path.join(' ')
  const help = helps.get(key) ?? runRelease([...path, '--help'], {}).then(({ stdout }) => stdout)
  helps.set(key, help)
  return help
}

async function expectKnown(line: string): Promise<void> {
  const [, ...words] = line.split(/\s+/)
  const program = await helpOf([])
  if (words[0]?.startsWith('-')) {
    expect(program, line).toContain(words[0])
    return
  }
  expect(program, line).toMatch(new RegExp(`^  ${words[0]}\\b`, 'm'))
  const path = words[0] === 'letterhead' && words[1] !== undefined ? words.slice(0, 2) : words.slice(0, 1)
  const help = await helpOf(path)
  expect(help, line).toContain(`release ${path.join(' ')}`)
  for (const option of words.filter((word) => /^-./.test(word)))
    expect(help, line).toMatch(new RegExp(`(?:^|[\\s,])${option}\\b`, 'm'))
}

describe('the command lines', () => {
  test.each(['README.md', 'examples/ci/README.md', 'examples/ci/release-build.yml'])(
    'of %s name real commands and options',
    async (path) => {
      const lines = commandLines(read(path))
      expect(lines.length).toBeGreaterThan(1)
      for (const line of lines) await expectKnown(line)
    },
  )

  test('name every option of build', async () => {
    const options = [...(await helpOf(['build'])).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(
      ([, option = '']) => option,
    )
    expect(options.length).toBeGreaterThan(10)
    const undocumented = options.filter((option) => !readme.includes(option))
    expect(undocumented).toEqual([])
  })

  test('npm scripts that are named exist', () => {
    const { scripts } = JSON.parse(read('package.json'))
    for (const path of ['README.md', 'CONTRIBUTING.md']) {
      for (const [, name = ''] of read(path).matchAll(/npm run ([a-z:]+)/g))
        expect(scripts).toHaveProperty(name)
    }
  })
})

test('the draft of the quick start builds into three files', async () => {
  const draft = /```markdown\n([\s\S]*?)```/.exec(section('## Quick start'))?.[1] ?? ''
  const project = makeProject({ 'draft.md': draft })
  const { exitCode, stdout, stderr } = await project.release(['build', 'draft.md'])
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.not.stringContaining('warning') })
  expect(stdout).toBe('draft.html\ndraft.pdf\ndraft.txt\n')
  expect(project.read('draft.txt')).toContain('“We have not forgotten it,” said the Ambassador.')
})

test('the snippets of front matter pass the dry run', async () => {
  for (const heading of ['### Dateline', '### Embargo']) {
    const snippet = /```yaml\n([\s\S]*?)```/.exec(section(heading))?.[1] ?? ''
    const project = makeProject({
      'draft.md': `---\nheadline: A statement\ndate: 2027-02-26\n${snippet}---\nThe Permanent Mission.\n`,
    })
    const { exitCode, stderr } = await project.release(['build', 'draft.md', '--dry-run', '--strict'])
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 })
  }
})

describe('the workflow of examples/ci', () => {
  const source = read('examples/ci/release-build.yml')
  const workflow = parse(source)

  test('is YAML with three jobs and a token that only reads', () => {
    expect(Object.keys(workflow.jobs)).toEqual(['check', 'build', 'verify'])
    expect(workflow.permissions).toEqual({ contents: 'read' })
  })

  test('checks strangers without secrets and without a trusted event', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push'])
    expect(source).not.toContain('secrets.')
    for (const { steps } of Object.values<{ steps: { uses?: string; with?: Record<string, unknown> }[] }>(
      workflow.jobs,
    )) {
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      expect(checkouts.length).toBeGreaterThan(0)
      for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false)
    }
  })

  test('counts its parts everywhere alike', () => {
    const { strategy, env, steps } = workflow.jobs.build
    const { length } = strategy.matrix.part
    expect(strategy.matrix.part).toEqual(Array.from({ length }, (_, i) => i + 1))
    expect(env.PARTS).toBe(length)
    const caches = steps.filter(({ with: given }: { with?: { path?: string } }) => given?.path === 'out')
    expect(caches).toHaveLength(1)
    expect(caches[0].with.key).toContain(`-of-${length}-`)
    expect(caches[0].with.key.startsWith(caches[0].with['restore-keys'])).toBe(true)
  })

  test('has a manifest of every part, also of one that no draft falls to', async () => {
    const project = makeProject({ 'drafts/a.md': draft() })
    for (const part of [1, 2, 3])
      await project.release(['build', 'drafts', '-o', 'out', '-f', 'text', '--shard', `${part}/3`])
    const manifests = [1, 2, 3].map((part) => `out/release.manifest.${part}-of-3.json`)
    expect(project.files()).toEqual(expect.arrayContaining(manifests))
    expect(await project.release(['verify', 'out'])).toMatchObject({ exitCode: 0 })
  })

  test('gathers from an output folder what its manifest names, and nothing else', async () => {
    const project = makeProject({
      'drafts/a b.md': draft(),
      'drafts/-c.md': draft(),
      'drafts/gone.md': draft(),
    })
    const build = ['build', 'drafts', '-o', 'out', '-f', 'text', '--shard', '1/1']
    expect((await project.release(build)).exitCode).toBe(0)
    project.remove('drafts/gone.md')
    expect((await project.release(build)).exitCode).toBe(0)
    const gather = workflow.jobs.build.steps.find(({ name }: { name?: string }) => name?.startsWith('Gather'))
    expect((await project.shell(`set -e -o pipefail\n${gather.run}`)).exitCode).toBe(0)
    const gathered = project.files().filter((file) => file.startsWith('gathered/'))
    expect(gathered).toEqual(
      ['-c.txt', 'a b.txt', 'release.manifest.1-of-1.json'].map((f) => `gathered/${f}`),
    )
  })

  test('runs what it runs of a pull request from the target branch', () => {
    const { steps } = workflow.jobs.check
    const runs = steps.filter(({ run }: { run?: string }) => run !== undefined)
    expect(runs.map((step: { 'working-directory'?: string }) => step['working-directory'])).toEqual([
      'trusted',
      'trusted',
    ])
  })
})
