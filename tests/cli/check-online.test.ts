import { expect, test } from 'vitest'
import { check } from '../../src/check-drafts.ts'
import { linkAsker } from '../../src/online/ask-links.ts'
import { draft, makeProject } from '../support/project.ts'
import { webServer } from '../support/web-server.ts'

const server = () =>
  webServer((request, response) => response.writeHead(request.url === '/gone' ? 404 : 200).end())

test('a dead link is told of at its place, asked once, and allowed with a reason', async () => {
  const { origin, asked } = await server()
  const body = `The [declaration](${origin}/gone) and the [film](${origin}/here).`
  const project = makeProject({
    'a.md': draft([], `${body}\n`),
    'b.md': draft(['check: {allow: [{rule: link-dead, reason: it opens on the day}]}'], `${body}\n`),
  })
  const options = {
    drafts: ['a.md', 'b.md'],
    cwd: project.folder,
    online: true,
    rules: ['link-malformed=off'],
  }
  const { report } = await check(options, linkAsker({ guard: () => true }))
  const found = report.releases.map(({ findings }) =>
    findings.filter(({ rule }) => /^link-dead|^allow/.test(rule)),
  )
  const message = `the address "${origin}/gone" answers 404: there is no such page`
  expect(found).toMatchObject([[{ severity: 'warning', rule: 'link-dead', line: 5, column: 5, message }], []])
  expect(asked.sort()).toEqual(['GET /gone', 'HEAD /gone', 'HEAD /here'])
})

test('without --online nothing is asked, and what is allowed is not called unused', async () => {
  const { origin, asked } = await server()
  const front = ['check: {allow: [{rule: link-dead, reason: it opens on the day}]}']
  const project = makeProject({ 'a.md': draft(front, `The [film](${origin}/gone).\n`) })
  const run = await project.release(['check', 'a.md'])
  expect(run.stdout).not.toMatch(/link-dead|allow-unused/)
  expect(asked).toEqual([])
})

test('--online asks nothing of this machine', async () => {
  const { origin, asked } = await server()
  const port = new URL(origin).port
  const project = makeProject({
    'a.md': draft([], `The [film](${origin}/gone) and the [book](http://localhost:${port}/).\n`),
  })
  const run = await project.release(['check', 'a.md', '--online', '--format', 'json'])
  const findings = JSON.parse(run.stdout).releases[0].findings
  const told = findings.filter(({ rule }: { rule: string }) => rule === 'link-dead')
  expect(told.map(({ severity }: { severity: string }) => severity)).toEqual(['warning', 'info'])
  expect(asked).toEqual([])
})

test('an attachment that is not there is told of at its place, with the file that may be meant', async () => {
  const front = [
    'attachments:',
    '  - {file: photos/ceremoni.jpg, title: A}',
    '  - {file: photos/river.jpg, title: B}',
  ]
  const outside = '  - {file: ../outside.jpg, title: C}'
  const project = makeProject({
    'a.md': draft([...front, outside]),
    'photos/ceremony.jpg': 'x',
    'photos/river.jpg': 'x',
    'release.config.yaml': '{}\n',
  })
  const run = await project.release(['check', 'a.md'])
  expect(run).toMatchObject({ exitCode: 1 })
  expect(run.stdout.match(/attachment-missing/g)).toHaveLength(1)
  expect(run.stdout).toContain(
    'a.md:5:12 error attachment-missing: the attachment "photos/ceremoni.jpg" does not exist',
  )
  expect(run.stdout).toContain('did you mean "ceremony.jpg"?')
})
