import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

const LONG = 'The river rose by night and fell by day, and nobody in the town of Zenda slept.'
const CODE = `The text of the telegram:\n\n\`\`\`\n${LONG}\n\`\`\`\n`
const build = ['build', 'draft.md', '-o', 'out']

test('--strict looks at the outputs and writes nothing where a warning stands', async () => {
  const project = makeProject({ 'draft.md': draft([], CODE) })
  expect((await project.release(build)).exitCode).toBe(0)
  const run = await project.release([...build.slice(0, 3), 'strict', '--strict'])
  expect(run).toMatchObject({ exitCode: 1, stdout: '' })
  expect(run.stderr).toMatch(/draft\.md:1:1 warning txt-width: line \d+ of the text has 83 columns/)
  expect(existsSync(join(project.folder, 'strict/draft.txt'))).toBe(false)
})

test.each([
  ['off in the configuration', { 'release.config.yaml': 'check: {rules: {txt-width: off}}\n' }, []],
  ['allowed by the draft', {}, ['check: {allow: [{rule: txt-width, reason: a telegram as it came}]}']],
])('a rule on outputs that is %s is silent, and its draft built once', async (_, files, front) => {
  const project = makeProject({ ...files, 'draft.md': draft(front, CODE) })
  const run = await project.release([...build, '--strict'])
  expect(run, run.stderr).toMatchObject({ exitCode: 0 })
  expect(run.stderr).not.toContain('txt-width')
  const again = await project.release([...build, '--strict'])
  expect(again.stderr).toContain('1 unchanged')
  const checked = await project.release(['check', 'draft.md'])
  expect(checked.stdout).not.toMatch(/allow-(?:unused|unknown)/)
})

test('verify holds the levels of the configuration, and a warning does not end with 1', async () => {
  const project = makeProject({ 'draft.md': draft([], CODE) })
  await project.release([...build, '-f', 'html,text'])
  const plain = await project.release(['verify', 'out'])
  expect(plain.exitCode).toBe(0)
  expect(plain.stdout).toContain('out/draft.txt: warning txt-width: ')
  project.write('release.config.yaml', 'check: {rules: {txt-width: error}}\n')
  const strict = await project.release(['verify', 'out'])
  expect(strict).toMatchObject({ exitCode: 1 })
  expect(strict.stdout).toContain('out/draft.txt: error txt-width: ')
  project.write('release.config.yaml', 'check: {rules: {txt-widht: error}}\n')
  expect(await project.release(['verify', 'out'])).toMatchObject({ exitCode: 2 })
})

test('a character without a glyph is a box in the PDF, and told of in its words', async () => {
  const project = makeProject({ 'draft.md': draft([], 'A greeting: नमस्ते from Zenda.\n') })
  const made = await project.release([...build, '-f', 'pdf'])
  expect(made.stderr).toContain('warning glyph-missing: no embedded font has')
  const run = await project.release(['verify', 'out'])
  expect(run.stdout).toMatch(/out\/draft\.pdf: warning glyph-missing: the PDF has \d+ boxes .* on page 1/)
})

test('a template of the house that tells of an embargoed release is found', async () => {
  const embargo = ['embargo: 2027-02-26T00:01[America/New_York]']
  const project = makeProject({ 'draft.md': draft([...embargo, 'reference: PR/2027/07']) })
  await project.release(['letterhead', 'eject', 'mission', 'ours'])
  const template = project.read('ours/release.html.hbs')
  const og = '<meta property="og:title" content="{{reference}}">'
  project.write('ours/release.html.hbs', template.replace('{{{head}}}', `{{{head}}}\n${og}`))
  const options = ['--letterhead', './ours', '-f', 'html,text']
  const run = await project.release([...build, ...options, '--now', '2027-02-01T12:00Z'])
  expect(run.exitCode, run.stderr).toBe(0)
  const before = await project.release(['verify', 'out'])
  expect(before).toMatchObject({ exitCode: 1 })
  expect(before.stdout).toContain('out/draft.html: error embargo-leak: ')
  await project.release([...build, ...options, '--now', '2027-03-01T12:00Z'])
  expect((await project.release(['verify', 'out'])).stdout).not.toContain('embargo-leak')
})

test('--explain tells of rules on outputs', async () => {
  const run = await makeProject({}).release(['check', '--explain', 'page-count'])
  expect(run.stdout).toMatch(/^page-count {2}\(info, outputs\)/)
})
