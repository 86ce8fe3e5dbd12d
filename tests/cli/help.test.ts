import { expect, test } from 'vitest'
import type { JsonSchema } from '../support/json-schema.ts'
import { draft, makeProject } from '../support/project.ts'

const COMMANDS = [
  'build',
  'verify',
  'calendar',
  'roll',
  'letterhead',
  'letterhead list',
  'letterhead show',
  'letterhead eject',
  'doctor',
  'schema',
  'completion',
]

test.each(COMMANDS)('`release %s --help` shows an example', async (command) => {
  const project = makeProject()
  const run = await project.release([...command.split(' '), '--help'])
  expect(run).toMatchObject({ exitCode: 0, stderr: '' })
  expect(run.stdout).toMatch(/Examples?:\n {2}\S/)
  expect(run.stdout).toContain(`release ${command}`)
  if (command !== 'letterhead') {
    for (const option of ['--quiet', '--verbose', '--no-color']) expect(run.stdout).toContain(option)
  }
})

test('--version prints the version, --help the commands, and nothing at all is wrong usage', async () => {
  const project = makeProject()
  expect((await project.release(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  const help = await project.release(['--help'])
  expect(help.exitCode).toBe(0)
  for (const command of COMMANDS.filter((name) => !name.includes(' '))) expect(help.stdout).toContain(command)
  expect(await project.release([])).toMatchObject({ exitCode: 2, stdout: '' })
})

test.each(['draft', 'config', 'letterhead', 'report', 'manifest'])(
  'the schema of a %s is a JSON Schema',
  async (name) => {
    const run = await makeProject().release(['schema', name])
    expect(run).toMatchObject({ exitCode: 0, stderr: '' })
    const schema = JSON.parse(run.stdout) as JsonSchema & { $schema: string; title: string }
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.title).toBeTruthy()
    expect(schema.type).toBe('object')
    expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(2)
    if (name === 'report' || name === 'manifest') return
    // Words of our own would be unknown keywords to an editor's validator.
    expect(run.stdout).not.toMatch(/"(?:example|expected|doc)":/)
  },
)

test('the schema of a draft knows the aliases and wants a headline under either name', async () => {
  const schema = JSON.parse((await makeProject().release(['schema', 'draft'])).stdout)
  for (const [alias, key] of [
    ['title', 'headline'],
    ['lang', 'language'],
    ['subtitle', 'subheadline'],
    ['description', 'summary'],
    ['tags', 'keywords'],
  ] as const) {
    expect(schema.properties[alias].type, alias).toEqual(schema.properties[key].type)
    expect(schema.properties[alias].description).toContain(key)
  }
  expect(schema.anyOf).toEqual([{ required: ['headline'] }, { required: ['title'] }])
  expect(schema.required ?? []).not.toContain('date')
})

test.each([
  ['release bu', 'build'],
  ['release build --let', '--letterhead'],
  ['release letterhead ej', 'eject'],
  ['release letterhead eject --con', '--config'],
  ['release build draft.md --str', '--strict'],
  ['release build -o out --dry', '--dry-run'],
  ['release schema let', 'letterhead'],
  ['release build my', 'my draft.md'],
])('bash completes `%s` to %s', async (typed, word) => {
  const project = makeProject({ 'my draft.md': draft() })
  const words = typed.split(' ')
  const line = `source <(release completion bash)
COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _release; printf '%s\\n' "\${COMPREPLY[@]}"`
  const run = await project.shell(line)
  expect(run).toMatchObject({ exitCode: 0, stderr: '', stdout: `${word}\n` })
})

test('completion for zsh and fish names every command and option', async () => {
  const project = makeProject()
  const zsh = await project.release(['completion', 'zsh'])
  expect(zsh.stdout).toMatch(/^#compdef release\n/)
  expect(zsh.stdout).toContain('complete -o filenames -F _release release')
  const fish = await project.release(['completion', 'fish'])
  for (const line of fish.stdout.trimEnd().split('\n')) {
    expect(line).toMatch(/^complete -c release -n '[^']+' (?:-a [a-z]+|-l [a-z-]+)$/)
  }
  expect(fish.stdout).toContain("-n '__fish_use_subcommand' -a build")
  expect(fish.stdout).toContain("-n '__fish_seen_subcommand_from build' -l letterhead")
})

test('doctor: 0 with the embedded browser, 3 without one, a line a matter with its cure', async () => {
  const project = makeProject()
  const well = await project.release(['doctor'])
  expect(well).toMatchObject({ exitCode: 0, stderr: '' })
  const lines = well.stdout.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(2)
  for (const line of lines) expect(line).toMatch(/^(?:ok {2}|BAD ) [a-z]/)
  const ill = await project.release(['doctor', '--browser', '/nonexistent'])
  expect(ill.exitCode).toBe(3)
  expect(ill.stdout).toMatch(/^BAD .*\/nonexistent.* – .*\/usr\/bin\/chromium/m)
})
