import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { reportSchema } from '../../src/report/report-schema.ts'
import { faultsOf } from '../support/json-schema.ts'
import { draft, makeProject } from '../support/project.ts'

test('--json prints one report that its schema describes, with the bytes and hashes of the files', async () => {
  const project = makeProject({
    'good.md': draft(),
    'warned.md': draft(['colour: blue']),
    'bad.md': draft(['date: never', 'kind: poem']),
  })
  const args = ['build', 'good.md', 'warned.md', 'bad.md', '-o', 'out', '--json']
  const run = await project.release(args)
  expect(run.exitCode).toBe(1)
  const report = JSON.parse(run.stdout)
  expect(run.stdout).toBe(`${JSON.stringify(report, null, 2)}\n`)
  expect(reportSchema.parse(report)).toEqual(report)
  const schema = JSON.parse((await project.release(['schema', 'report'])).stdout)
  expect(faultsOf(report, schema)).toEqual([])
  expect(faultsOf({ ...report, version: 2 }, schema)).not.toEqual([])
  expect(report.summary).toMatchObject({ built: 2, unchanged: 0, skipped: 0, failed: 1 })
  expect(report.releases.map(({ status }: { status: string }) => status)).toEqual([
    'built',
    'built',
    'failed',
  ])
  expect(report.releases[2].findings).toHaveLength(2)
  for (const { format, path, bytes, sha256, pages } of report.releases[0].outputs) {
    const content = project.readBytes(path)
    expect(bytes, path).toBe(content.length)
    expect(sha256, path).toBe(createHash('sha256').update(content).digest('hex'))
    expect(pages).toBe(format === 'pdf' ? 1 : undefined)
  }
  const again = JSON.parse((await project.release(args)).stdout)
  expect(again.releases[0]).toEqual({ ...report.releases[0], status: 'unchanged' })
  expect(again.releases[1].findings).toEqual(report.releases[1].findings)
})

test('results come in the order of the drafts, whatever takes longest', async () => {
  const names = ['z-long.md', 'a.md', 'm.md', 'b.md', 'y.md', 'c.md']
  const bodies = names.map(
    (name, i) => [name, draft([], i === 0 ? 'Long text. '.repeat(8000) : 'Short.\n')] as const,
  )
  const project = makeProject(Object.fromEntries(bodies))
  const run = await project.release(['build', ...names, '-f', 'html,text', '--jobs', '4', '--json'])
  const { releases } = JSON.parse(run.stdout) as { releases: { draft: string }[] }
  expect(releases.map((release) => release.draft)).toEqual(names)
})

test('one bad draft in ten never stops the others', async () => {
  const drafts = Array.from(
    { length: 10 },
    (_, i) => [`d${i}.md`, draft(i === 4 ? ['date: 2027-02-30'] : [])] as const,
  )
  const project = makeProject(Object.fromEntries(drafts))
  const run = await project.release(['build', '.', '-f', 'text'])
  expect(run.exitCode).toBe(1)
  expect(run.stdout.trim().split('\n')).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9].map((i) => `d${i}.txt`))
  expect(run.stderr).toContain(
    'd4.md:3:7 error date-impossible: "2027-02-30" is not a calendar date\n    | date: 2027-02-30\n    |       ^\n    hint: ',
  )
  expect(run.stderr).toMatch(/9 built, 1 failed in \d+\.\d s\n$/)
})

test('--quiet keeps errors only, --verbose tells of each draft, stdout is the same', async () => {
  const project = makeProject({ 'warned.md': draft(['colour: blue']), 'bad.md': draft(['date: never']) })
  const args = ['build', 'warned.md', 'bad.md', '-f', 'text', '-o', 'out']
  const quiet = await project.release([...args, '--quiet'])
  expect(quiet.stderr).toMatch(/^bad\.md:3:7 error /)
  expect(quiet.stderr).not.toMatch(/warned|built/)
  expect(quiet.stdout).toBe('out/warned.txt\n')
  project.remove('out/warned.txt')
  const verbose = await project.release([...args, '--verbose'])
  expect(verbose.stdout).toBe(quiet.stdout)
  expect(verbose.stderr).toContain('warned.md:4:1 warning front-matter-unknown-key: unknown key "colour"')
  expect(verbose.stderr).toContain('built ("warned.txt" is missing): warned.md\n')
  expect(verbose.stderr).toContain('failed: bad.md\n')
})

test('paths are relative to the working folder, wherever draft and output lie', async () => {
  const project = makeProject({ 'in/draft.md': draft(['colour: blue']), 'work/notes.txt': '' })
  const args = [
    'build',
    `${project.folder}/in/draft.md`,
    '-f',
    'text',
    '-o',
    `${project.folder}/out`,
    '--json',
  ]
  const run = await project.release(args, { cwd: `${project.folder}/work` })
  const [release] = JSON.parse(run.stdout).releases
  expect(release).toMatchObject({ draft: '../in/draft.md', outputs: [{ path: '../out/draft.txt' }] })
  expect(release.findings[0].path).toBe('../in/draft.md')
})

test('findings come in the order of the lines', async () => {
  const body = 'One.\n\n![](a.png)\n\n<script>x</script>\n\n[y](javascript:1)\n'
  const project = makeProject({ 'draft.md': draft(['colour: blue', 'kind: poem', 'language: tlh'], body) })
  const run = await project.release(['build', 'draft.md', '-f', 'text', '--json'])
  const lines = JSON.parse(run.stdout).releases[0].findings.map(({ line }: { line: number }) => line)
  expect(lines.length).toBeGreaterThan(3)
  expect(lines).toEqual([...lines].sort((a, b) => a - b))
})
