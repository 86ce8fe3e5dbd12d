import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

test('standard input becomes stdin.*, or is named by its slug', async () => {
  const project = makeProject()
  const plain = await project.release(['build', '-', '-f', 'html,text'], { input: draft() })
  expect(plain).toMatchObject({ exitCode: 0, stdout: 'stdin.html\nstdin.txt\n' })
  const named = await project.release(['build', '-', '-f', 'text'], { input: draft(['slug: flood-2027']) })
  expect(named.stdout).toBe('flood-2027.txt\n')
  const inFolder = await project.release(['build', '-', '-f', 'text', '-o', 'out'], { input: draft() })
  expect(inFolder.stdout).toBe('out/stdin.txt\n')
})

test('a draft on standard input gives the document on standard output', async () => {
  const project = makeProject({ 'draft.md': draft() })
  await project.release(['build', 'draft.md', '-f', 'text'])
  const run = await project.release(['build', '-', '-f', 'text', '-o', '-'], { input: draft() })
  expect(run).toMatchObject({ exitCode: 0, stdout: project.read('draft.txt') })
  expect(project.files()).toEqual(['draft.md', 'draft.txt'])
})

test.each([
  ['nothing', ''],
  ['white space', ' \n\t\n'],
])('%s on standard input is an empty draft', async (_, input) => {
  const project = makeProject()
  const run = await project.release(['build', '-'], { input })
  expect(run).toMatchObject({ exitCode: 1, stdout: '' })
  expect(run.stderr).toContain('stdin:1:1 error draft-empty')
  expect(project.files()).toEqual([])
})

test('findings of standard input never quote a file that happens to be called stdin', async () => {
  const project = makeProject({ stdin: 'SECRET OF ANOTHER FILE\n'.repeat(9) })
  const run = await project.release(['build', '-', '-f', 'text'], { input: draft(['date: never']) })
  expect(run.exitCode).toBe(1)
  expect(run.stderr).toContain(
    'stdin:3:7 error front-matter-invalid: "never" is not a date\n    | date: never\n',
  )
  expect(run.stderr).not.toContain('SECRET')
})

test('input without an end is refused as soon as it is too large', async () => {
  const project = makeProject()
  const run = await project.shell('release build - -f text < /dev/zero')
  expect(run.exitCode).toBe(1)
  expect(run.stderr).toContain('draft-too-large')
})

test('standard input can be built beside files, and stands in its place', async () => {
  const project = makeProject({ 'a.md': draft(), 'b.md': draft() })
  const run = await project.release(['build', 'a.md', '-', 'b.md', '-', '-f', 'text'], { input: draft() })
  expect(run.stdout).toBe('a.txt\nstdin.txt\nb.txt\n')
})
