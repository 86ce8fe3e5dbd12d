import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

const HEAD = '---\nheadline: A statement\ndate: 2027-02-26\nlanguage: en\n---\n'
const LINE = 'On Tuesday, 26 February 2027, in the the town. “The the town”, she said.\n'

test('findings go to standard output, the exit code tells of errors', async () => {
  const project = makeProject({ 'a.md': HEAD + LINE, 'b.md': `${HEAD}All is well.\n` })
  const run = await project.release(['check', 'a.md', 'b.md'])
  expect(run.exitCode).toBe(1)
  expect(run.stdout).toContain(
    'a.md:6:4 error weekday-mismatch: "Tuesday, 26 February 2027": 2027-02-26 is a Friday',
  )
  expect(run.stdout).toContain('a.md:6:34 warning repeated-word')
  expect(run.stdout).toMatch(/a\.md:6:\d+ info repeated-word/)
  expect(run.stderr).toBe('1 error, 1 warning, 1 note in 2 drafts\n')
  expect(await project.release(['check', 'b.md'])).toMatchObject({ exitCode: 0, stdout: '' })
})

test('warnings fail with --strict, over --max-warnings, and as --rule says', async () => {
  const project = makeProject({ 'a.md': `${HEAD}In the the town.\n` })
  const codes = async (...flags: string[]) => (await project.release(['check', 'a.md', ...flags])).exitCode
  expect(await codes()).toBe(0)
  expect(await codes('--strict')).toBe(1)
  expect(await codes('--max-warnings', '0')).toBe(1)
  expect(await codes('--max-warnings', '1')).toBe(0)
  expect(await codes('--rule', 'repeated-word=error')).toBe(1)
  expect(await codes('--strict', '--rule', 'repeated-word=off')).toBe(0)
  expect(await codes('--rule', 'repeted-word=off')).toBe(2)
  project.write('release.config.yaml', 'check: {rules: {repeated-word: error}}\n')
  expect(await codes()).toBe(1)
  project.write('release.config.yaml', 'check: {rules: {repeted-word: error}}\n')
  const run = await project.release(['check', 'a.md'])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain('did you mean "repeated-word"?')
})

test('an allowance needs a known rule and a reason, and is told of when it is idle', async () => {
  const comment = (text: string) =>
    `${HEAD}<!-- release-check allow ${text} -->\n\nIn the the town.\n\nOn on.\n`
  const project = makeProject({
    'used.md': comment('repeated-word: so it was said'),
    'no-reason.md': comment('repeated-word'),
    'unknown.md': comment('repeted-word: x'),
    'idle.md': comment('ordinal-stale: x'),
    'front.md': `---\nheadline: A\ndate: 2027-02-26\nlanguage: en\ncheck: {allow: [{rule: repeated-word, reason: style}]}\n---\nIn the the town.\n`,
  })
  const out = async (file: string) => (await project.release(['check', file])).stdout
  const used = await out('used.md')
  expect(used).not.toContain(':8:')
  expect(used).toContain('used.md:10:1 warning repeated-word')
  expect(await out('no-reason.md')).toContain('no-reason.md:6:1 error allow-reason')
  expect(await out('unknown.md')).toContain('error allow-unknown: there is no rule "repeted-word" to allow')
  expect(await out('idle.md')).toContain('info allow-unused')
  expect(await out('front.md')).toBe('')
})

test('--fix makes safe fixes once, --dry-run shows them', async () => {
  const project = makeProject({ 'a.md': HEAD + LINE })
  const dry = await project.release(['check', 'a.md', '--fix', '--dry-run'])
  expect(dry.stdout).toContain(`-${LINE}+${LINE.replace('the the', 'the')}`)
  expect(project.read('a.md')).toBe(HEAD + LINE)
  const run = await project.release(['check', 'a.md', '--fix'])
  expect(run.stderr).toContain('mended a.md: 1 place\n')
  expect(project.read('a.md')).toBe(HEAD + LINE.replace('the the', 'the'))
  const before = project.stat('a.md')
  await project.release(['check', 'a.md', '--fix'])
  expect(project.stat('a.md')).toEqual(before)
  expect(await project.release(['check', '-', '--fix'], { input: HEAD })).toMatchObject({ exitCode: 2 })
})

test('what --dry-run shows is a diff that patch applies', async () => {
  const text = `${HEAD}In the the town.\n\nText.\n\nIn the the house,\nin the the yard.\n`
  const project = makeProject({ 'a.md': text })
  const { stdout } = await project.release(['check', 'a.md', '--fix', '--dry-run'])
  expect(stdout).toContain(
    '@@ -6 +6 @@\n-In the the town.\n+In the town.\n@@ -10,2 +10,2 @@\n-In the the house,\n-in',
  )
})

test('a recurring draft is checked as issued for the year', async () => {
  const head = '---\nheadline: H\nlanguage: en\noccasion: {name: flood, date: 1992-02-26}\n---\n'
  const body = 'Wednesday, {{date release.date}}: the the {{anniversary.ordinal}} anniversary.\n'
  const project = makeProject({ 'a.md': head + body })
  expect((await project.release(['check', 'a.md', '--year', '2020'])).stdout).not.toContain('weekday')
  const run = await project.release(['check', 'a.md', '--year', '2021'])
  expect(run.stdout).toContain('a.md:6:1 error weekday-mismatch')
  expect(run.stdout).toContain('a.md:6:35 warning repeated-word')
})

test('a recurring draft without a date is checked as issued for its next anniversary', async () => {
  const head = '---\nheadline: H\nlanguage: en\noccasion: {name: flood, date: 1992-02-26}\n---\n'
  const project = makeProject({ 'a.md': `${head}The 35th anniversary.\n` })
  const at = (now: string) => project.release(['check', 'a.md', '--strict', '--now', now, '--format', 'json'])
  const [early, onDay, after] = await Promise.all(
    ['2027-01-05', '2027-02-26', '2027-02-27'].map((day) => at(`${day}T12:00Z`)),
  )
  expect([early?.exitCode, onDay?.exitCode, after?.exitCode]).toEqual([0, 0, 1])
  const [release] = JSON.parse(after?.stdout ?? '').releases
  expect(release.year).toBe(2028)
  expect(release.findings).toMatchObject([{ rule: 'ordinal-stale', line: 6, column: 5 }])
})

test('json tells fixes and places', async () => {
  const project = makeProject({ 'a.md': `${HEAD}In the the town.\n` })
  const report = JSON.parse((await project.release(['check', 'a.md', '--format', 'json'])).stdout)
  expect(report).toMatchObject({
    version: 1,
    releases: [{ draft: 'a.md', status: 'passed', fixed: 0 }],
    summary: { passed: 1, failed: 0, warnings: 1 },
  })
  expect(report.releases[0].findings[0]).toMatchObject({
    rule: 'repeated-word',
    line: 6,
    column: 4,
    end: { line: 6, column: 11 },
    fix: { safe: true, text: '', line: 6, column: 7, end: { line: 6, column: 11 } },
  })
})

test('sarif has the shape of 2.1.0', async () => {
  const project = makeProject({
    'd r/a.md': `${HEAD}In the the town. TK\n`,
    'd r/b.md': '---\ndate: x\n---\ny\n',
  })
  const log = JSON.parse((await project.release(['check', 'd r', '--format', 'sarif'])).stdout)
  expect(log.version).toBe('2.1.0')
  const [{ tool, results, columnKind }] = log.runs
  expect(columnKind).toBe('utf16CodeUnits')
  const ids = tool.driver.rules.map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(results.length).toBeGreaterThan(3)
  for (const { ruleId, ruleIndex, level, message, locations } of results) {
    expect(ids[ruleIndex]).toBe(ruleId)
    expect(['none', 'note', 'warning', 'error']).toContain(level)
    expect(message.text).not.toBe('')
    const { artifactLocation, region } = locations[0].physicalLocation
    expect(artifactLocation.uri).toMatch(/^d%20r\/[ab]\.md$/)
    expect(region.startLine).toBeGreaterThan(0)
    expect(region.endColumn).toBeGreaterThanOrEqual(
      region.endLine === region.startLine ? region.startColumn : 1,
    )
  }
})

test('github annotations are one line each, whatever a draft says', async () => {
  const name = '::error::x,line=1%0A.md'
  const project = makeProject({
    [name]: `---\nheadline: A\ndate: "2027-02-30%0A::add-mask::x\\n::set-output::y"\n---\nTK\n`,
  })
  const { stdout } = await project.release(['check', `./${name}`, '--format', 'github'])
  const lines = stdout.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines)
    expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,\n]*,line=\d+,col=\d+[^:\n]*::/)
  expect(stdout).toContain('file=%3A%3Aerror%3A%3Ax%2Cline=1%250A.md')
})

test('--explain tells a rule, and an unknown one its neighbour', async () => {
  const project = makeProject()
  expect((await project.release(['check', '--explain', 'weekday-mismatch'])).stdout).toContain(
    'good: Wednesday',
  )
  expect(await project.release(['check', '--explain', 'weekday-mismach'])).toMatchObject({ exitCode: 2 })
})

test('--explain tells what the build itself says, of which no level is set', async () => {
  const project = makeProject()
  const { stdout } = await project.release(['check', '--explain', 'html-removed'])
  expect(stdout).toMatch(/^html-removed {2}\(warning, build\)[\s\S]*bad: {2}<iframe[\s\S]*good: \[The film\]/)
  const off = await project.release(['check', 'a.md', '--rule', 'html-removed=off'])
  expect(off).toMatchObject({ exitCode: 2 })
  expect(off.stderr).toContain('every build says "html-removed"')
})

test('a rule in the configuration that there is not ends a build before it looks at a draft', async () => {
  const project = makeProject({ 'a.md': draft() })
  const build = ['build', 'a.md', '-f', 'text', '-o', 'out'] as const
  await project.release([...build])
  project.write('release.config.yaml', 'check:\n  rules:\n    weekday-mismatches: warning\n')
  const run = await project.release([...build])
  expect(run).toMatchObject({ exitCode: 2, stdout: '' })
  expect(run.stderr).toContain('did you mean "weekday-mismatch"')
  // It is the configuration's fault, not the draft's.
  expect(run.stderr).not.toContain('a.md')
})
