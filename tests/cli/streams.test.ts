import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

test('a reader that leaves early (`| head -1`) is no error and gives no stack trace', async () => {
  const drafts = Array.from({ length: 40 }, (_, i) => [`d${String(i).padStart(2, '0')}.md`, draft()] as const)
  const project = makeProject(Object.fromEntries(drafts))
  const run = await project.shell('release build . -f text -o out | head -1; exit $PIPESTATUS')
  expect(run).toMatchObject({ exitCode: 0, stdout: 'out/d00.txt\n' })
  expect(run.stderr).toMatch(/^40 built in \d+\.\d s\n$/)
  expect(project.files().filter((file) => file.endsWith('.txt'))).toHaveLength(40)
})

test.each([
  ['paths', 'build draft.md -f text'],
  ['a report', 'build draft.md -f text --json'],
  ['a document', 'build draft.md -f text -o -'],
  ['a schema', 'schema draft'],
  ['help', 'build --help'],
])('%s into a full device: exit 3 and a reason', async (_, args) => {
  const project = makeProject({ 'draft.md': draft() })
  const run = await project.shell(`release ${args} > /dev/full`)
  expect(run.exitCode).toBe(3)
  expect(run.stderr).toContain('error write-failed: cannot write to standard output: ENOSPC')
})

test.each([
  ['stdout', '>&-'],
  ['stderr', '2>&-'],
  ['stdin', '<&-'],
  ['all three', '<&- >&- 2>&-'],
])('a closed %s is no error', async (_, redirection) => {
  const project = makeProject({ 'draft.md': draft() })
  expect(await project.shell(`release build draft.md -f text ${redirection}`)).toMatchObject({ exitCode: 0 })
  expect(project.files()).toEqual(['draft.md', 'draft.txt'])
})

test('on a terminal stderr has colours, which NO_COLOR, --no-color and a dumb one do without', async () => {
  const project = makeProject({ 'a.md': draft(['colour: blue']), 'b.md': draft() })
  const onTerminal = async (args: string, env: Record<string, string> = {}) => {
    const command = `script -qec "release build a.md b.md -f text --json ${args} 2>&1 >/dev/null" /dev/null`
    return (await project.shell(command, { env: { TERM: 'xterm', NO_COLOR: '', ...env } })).stdout
  }
  const plain = await onTerminal('')
  expect(plain).toContain('\x1b[33mwarning\x1b[39m')
  expect(await onTerminal('--no-color')).not.toContain('\x1b[33m')
  expect(await onTerminal('', { NO_COLOR: '1' })).not.toContain('\x1b[33m')
  expect(await onTerminal('', { TERM: 'dumb' })).not.toContain('\x1b')
})
