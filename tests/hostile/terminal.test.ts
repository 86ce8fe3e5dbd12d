import { expect, test } from 'vitest'
import { draft, makeProject } from '../support/project.ts'

const EVIL = '\\e[31mred\\a\\r\\b\\u009b2J\\u202eover\\u2066\\u2028'
const RAW = '\u001b]0;title\u0007\u001b[31mred\r\u009b2J\u202eover\u2066'

const FRONT_MATTERS: Record<string, string[]> = {
  headline: [`headline: "${EVIL}"`],
  'a date': [`date: "${EVIL}"`],
  'a kind': [`kind: "${EVIL}"`],
  'a key': [`"${EVIL}": x`],
  'a letterhead': [`letterhead: "${EVIL}"`],
  'a contact': [`contacts: ["${EVIL}"]`],
  'a zone': [`embargo: "2027-02-26T00:01[${EVIL}]"`],
  'a link': [`links: ["javascript:${EVIL}"]`],
  'a phone': [`contacts: [{name: "${EVIL}", phone: "${EVIL}", email: "${EVIL}"}]`],
  'a slug': [`slug: "${EVIL}"`],
  'a language': [`language: "${EVIL}"`],
  'raw bytes in YAML': [`place: ${RAW}`],
  'raw bytes in broken YAML': [`place: "${RAW}`],
  'a tag': [`place: !<${RAW}> x`],
  'a duplicate key': [`"${EVIL}": 1`, `"${EVIL}": 2`],
}

const BODIES: Record<string, string> = {
  'an image': `![x](<${RAW}.png>)\n`,
  'an HTML element': `<${RAW}>x</p><x-${RAW}>\n`,
  'a link of a strange scheme': `[x](<evil${RAW}:x>)\n`,
  'a workflow command': `::error file=x::boom\n\n##[error]boom ![](nope.png)\n\n  ::add-mask::x ![](no.png)\n`,
  'an expression': `{{${RAW}}}\n\n{{#if ::error::}}\n`,
}

const DRAFTS = [
  ...Object.entries(FRONT_MATTERS).map(([name, lines]) => [name, draft(lines)] as const),
  ...Object.entries(BODIES).map(([name, body]) => [name, draft([], body)] as const),
  ['no front matter', `${RAW}\n::error::boom\n`] as const,
  ['an unclosed fence', `---\nheadline: ${RAW}\n::error::boom\n`] as const,
  ['a fence with a language', `---${RAW}\nheadline: x\n---\nx\n`] as const,
]

test('no draft sends a control character to the terminal or commands a CI runner', async () => {
  const project = makeProject()
  DRAFTS.forEach(([, source], i) => void project.write(`d/${i}.md`, source))
  for (const [args, env] of [
    [[], {}],
    [['--verbose', '--strict'], { FORCE_COLOR: '1', TERM: 'xterm-256color' }],
    [['--json'], { CI: 'true', GITHUB_ACTIONS: 'true' }],
  ] as const) {
    const run = await project.release(['build', 'd', '-f', 'html,text', '-o', 'out', ...args], { env })
    expect(run.exitCode).toBe(1)
    expect(run.stderr).not.toContain('defect')
    for (const stream of [run.stdout, run.stderr]) {
      expect(stream).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/)
      expect(stream).not.toMatch(/##\[|##vso\[/i)
      for (const line of stream.split('\n')) expect(line.trimStart()).not.toMatch(/^::/)
    }
    // Every line is of a known form: none begins with a draft's text.
    for (const line of run.stderr.trimEnd().split('\n')) {
      expect(line).toMatch(
        /^(?:d\/\d+\.md:\d+:\d+ (?:error|warning) [a-z-]+: | {4}(?:\| |hint: )|(?:failed|built|unchanged): d\/|note: |slowest: |\d+ )/,
      )
    }
  }
})

test('no output holds a control character from a draft, whatever was not refused', async () => {
  const project = makeProject()
  DRAFTS.forEach(([, source], i) => void project.write(`d/${i}.md`, source))
  const run = await project.release(['build', 'd', '-f', 'html,text', '-o', 'out', '--json'])
  const { releases } = JSON.parse(run.stdout) as { releases: { outputs: { path: string }[] }[] }
  const paths = releases.flatMap(({ outputs }) => outputs.map(({ path }) => path))
  expect(paths.length).toBeGreaterThan(0)
  for (const path of paths.filter((one) => one.endsWith('.txt'))) {
    expect(project.read(path), path).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
    )
  }
})

test('arguments cannot forge a line either', async () => {
  const project = makeProject({ 'x.md': draft() })
  const evil = 'x\n::error::boom\u001b[31m'
  for (const args of [
    ['build', `--${evil}`],
    [evil],
    ['build', evil],
    ['build', 'x.md', '--config', evil],
    ['build', 'x.md', '--letterhead', evil],
    ['build', 'x.md', '-f', evil],
    ['build', 'x.md', '--now', evil],
    ['build', 'x.md', '--browser', evil],
    ['letterhead', 'show', evil],
    ['schema', evil],
    ['completion', evil],
    ['doctor', '--config', evil],
  ]) {
    const run = await project.release(args)
    expect(run.exitCode, args.join(' ')).toBeGreaterThan(0)
    expect(run.stderr, args.join(' ')).toContain('\\x0a::error::boom\\x1b[31m')
    expect(run.stderr + run.stdout).not.toMatch(/^\s*::|\u001b/m)
  }
})

test('a message of a draft never floods the log', async () => {
  const long = 'x'.repeat(60_000)
  const project = makeProject({ 'draft.md': draft([`kind: ${long}`, `slug: ${long}`], `![](${long}.png)\n`) })
  const run = await project.release(['build', 'draft.md', '-f', 'text'])
  expect(run.exitCode).not.toBe(0)
  expect(run.stderr.length).toBeLessThan(5000)
})
