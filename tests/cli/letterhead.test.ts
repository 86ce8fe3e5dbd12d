import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, makeProject, type Project } from '../support/project.ts'

async function ejected(): Promise<Project> {
  const project = makeProject({ 'draft.md': draft() })
  const run = await project.release(['letterhead', 'eject', 'mission', 'letterheads/ours'])
  expect(run).toMatchObject({ exitCode: 0, stdout: 'letterheads/ours\n' })
  expect(run.stderr).toContain('--letterhead ./letterheads/ours')
  return project
}

test('an ejected letterhead gives the bytes of the built-in one', async () => {
  const project = await ejected()
  await project.release(['build', 'draft.md', '-o', 'built-in'])
  const run = await project.release(['build', 'draft.md', '-o', 'own', '--letterhead', './letterheads/ours'])
  expect(run.exitCode).toBe(0)
  for (const file of ['draft.html', 'draft.pdf', 'draft.txt']) {
    expect(
      Buffer.compare(project.readBytes(`own/${file}`), project.readBytes(`built-in/${file}`)),
      file,
    ).toBe(0)
  }
})

test('eject never writes into what is there already', async () => {
  const project = await ejected()
  project.write('letterheads/ours/print.css', 'mine')
  const again = await project.release(['letterhead', 'eject', 'mission', 'letterheads/ours'])
  expect(again).toMatchObject({ exitCode: 2, stdout: '' })
  expect(again.stderr).toContain('"letterheads/ours" is there already')
  expect(project.read('letterheads/ours/print.css')).toBe('mine')
  const below = await project.release(['letterhead', 'eject', 'mission', 'draft.md/ours'])
  expect(below).toMatchObject({ exitCode: 3, stdout: '' })
  expect(below.stderr).toContain('cannot write')
})

test('eject tells how to use a folder outside the working folder, and takes a default name', async () => {
  const project = makeProject({ 'work/draft.md': draft() })
  const cwd = join(project.folder, 'work')
  const run = await project.release(['letterhead', 'eject', 'mission', join(project.folder, 'x')], { cwd })
  expect(run.stdout).toBe('../x\n')
  expect(run.stderr).toContain('--letterhead ../x\n')
  const plain = await project.release(['letterhead', 'eject', 'mission'], { cwd })
  expect(plain.stdout).toBe('mission\n')
  expect(plain.stderr).toContain('--letterhead ./mission\n')
})

test('list and show describe what there is; an unknown name gets the nearest', async () => {
  const project = await ejected()
  const list = await project.release(['letterhead', 'list'])
  expect(list).toMatchObject({ exitCode: 0, stdout: 'mission\tbuilt in\n' })
  const show = await project.release(['letterhead', 'show', 'mission'])
  expect(show.exitCode).toBe(0)
  for (const word of ['institution', 'paper', 'contacts', 'fonts', 'headline'])
    expect(show.stdout).toContain(word)
  const unknown = await project.release(['letterhead', 'show', 'misson'])
  expect(unknown).toMatchObject({ stdout: '' })
  expect(unknown.exitCode).toBeGreaterThan(0)
  expect(unknown.stderr).toContain('did you mean "mission"?')
  expect((await project.release(['letterhead', 'eject', 'nope', 'x'])).stdout).toBe('')
})

test.each([
  ['the flag', ['--letterhead', './letterheads/ours'], 2],
  ['the draft', ['--config', 'own.yaml'], 1],
])(
  'a misspelt name in a template of %s is told at its line and column, with the nearest',
  async (_, args, code) => {
    const project = await ejected()
    project.write('draft.md', draft(['letterhead: ours']))
    project.write('own.yaml', 'letterheads: letterheads\n')
    const template = project.read('letterheads/ours/release.txt.hbs')
    const [line, column] = [template.split('\n').length, 3]
    project.write('letterheads/ours/release.txt.hbs', `${template}{{headlin}}\n{{> mastheda}}\n`)
    const run = await project.release(['build', 'draft.md', '-f', 'html,text', '-o', 'out', ...args])
    expect(run).toMatchObject({ exitCode: code, stdout: '' })
    expect(run.stderr).toContain(
      `letterheads/ours/release.txt.hbs:${line}:${column} error template-unknown-value: `,
    )
    expect(run.stderr).toContain('did you mean "headline"?')
    expect(run.stderr).toContain(`letterheads/ours/release.txt.hbs:${line + 1}:`)
    expect(project.files().filter((file) => file.startsWith('out'))).toEqual([])
  },
)

test('all faults of letterhead.yaml are told with their places', async () => {
  const project = await ejected()
  const data = project.read('letterheads/ours/letterhead.yaml')
  project.write('letterheads/ours/letterhead.yaml', `${data.replace(/^paper:.*$/m, 'paper: a5')}\npapr: a4\n`)
  const run = await project.release(['build', 'draft.md', '--letterhead', './letterheads/ours'])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toMatch(/letterheads\/ours\/letterhead\.yaml:\d+:\d+ error letterhead-invalid: .*papr/)
  expect(run.stderr).toMatch(/letterheads\/ours\/letterhead\.yaml:\d+:\d+ error letterhead-invalid: "a5"/)
})

test('an unknown letterhead of one draft fails that draft at its key, with the nearest name', async () => {
  const project = makeProject({ 'bad.md': draft(['letterhead: misson']), 'good.md': draft() })
  const run = await project.release(['build', 'bad.md', 'good.md', '-f', 'text'])
  expect(run).toMatchObject({ exitCode: 1, stdout: 'good.txt\n' })
  expect(run.stderr).toContain('bad.md:4:13 error letterhead-unknown: no letterhead "misson"')
  expect(run.stderr).toContain('did you mean "mission"?')
})

test.each(['../letterheads/ours', './letterheads/ours', '/etc', '..', 'ours/../ours'])(
  'a draft cannot name a folder: letterhead: %s',
  async (path) => {
    const project = await ejected()
    project.write('draft.md', draft([`letterhead: ${path}`]))
    const run = await project.release(['build', 'draft.md', '-f', 'text'])
    expect(run).toMatchObject({ exitCode: 1, stdout: '' })
    expect(run.stderr).toMatch(/draft\.md:4:13 error (?:letterhead-unknown|front-matter-invalid)/)
  },
)

test('the masthead is in the language of its words: English letters stay English, brackets follow the text', async () => {
  const project = makeProject({
    'az.md': draft(['language: az']),
    'zh.md': draft(['language: zh', 'contacts: [press-office]']),
  })
  const run = await project.release(['build', 'az.md', 'zh.md', '-f', 'text'])
  expect(run.exitCode).toBe(0)
  expect(project.read('az.txt').split('\n')[0]).toBe(
    'PERMANENT MISSION OF THE REPUBLIC OF AZERBAIJAN TO THE UNITED NATIONS',
  )
  const chinese = project.read('zh.txt').replaceAll('\u00a0', ' ').split('\n')
  expect(chinese.filter((line) => line.includes('371-2832'))).toEqual([
    '电话：(212) 371-2559，(212) 371-2832（分机101）',
    '电话：(212) 371-2832（分机101）',
  ])
})
