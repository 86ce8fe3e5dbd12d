import { expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'

const FLOOD = `---
headline: 28th anniversary of the Strelsau flood
date: 2020-02-26
language: en
reference: PR/2020/07
---
Twenty-eight years ago, on 26 February 1992, the river rose. On Wednesday, 26 February 2020, we remember.

“The 28th anniversary”, she said, “is for this year.” See \`28th anniversary\` and <https://x.example/2020>.
`

test('roll writes the draft of another year, a word diff to stdout and the rest to stderr', async () => {
  const project = makeProject({ 'flood-2020.md': FLOOD })
  const run = await project.release(['roll', 'flood-2020.md', '--year', '2021'])
  expect(run.exitCode).toBe(0)
  expect(run.stdout).toBe(`--- flood-2020.md
+++ flood-2021.md
2: headline: [-28th-]{+29th+} anniversary of the Strelsau flood
3: date: [-2020-02-26-]{+2021-02-26+}
7: [-Twenty-eight-]{+Twenty-nine+} years ago, on 26 February 1992, the river rose. On [-Wednesday-]{+Friday+}, 26 February [-2020-]{+2021+}, we remember.
`)
  expect(project.read('flood-2021.md')).toBe(
    FLOOD.replace('28th', '29th')
      .replace('2020-02-26', '2021-02-26')
      .replace('Twenty-eight', 'Twenty-nine')
      .replace('Wednesday, 26 February 2020', 'Friday, 26 February 2021'),
  )
  expect(run.stderr).toContain('flood-2021.md:5:12 warning reference-invalid')
  expect(run.stderr).toMatch(/flood-2021\.md:9:6 info ordinal-stale/)
  expect(run.stderr).toMatch(/flood-2021\.md:9:\d+ warning year-stale: the address/)
  const again = await project.release(['roll', 'flood-2020.md', '--year', '2021'])
  expect(again).toMatchObject({ exitCode: 2, stdout: '' })
  expect(again.stderr).toContain('"flood-2021.md" is there already')
})

test('a recurring draft builds for the year as the literal one did', async () => {
  const project = makeProject({ 'flood-2020.md': FLOOD })
  const run = await project.release(['roll', 'flood-2020.md', '--recurring'])
  expect(run.exitCode).toBe(0)
  const recurring = project.read('flood.md')
  expect(recurring).toContain("headline: '{{anniversary.ordinal}} anniversary of the Strelsau flood'")
  expect(recurring).toContain('occasion:\n  name: Strelsau flood\n  date: 1992-02-26\n')
  const text = async (draft: string, ...flags: string[]) =>
    (await project.release(['build', draft, '-f', 'text', '-o', '-', ...flags])).stdout
  expect(await text('flood.md', '--year', '2020')).toBe(await text('flood-2020.md'))
})

test('--dry-run writes nothing, --json reports, the same year changes nothing', async () => {
  const project = makeProject({ '2020-02-26-flood.md': FLOOD })
  const dry = await project.release(['roll', '2020-02-26-flood.md', '--year', '2021', '--dry-run', '--json'])
  expect(dry.exitCode).toBe(0)
  const report = JSON.parse(dry.stdout)
  expect(report).toMatchObject({
    version: 1,
    output: '2021-02-26-flood.md',
    written: false,
    from: { date: '2020-02-26', years: 28 },
    to: { date: '2021-02-26', years: 29 },
  })
  expect(report.changes[0]).toMatchObject({ line: 2, column: 12, before: '8', after: '9' })
  expect(project.files()).toEqual(['2020-02-26-flood.md'])
  const same = await project.release(['roll', '2020-02-26-flood.md', '--year', '2020'])
  expect(same).toMatchObject({ exitCode: 0, stdout: '' })
  expect(project.files()).toEqual(['2020-02-26-flood.md'])
})

test('line ends and byte order mark stay; the same year writes nothing', async () => {
  const project = makeProject({ 'flood-2020.md': `\ufeff${FLOOD.replaceAll('\n', '\r\n')}` })
  await project.release(['roll', 'flood-2020.md', '--year', '2021'])
  const fresh = project.read('flood-2021.md')
  expect(fresh.startsWith('\ufeff---\r\n')).toBe(true)
  expect(fresh.replaceAll('\r\n', '')).not.toContain('\n')
  const same = await project.release(['roll', 'flood-2020.md', '--year', '2020', '-o', 'x.md', '--json'])
  expect(JSON.parse(same.stdout)).toMatchObject({ written: false })
  expect(project.files()).not.toContain('x.md')
})

test('wrong usage and faulty drafts', async () => {
  const project = makeProject({ 'flood.md': FLOOD, 'bad.md': '---\nheadline: x\ndate: 2020-02-30\n---\nx\n' })
  expect(await project.release(['roll', 'flood.md'])).toMatchObject({ exitCode: 2, stdout: '' })
  expect(await project.release(['roll', 'flood.md', '--year', 'x'])).toMatchObject({ exitCode: 2 })
  const stream = await project.release(['roll', 'flood.md', '--year', '2021', '-o', '-'])
  expect(stream).toMatchObject({ exitCode: 2, stdout: '' })
  expect(project.files()).not.toContain('-')
  const both = await project.release(['roll', 'flood.md', '--year', '2021', '--recurring'])
  expect(both).toMatchObject({ exitCode: 2, stdout: '' })
  expect(await project.release(['roll', 'bad.md', '--year', '2021'])).toMatchObject({ exitCode: 1 })
  expect(await project.release(['roll', 'none.md', '--year', '2021'])).toMatchObject({ exitCode: 1 })
  const before = await project.release(['roll', 'flood.md', '--year', '1990'])
  expect(before).toMatchObject({ exitCode: 1, stdout: '' })
  expect(before.stderr).toContain('1990 is not after the event of 1992')
})
