import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

const NAMES = [
  'a b',
  "quote's",
  'double"quote',
  'h#sh',
  'question?',
  'p%20ercent',
  '\u{1f30a}',
  '洪水',
  'עברית',
  'cafe\u0301',
  '[a]',
  '*',
  '{a,b}',
  '!(x)',
  '$HOME',
  '~',
  ' space ',
  'back\\slash',
  'x'.repeat(245),
]

test('drafts of any name are built, alone and from a folder, and their paths printed', async () => {
  const project = makeProject(Object.fromEntries(NAMES.map((name) => [`names/${name}.md`, draft()])))
  const folder = await project.release(['build', 'names', '-f', 'text', '-o', 'out', '--json'])
  expect(folder.exitCode).toBe(0)
  const outputs = JSON.parse(folder.stdout).releases.map(
    ({ outputs }: { outputs: { path: string }[] }) => outputs[0]?.path,
  )
  expect(outputs.sort()).toEqual(NAMES.map((name) => `out/${name}.txt`).sort())
  for (const path of outputs) expect(existsSync(join(project.folder, path)), path).toBe(true)
  const alone = await project.release(['build', ...NAMES.map((name) => `${name}.md`), '-f', 'text'], {
    cwd: join(project.folder, 'names'),
  })
  expect(alone.exitCode).toBe(0)
  expect(alone.stdout.trimEnd().split('\n')).toHaveLength(NAMES.length)
})

test.each([
  ['-draft.md', './-draft.txt'],
  ['::error file=x::boom.md', './::error file=x::boom.txt'],
  ['##[error]boom.md', './\\x23#[error]boom.txt'],
  [' ::error::boom.md', './ ::error::boom.txt'],
  ['new\nline.md', 'new\\x0aline.txt'],
  ['\u001b[31mred.md', './\\x1b[31mred.txt'],
  ['dt\u202exfdp.md', 'dt\\u{202e}xfdp.txt'],
])('a draft called %j can neither forge a line nor be taken for an option', async (name, printed) => {
  const project = makeProject({ [name]: draft(['colour: blue']) })
  const run = await project.release(['build', '-f', 'text', '--verbose', '--', name])
  expect(run).toMatchObject({ exitCode: 0, stdout: `${printed}\n` })
  for (const line of run.stderr.split('\n')) expect(line.trimStart()).not.toMatch(/^::|^line|##\[/)
  expect(run.stderr).not.toMatch(/[^\n -\u{10ffff}]|\u202e/u)
  const again = await project.release(['build', '-f', 'text', '--dry-run', '--', name])
  for (const line of again.stderr.split('\n')) expect(line.trimStart()).not.toMatch(/^::|^line|##\[/)
})

test('a name too long for its output is refused before anything is written, and a slug cures it', async () => {
  const name = `${'洪'.repeat(84)}.md`
  const project = makeProject({ [name]: draft(), 'good.md': draft() })
  const run = await project.release(['build', 'good.md', name])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain('more than 255 bytes')
  expect(project.files()).toHaveLength(2)
  project.write(name, draft(['slug: flood']))
  expect((await project.release(['build', name, '-f', 'text'])).stdout).toBe('flood.txt\n')
})

test.each(['con', 'PRN', 'aux', 'nul', 'com1', 'lpt9'])(
  '%s, a name that Windows reserves, is refused',
  async (name) => {
    const project = makeProject({ [`${name}.md`]: draft() })
    const run = await project.release(['build', `${name}.md`, '-f', 'text'])
    expect(run.exitCode).toBe(2)
    expect(run.stderr).toContain('reserved')
  },
)

test.each(['../x', '/abs', '.', '..', 'a/b', '"~"', '$HOME', '-rf', 'a b', '"a\\nb"', '"con"', '"x."', 'é'])(
  'the slug %s is refused, and nothing is written anywhere',
  async (slug) => {
    const project = makeProject({ 'in/draft.md': draft([`slug: ${slug}`]) })
    const run = await project.release(['build', 'in/draft.md', '-f', 'text', '-o', 'out'])
    expect([1, 2]).toContain(run.exitCode)
    expect(run.stderr).toMatch(/slug|reserved/)
    expect(project.files()).toEqual(['in/draft.md'])
  },
)

test('a very deep folder is kept', async () => {
  const deep = Array.from({ length: 60 }, () => 'deep').join('/')
  const project = makeProject({ [`drafts/${deep}/x.md`]: draft() })
  const run = await project.release(['build', 'drafts', '-f', 'text', '-o', 'out'])
  expect(run).toMatchObject({ exitCode: 0, stdout: `out/${deep}/x.txt\n` })
})
