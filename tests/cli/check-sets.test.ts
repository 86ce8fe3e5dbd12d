import { expect, test } from 'vitest'
import { makeProject } from '../support/project.ts'

const release = (lines: string, body: string) =>
  `---\nheadline: The river\ndate: 2027-02-26\n${lines}\n---\n${body}\n`
const FILES = {
  'drafts/flood.md': release('language: en\nreference: PR/2027/07', 'Help came from 15 countries.'),
  'drafts/flood-fr.md': release(
    'language: fr\nreference: PR/2027/07\ntranslation_of: PR/2027/07\ntranslation_status: official',
    'L’aide est venue de 14 pays.',
  ),
  'drafts/games.md': release('language: en\nreference: PR/2027/07', 'The games begin in Zenda.'),
}

test('the drafts of a run are compared with each other', async () => {
  const project = makeProject(FILES)
  const run = await project.release(['check', 'drafts'])
  expect(run.exitCode).toBe(1)
  expect(run.stdout).toContain(
    'drafts/flood-fr.md:9:21 warning translation-drift: "14" stands where drafts/flood.md (en) has "15"\n',
  )
  expect(run.stdout).toContain('    see drafts/flood.md:7:16: 15\n')
  expect(run.stdout).toContain(
    'drafts/games.md:5:12 error reference-duplicate: "PR/2027/07" is the reference of another release too: drafts/flood.md\n',
  )
  expect((await project.release(['check', 'drafts/flood-fr.md'])).stdout).not.toContain('drift')
  const named = await project.release(['check', 'drafts/flood.md', 'drafts/games.md'])
  expect(named.stdout).toContain('reference-duplicate')
})

test('levels, exceptions and --strict hold for what is compared', async () => {
  const project = makeProject(FILES)
  const run = async (...flags: string[]) => project.release(['check', 'drafts', ...flags])
  const off = ['--rule', 'reference-duplicate=off']
  expect(await run(...off)).toMatchObject({ exitCode: 0 })
  expect(await run(...off, '--strict')).toMatchObject({ exitCode: 1 })
  expect((await run(...off, '--rule', 'translation-drift=off')).stdout).not.toContain('flood-fr')
  project.write(
    'release.config.yaml',
    'check: {rules: {reference-duplicate: info, translation-drift: error}}\n',
  )
  expect((await run()).stdout).toMatch(/error translation-drift[\s\S]*info reference-duplicate/)
  expect((await project.release(['build', 'drafts', '-f', 'text', '-o', 'out'])).exitCode).toBe(0)
  const why = 'check: {allow: [{rule: translation-drift, reason: issued first}]}'
  project.write(
    'drafts/flood-fr.md',
    FILES['drafts/flood-fr.md'].replace('language: fr', `language: fr\n${why}`),
  )
  expect((await run()).stdout).not.toMatch(/drift|allow-unused/)
})

test('json, sarif and github tell places in other drafts', async () => {
  const project = makeProject(FILES)
  const out = async (format: string) =>
    (await project.release(['check', 'drafts', '--format', format])).stdout
  const { releases } = JSON.parse(await out('json'))
  expect(releases[2].findings.at(-1)).toMatchObject({
    rule: 'reference-duplicate',
    path: 'drafts/games.md',
    related: [{ path: 'drafts/flood.md', line: 5, column: 12, message: 'The river' }],
  })
  expect(releases.map(({ status }: { status: string }) => status)).toEqual(['passed', 'passed', 'failed'])
  const [{ tool, results }] = JSON.parse(await out('sarif')).runs
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toContain('reference-gap')
  const drift = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'translation-drift')
  expect(drift.relatedLocations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'drafts/flood.md' },
    region: { startLine: 7, startColumn: 16 },
  })
  expect(await out('github')).toContain('::warning file=drafts/flood-fr.md,line=9,col=21')
})

test('a rule of sets is explained like any other', async () => {
  const run = await makeProject().release(['check', '--explain', 'translation-drift'])
  expect(run).toMatchObject({ exitCode: 0 })
  expect(run.stdout).toContain('bad:  en: 15 countries; fr: 14 pays')
})

test('terms.yaml beside the configuration gives the forms of the house, to builds too', async () => {
  const project = makeProject({
    'release.config.yaml': '',
    'terms.yaml': 'terms:\n  - {use: New Zenda, avoid: [Senda]}\n  - {use: Hofbau Islands, article: the}\n',
    'drafts/a.md': release('language: en', 'A ship came from Senda to Hofbau Islands.'),
  })
  const { stdout } = await project.release(['check', 'drafts'])
  expect(stdout).toContain('drafts/a.md:6:18 warning terminology: "Senda" is a form that the project avoids')
  expect(stdout).toContain('drafts/a.md:6:27 warning terminology: "Hofbau Islands" has the article "the"')
  project.write('terms.yaml', 'terms:\n  - {use: New Zenda, avoids: [Senda]}\n')
  for (const args of [
    ['check', 'drafts'],
    ['build', 'drafts', '-f', 'text'],
  ]) {
    const run = await project.release(args)
    expect(run).toMatchObject({ exitCode: 2, stdout: '' })
    expect(run.stderr).toContain('terms.yaml:2:22 error config-invalid: unknown key "avoids"')
  }
  expect((await project.release(['schema', 'terms'])).stdout).toContain('"title": "terms.yaml"')
})

test('quotes.yaml beside the configuration is what quotations are compared with', async () => {
  const quote = 'speaker: Anna Hentzau, language: en, text: We thank our neighbours for all that they did.'
  const project = makeProject({
    'release.config.yaml': '',
    'quotes.yaml': `quotes:\n  - {${quote}}\n`,
    'drafts/a.md': release(
      'language: en',
      '“We thank our friends for all that they did”, Anna Hentzau said.',
    ),
  })
  const told = '"friends" is "neighbours" in the approved quotation of Anna Hentzau\n'
  const run = await project.release(['check', 'drafts'])
  expect(run).toMatchObject({ exitCode: 0 })
  expect(run.stdout).toContain(`drafts/a.md:6:15 warning quote-drift: ${told}`)
  const build = ['build', 'drafts', '-f', 'text', '-o', 'out']
  expect((await project.release(build)).stderr).toContain(`warning quote-drift: ${told}`)
  project.write('quotes.yaml', `quotes:\n  - {${quote.replace('neighbours', 'friends')}}\n`)
  expect((await project.release(build)).stderr).not.toContain('quote-drift')
  project.write('quotes.yaml', 'quote: []\n')
  expect((await project.release(['check', 'drafts'])).stderr).toContain(
    'quotes.yaml:1:1 error config-invalid: unknown key "quote"',
  )
})
