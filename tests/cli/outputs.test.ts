import { execa } from 'execa'
import { expect, test } from 'vitest'
import { BINARY, draft, makeProject } from '../support/project.ts'

test('a draft becomes HTML, PDF and text beside it, and their paths are all of stdout', async () => {
  const project = makeProject({ 'draft.md': draft() })
  const run = await project.release(['build', 'draft.md'])
  expect(run).toMatchObject({ exitCode: 0, stdout: 'draft.html\ndraft.pdf\ndraft.txt\n' })
  expect(run.stderr).toMatch(/^1 built in \d+\.\d s\n$/)
  expect(project.files()).toEqual(['draft.html', 'draft.md', 'draft.pdf', 'draft.txt'])
  expect(project.readBytes('draft.pdf').subarray(0, 5).toString()).toBe('%PDF-')
})

test.each([
  ['html', ['draft.html']],
  ['txt', ['draft.txt']],
  [' text , HTML ', ['draft.html', 'draft.txt']],
  ['text,text,txt', ['draft.txt']],
])('-f "%s" builds exactly what it lists', async (list, files) => {
  const project = makeProject({ 'draft.md': draft() })
  const run = await project.release(['build', 'draft.md', '-f', list])
  expect(run).toMatchObject({ exitCode: 0, stdout: `${files.join('\n')}\n` })
  expect(project.files()).toEqual([...files, 'draft.md'].sort())
})

test.each([
  ['htm', '"htm" is no format', 'did you mean "html"?'],
  ['pdff', '"pdff" is no format', 'did you mean "pdf"?'],
  ['docx', '"docx" is no format', '-f html,pdf,text'],
  ['html,', '"" is no format', '-f html,pdf,text'],
])('-f %s is refused with the nearest format', async (list, message, hint) => {
  const project = makeProject({ 'draft.md': draft() })
  const run = await project.release(['build', 'draft.md', '-f', list])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain(message)
  expect(run.stderr).toContain(hint)
  expect(project.files()).toEqual(['draft.md'])
})

test('below a folder and below the fixed part of a glob the structure is kept under -o', async () => {
  const project = makeProject({
    'drafts/a.md': draft(),
    'drafts/2027/b.md': draft(),
    'drafts/README.md': '# Not a draft',
    'drafts/_partial.md': 'not a draft',
    'drafts/notes.txt': 'not a draft',
  })
  const folder = await project.release(['build', 'drafts', '-f', 'text', '-o', 'out'])
  expect(folder.stdout).toBe('out/2027/b.txt\nout/a.txt\n')
  const glob = await project.release(['build', 'drafts/**/*.md', '-f', 'text', '-o', 'glob'])
  expect(glob.stdout).toBe('glob/2027/b.txt\nglob/a.txt\n')
  const file = await project.release(['build', 'drafts/2027/b.md', '-f', 'text', '-o', 'file'])
  expect(file.stdout).toBe('file/b.txt\n')
})

test('drafts come in the order in which they are named, each once', async () => {
  const project = makeProject({ 'b.md': draft(), 'a.md': draft(), 'c/c.md': draft() })
  const run = await project.release(['build', 'b.md', 'c', './a.md', 'b.md', '*.md', '-f', 'text'])
  expect(run.stdout).toBe('b.txt\nc/c.txt\na.txt\n')
})

test('-o - writes the bytes that the file would have, and nothing else', async () => {
  const project = makeProject({ 'draft.md': draft(['headline: Überschwemmung']) })
  await project.release(['build', 'draft.md', '-o', 'out'])
  for (const [format, ending] of [
    ['html', 'html'],
    ['pdf', 'pdf'],
    ['text', 'txt'],
  ]) {
    const args = [BINARY, 'build', 'draft.md', '-f', String(format), '-o', '-']
    const { stdout } = await execa(process.execPath, args, {
      cwd: project.folder,
      encoding: 'buffer',
      stripFinalNewline: false,
    })
    expect(Buffer.compare(stdout, project.readBytes(`out/draft.${ending}`)), format).toBe(0)
  }
  expect(project.files().filter((file) => !file.startsWith('out/'))).toEqual(['draft.md'])
})

test.each([
  ['all formats', ['draft.md'], '-o - writes one format of one draft, not 3 of 1'],
  ['two formats', ['draft.md', '-f', 'html,text'], 'not 2 of 1'],
  ['two drafts', ['draft.md', 'other.md', '-f', 'text'], 'not 1 of 2'],
  ['a report on the same stream', ['draft.md', '-f', 'text', '--json'], 'both want standard output'],
])('-o - is refused for %s', async (_, args, message) => {
  const project = makeProject({ 'draft.md': draft(), 'other.md': draft() })
  const run = await project.release(['build', ...args, '-o', '-'])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain(message)
})

test('-o - of a faulty draft writes nothing to stdout', async () => {
  const project = makeProject({ 'draft.md': draft(['date: never']) })
  const run = await project.release(['build', 'draft.md', '-f', 'text', '-o', '-'])
  expect(run).toMatchObject({ exitCode: 1, stdout: '' })
})

test.each([
  ['one name in two folders', { 'a/x.md': [], 'b/x.md': [] }, ['a/x.md', 'b/x.md']],
  ['one slug', { 'a.md': ['slug: flood'], 'b.md': ['slug: flood'] }, ['a.md', 'b.md']],
  ['names that differ by case', { 'News.md': [], 'news.md': [] }, ['News.md', 'news.md']],
  [
    'names that differ by Unicode form',
    { 'caf\u00e9.md': [], 'cafe\u0301.md': [] },
    ['caf\u00e9.md', 'cafe\u0301.md'],
  ],
])('%s: exit 2 before anything is written, and both are named', async (_, files, names) => {
  const drafts = Object.entries(files).map(([name, lines]) => [name, draft(lines)] as const)
  const project = makeProject({ ...Object.fromEntries(drafts), 'good.md': draft() })
  const run = await project.release(['build', 'good.md', ...names, '-f', 'text', '-o', 'out'])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain('output-collision')
  for (const name of names) expect(run.stderr).toContain(name)
  expect(project.files().filter((file) => file.startsWith('out'))).toEqual([])
})

test('an output never overwrites a draft', async () => {
  const project = makeProject({ 'page.html.md': draft(['slug: draft']), 'draft.txt': draft() })
  const run = await project.release(['build', 'page.html.md', 'draft.txt', '-f', 'text'])
  expect(run.exitCode).toBe(2)
  expect(project.read('draft.txt')).toBe(draft())
})

test('a second run touches nothing and prints no path; a deleted output alone is written again', async () => {
  const project = makeProject({ 'draft.md': draft() })
  await project.release(['build', 'draft.md', '-f', 'html,text'])
  const before = ['draft.html', 'draft.txt'].map(project.stat)
  const again = await project.release(['build', 'draft.md', '-f', 'html,text'])
  expect(again).toMatchObject({ exitCode: 0, stdout: '' })
  expect(again.stderr).toMatch(/^1 unchanged in /)
  expect(['draft.html', 'draft.txt'].map(project.stat)).toEqual(before)
  project.remove('draft.txt')
  const third = await project.release(['build', 'draft.md', '-f', 'html,text'])
  expect(third.stdout).toBe('draft.txt\n')
  expect(project.stat('draft.html')).toEqual(before[0])
})
