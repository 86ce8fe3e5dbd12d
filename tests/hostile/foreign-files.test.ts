import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { execaSync } from 'execa'
import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

const MARKER = 'MARKER-OF-A-FOREIGN-FILE'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function withForeignFile() {
  const project = makeProject({
    'outside/secret.png': Buffer.concat([PNG, Buffer.from(MARKER)]),
    'outside/secret.txt': MARKER,
    'outside/secret.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text>${MARKER}</text></svg>`,
    'project/release.config.yaml': '{}\n',
    'project/images/own.png': PNG,
  })
  const at = (path: string) => join(project.folder, path)
  symlinkSync(at('outside/secret.png'), at('project/images/link.png'))
  symlinkSync(at('outside'), at('project/images/folder'))
  symlinkSync('/proc/self/environ', at('project/images/environ.png'))
  symlinkSync('/dev/zero', at('project/images/zero.png'))
  execaSync('mkfifo', [at('project/images/pipe.png')])
  mkdirSync(at('project/images/dir.png'))
  return project
}

const PATHS = [
  '../outside/secret.png',
  '/../outside/secret.png',
  'images/../../outside/secret.png',
  '%2e%2e/outside/secret.png',
  '..%2foutside%2fsecret.png',
  '..\\outside\\secret.png',
  '....//outside/secret.png',
  'images/link.png',
  'images/folder/secret.png',
  'images/folder/secret.svg',
  'images/environ.png',
  'images/zero.png',
  'images/pipe.png',
  'images/dir.png',
  '/etc/passwd',
  'file:///etc/passwd',
  'file://localhost/etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\localhost\\share\\x.png',
  'images/own.png%00.png',
  'images/own.png?../../outside/secret.png',
  'release.config.yaml',
  '.',
  'data:text/html,<script>x</script>',
]

test('no path of an image leads out of the project, and each is told at its place', async () => {
  const project = withForeignFile()
  const body = PATHS.map((path, i) => `![${i}](<${path}>)\n`).join('\n')
  project.write('project/draft.md', draft([], body))
  const cwd = join(project.folder, 'project')
  const env = { MARKER }
  const run = await project.release(['build', 'draft.md', '-f', 'html,text', '--json'], { cwd, env })
  expect(run.exitCode).toBe(1)
  const [release] = JSON.parse(run.stdout).releases
  expect(release.outputs).toEqual([])
  const lines = release.findings.map(({ line }: { line: number }) => line)
  const first = draft([], body).split('\n').indexOf(`![0](<${PATHS[0]}>)`) + 1
  const missed = PATHS.filter((_, i) => !lines.includes(first + 2 * i))
  // A query is no part of a file's name: that image is the project's own.
  expect(missed).toEqual(missed.filter((path) => path.startsWith('images/own.png?')))
  expect(run.stdout + run.stderr).not.toContain(MARKER)
})

test('fields that name files do not read foreign ones', async () => {
  const project = withForeignFile()
  const cwd = join(project.folder, 'project')
  const lines = [
    'attachments: [{file: ../outside/secret.txt, title: Annex}, {file: images/link.png, title: Link}]',
  ]
  project.write('project/draft.md', draft(lines))
  const run = await project.release(['build', 'draft.md', '-f', 'html,text'], { cwd })
  const written = project.files().filter((file) => /draft\.(?:html|txt)$/.test(file))
  for (const file of written) expect(project.read(file), file).not.toContain(MARKER)
  expect(run.stderr).not.toContain(MARKER)
})

test('a letterhead that links to foreign files does not bring them into a release', async () => {
  const project = withForeignFile()
  await project.release(['letterhead', 'eject', 'mission', 'ours'])
  const data = project.read('ours/letterhead.yaml')
  for (const logo of ['../outside/secret.svg', '/etc/passwd']) {
    project.write(
      'ours/letterhead.yaml',
      `${data.replace(/^logo:.*\n(?:[ \t]+.*\n)*/m, '')}\nlogo: {file: ${logo}, alt: Arms}\n`,
    )
    project.write('draft.md', draft())
    const run = await project.release(['build', 'draft.md', '-f', 'html', '--letterhead', './ours'])
    expect(run.exitCode, logo).toBe(2)
    expect(run.stderr + run.stdout).not.toContain(MARKER)
  }
})

test('what front matter could execute is only text, or refused', async () => {
  const project = makeProject()
  const canary = join(project.folder, 'canary')
  const code = `require('fs').writeFileSync('${canary}', '')`
  const sources = [
    `---javascript\nmodule.exports = { headline: ${code} }\n---\nx\n`,
    `---js\n${code}\n---\nx\n`,
    `---coffee\n${code}\n---\nx\n`,
    `---json\n{"headline": "x"}\n---\nx\n`,
    `---\nheadline: !!js/function "function(){${code}}()"\ndate: 2027-02-26\n---\nx\n`,
    `---\nheadline: x\ndate: 2027-02-26\n__proto__: {polluted: true}\nconstructor: {prototype: {x: 1}}\n---\nx\n`,
    draft([], `{{#with (lookup this "constructor")}}{{${code}}}{{/with}}\n\n\${${code}}\n\n<%= ${code} %>\n`),
    draft(['headline: "{{constructor.constructor}}"'], '{{{process.env}}}\n'),
  ]
  sources.forEach((source, i) => void project.write(`d/${i}.md`, source))
  const run = await project.release(['build', 'd', '-f', 'html,text', '-o', 'out', '--json'])
  expect(run.exitCode).toBe(1)
  expect(run.stderr).not.toContain('defect')
  expect(project.files()).not.toContain('canary')
  const { releases } = JSON.parse(run.stdout)
  for (const i of [0, 1, 2, 3, 4]) expect(releases[i].status, `${i}`).toBe('failed')
})

test('the tests look for the marker where it would be', () => {
  const project = withForeignFile()
  expect(readFileSync(join(project.folder, 'project/images/link.png')).toString('latin1')).toContain(MARKER)
})
