import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, makeProject, type Project } from '../support/project.ts'

/** Two letterheads of one's own beside the built-in one. */
async function withLetterheads(files: Record<string, string>): Promise<Project> {
  const project = makeProject(files)
  for (const name of ['red', 'blue']) {
    await project.release(['letterhead', 'eject', 'mission', `letterheads/${name}`])
    const data = project.read(`letterheads/${name}/letterhead.yaml`)
    project.write(
      `letterheads/${name}/letterhead.yaml`,
      data.replace(/^(\s+)name: .*$/m, `$1name: House ${name}`),
    )
  }
  return project
}

const firstLine = async (project: Project, args: readonly string[] = []) => {
  const run = await project.release(['build', 'draft.md', '-f', 'text', '-o', '-', ...args])
  expect(run.stderr).not.toContain('error')
  return run.stdout.split('\n')[0]
}

test("the flag's letterhead wins over the configuration's, that over the draft's", async () => {
  const project = await withLetterheads({
    'draft.md': draft(['letterhead: red']),
    'release.config.yaml': 'letterheads: letterheads\n',
  })
  expect(await firstLine(project)).toBe('HOUSE RED')
  project.write('release.config.yaml', 'letterheads: letterheads\nletterhead: blue\n')
  expect(await firstLine(project)).toBe('HOUSE BLUE')
  expect(await firstLine(project, ['--letterhead', 'red'])).toBe('HOUSE RED')
  expect(await firstLine(project, ['--letterhead', './letterheads/red'])).toBe('HOUSE RED')
  expect(await firstLine(project, ['--letterhead', join(project.folder, 'letterheads/red')])).toBe(
    'HOUSE RED',
  )
  expect(await firstLine(project, ['--letterhead', 'mission'])).not.toContain('HOUSE')
  const list = await project.release(['letterhead', 'list'])
  expect(list.stdout).toBe('blue\tletterheads/blue\nred\tletterheads/red\nmission\tbuilt in\n')
})

test('drafts, output and formats come from the configuration, relative to it, found upwards', async () => {
  const project = makeProject({
    'release.config.yaml': 'drafts: [drafts]\noutput: out\nformats: [text]\n',
    'drafts/a.md': draft(),
    'deep/er/notes.txt': '',
  })
  const run = await project.release(['build'], { cwd: join(project.folder, 'deep/er') })
  expect(run).toMatchObject({ exitCode: 0, stdout: '../../out/a.txt\n' })
  const flags = await project.release(['build', 'drafts/a.md', '-f', 'html', '-o', 'elsewhere'])
  expect(flags.stdout).toBe('elsewhere/a.html\n')
})

test('--config names another file, whose folder its paths start from', async () => {
  const project = makeProject({
    'release.config.yaml': 'nonsense: true\n',
    'ci/ci.yaml': '\ufeffdrafts: ../draft.md\r\nformats: [text]\r\noutput: public\r\n',
    'draft.md': draft(),
  })
  const run = await project.release(['build', '--config', 'ci/ci.yaml'])
  expect(run).toMatchObject({ exitCode: 0, stdout: 'ci/public/draft.txt\n' })
})

test('all problems of a configuration are listed, with places and suggestions, and nothing is written', async () => {
  const project = makeProject({
    'draft.md': draft(),
    'release.config.yaml': 'ouput: out\nformats: [html, docx]\ntimezone: Mars/Olympus\nlimits:\n  pagse: 3\n',
  })
  const run = await project.release(['build', 'draft.md'])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain('release.config.yaml:1:1 error config-invalid: unknown key "ouput"')
  expect(run.stderr).toContain('did you mean "output"?')
  expect(run.stderr).toMatch(/release\.config\.yaml:2:\d+ error config-invalid: .*docx/)
  expect(run.stderr).toMatch(/release\.config\.yaml:3:\d+ error .*Mars\/Olympus/)
  expect(run.stderr).toMatch(/release\.config\.yaml:5:3 error config-invalid: unknown key .*pagse/)
  expect(project.files()).toEqual(['draft.md', 'release.config.yaml'])
})

test.each([
  ['broken YAML', 'drafts: [a\n'],
  ['a list', '- drafts\n'],
  ['text', 'drafts\n'],
  ['an alias bomb', 'a: &a [x]\nb: [*a, *a]\n'],
  ['a tag', 'drafts: !!js/function "function(){}"\n'],
])('a configuration that is %s is refused with its place', async (_, source) => {
  const project = makeProject({ 'draft.md': draft(), 'release.config.yaml': source })
  const run = await project.release(['build', 'draft.md', '-f', 'text'])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toMatch(/release\.config\.yaml:\d+:\d+ error config-invalid/)
  expect(project.files()).toEqual(['draft.md', 'release.config.yaml'])
})

test('a configuration that is there but is no file is an error, never passed over', async () => {
  const project = makeProject({ 'draft.md': draft() })
  mkdirSync(join(project.folder, 'release.config.yaml'))
  const run = await project.release(['build', 'draft.md', '-f', 'text'])
  expect(run.exitCode).toBe(2)
  expect(run.stderr).toContain('cannot read the configuration "release.config.yaml"')
})

test('an empty configuration is one', async () => {
  const project = makeProject({ 'draft.md': draft(), 'release.config.yaml': '# nothing yet\n' })
  expect(await project.release(['build', 'draft.md', '-f', 'text'])).toMatchObject({ exitCode: 0 })
})
