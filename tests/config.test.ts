import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BuildOptions } from '../src/build-options.ts'
import { loadConfig } from '../src/config.ts'
import { displayPath } from '../src/display-path.ts'
import { ReleaseError } from '../src/finding.ts'
import { told } from './support/findings.ts'
import { makeProject } from './support/project.ts'

/** Loads a configuration of this text from a folder below it. */
async function load(yaml: string | undefined, options: BuildOptions = {}) {
  const { folder } = makeProject(yaml === undefined ? {} : { 'release.config.yaml': yaml })
  mkdirSync(join(folder, 'sub'))
  return { folder, config: await loadConfig({ cwd: join(folder, 'sub'), env: {}, ...options }) }
}

async function faultsOf(yaml: string): Promise<string[]> {
  try {
    await load(yaml)
    return []
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    expect(error).toMatchObject({ rule: 'config-invalid', exitCode: 2 })
    return told(error.findings).map((line) => line.replace('error config-invalid ', ''))
  }
}

describe('the configuration', () => {
  it('is looked for upwards; its paths start from its folder', async () => {
    const { folder, config } = await load(
      'drafts: [d, "e/*.md"]\noutput: out\nletterheads: own\nformats: [text, html]\ntimezone: Europe/Paris\n',
    )
    expect(config).toMatchObject({
      configFolder: folder,
      drafts: ['d', 'e/*.md'],
      draftsFolder: folder,
      output: join(folder, 'out'),
      letterheads: join(folder, 'own'),
      formats: ['html', 'text'],
      timezone: 'Europe/Paris',
    })
  })

  it('yields to flags, whose paths start from the working folder', async () => {
    const { folder, config } = await load('drafts: d\noutput: out\nformats: [pdf]\nletterhead: mission\n', {
      drafts: ['a.md'],
      output: 'o',
      formats: ['text'],
      letterhead: './l',
    })
    expect(config).toMatchObject({
      drafts: ['a.md'],
      draftsFolder: join(folder, 'sub'),
      output: join(folder, 'sub/o'),
      formats: ['text'],
      letterheadFlag: './l',
      letterheadDefault: 'mission',
    })
  })

  it.each([undefined, '', '# nothing\n'])('need not be there, nor hold anything: %j', async (yaml) => {
    expect((await load(yaml)).config).toMatchObject({
      drafts: [],
      output: undefined,
      formats: ['html', 'pdf', 'text'],
      strict: false,
      dryRun: false,
    })
  })

  it('lists all that is wrong with it at once', async () => {
    const yaml =
      'draft: d\nformats: [html, docx]\ntimezone: Mars/Olympus\nlimits: {pages: 0, draft_byte: 1}\noutput: [x]\n'
    expect(await faultsOf(yaml)).toEqual([
      '1:1: unknown key "draft" | did you mean "drafts"?',
      '2:17: "formats.2" cannot be "docx" | one of: html, pdf, text',
      expect.stringMatching(/^3:11: "Mars\/Olympus" is not a time zone \| /),
      expect.stringMatching(/^4:17: "limits\.pages" /),
      '4:20: unknown key "draft_byte" | did you mean "draft_bytes"?',
      '5:9: "output" should be text, got a list | for example: output: out',
    ])
  })

  it.each([
    ['- a\n', '1:1: expected `key: value` lines, got a list | for example: drafts: [drafts]'],
    ['a: *x\n', '1:4: YAML alias "*x" | write the value out, or quote it: "*"'],
    ['output: a\noutput: b\n', '2:1: the key "output" stands in line 1 already | keep one of them'],
  ])('is refused as a whole: %j', async (yaml, expected) => {
    expect(await faultsOf(yaml)).toEqual([expected])
  })

  it('that was asked for must be there', async () => {
    await expect(load(undefined, { config: 'none.yaml' })).rejects.toMatchObject({
      rule: 'config-invalid',
      exitCode: 2,
      message: 'cannot read the configuration "none.yaml"',
    })
  })
})

describe('the clock', () => {
  it('is SOURCE_DATE_EPOCH where there is one, and --now wins', async () => {
    const env = { SOURCE_DATE_EPOCH: '86400' }
    expect((await load(undefined, { env })).config.now).toEqual(new Date('1970-01-02T00:00:00Z'))
    const now = new Date('2027-01-01T00:00:00Z')
    expect((await load(undefined, { env, now })).config.now).toBe(now)
  })
})

describe('paths are shown', () => {
  it.each([
    ['/w/a/b.md', '/w', 'a/b.md'],
    ['/w/b.md', '/w', 'b.md'],
  ])('%s from %s as %s', (file, cwd, shown) => {
    expect(displayPath(file, cwd)).toBe(shown)
  })
})

describe('the options of a program', () => {
  it.each<[string, BuildOptions, string]>([
    ['no format', { formats: [] }, 'no format is asked for'],
    ['a format that is none', { formats: ['txt' as never] }, '"txt" is no format'],
    ['no jobs', { jobs: 0 }, '"0" is no number of jobs'],
    ['half a job', { jobs: 1.5 }, '"1.5" is no number of jobs'],
    ['no time', { timeout: 0 }, '"0" is no timeout'],
    ['no instant', { now: new Date('x') }, '`now` is no instant'],
  ])('%s: refused as wrong usage', async (_, options, message) => {
    await expect(load(undefined, options)).rejects.toMatchObject({ rule: 'usage', exitCode: 2, message })
  })

  it('an empty list of formats in the file is refused too', async () => {
    expect(await faultsOf('formats: []\n')).toHaveLength(1)
  })
})

describe('terms.yaml', () => {
  const termsOf = async (yaml: string, config = '') => {
    const { folder } = makeProject({ 'release.config.yaml': config, 'terms.yaml': yaml })
    return (await loadConfig({ cwd: folder, env: {} })).check?.terms
  }

  it('beside the configuration adds to its terms', async () => {
    expect(await termsOf('terms: [New Zenda]\n')).toEqual(['New Zenda'])
    const yaml = 'terms: [{use: Hofbau Islands, article: the, language: en}]\n'
    expect(await termsOf(yaml, 'check: {terms: [Strelsau], reference: "PR/.*"}\n')).toEqual([
      'Strelsau',
      { use: 'Hofbau Islands', article: 'the', language: 'en' },
    ])
    expect(await termsOf('')).toBeUndefined()
  })

  it.each([
    [
      '- New Zenda\n',
      '1:1: expected `key: value` lines, got a list | for example: terms: [New Zenda, {use: Côte d’Ivoire, avoid: [Ivory Coast]}]',
    ],
    ['term: [New Zenda]\n', '1:1: unknown key "term" | did you mean "terms"?'],
    ['terms:\n  - {use: Zenda, avoids: [Senda]}\n', '2:18: unknown key "avoids" | did you mean "avoid"?'],
    ['terms:\n  - {use: Zenda, article: a}\n', '2:27: "a" is no article | one of: the, none'],
    ['terms: [\n', '2:1: not YAML'],
  ])('%j is told where it is wrong', async (yaml, expected) => {
    const error = await termsOf(yaml).catch((fault: unknown) => fault)
    expect(error).toMatchObject({
      rule: 'config-invalid',
      exitCode: 2,
      message: 'the list of terms "terms.yaml" is not valid',
    })
    const { findings } = error as ReleaseError
    expect(told(findings).join('\n').replace('error config-invalid ', '')).toContain(expected)
    expect(findings[0]).toMatchObject({ path: 'terms.yaml' })
  })
})

describe('quotes.yaml', () => {
  const quotesOf = async (yaml: string) => {
    const { folder } = makeProject({ 'release.config.yaml': '', 'quotes.yaml': yaml })
    return (await loadConfig({ cwd: folder, env: {} })).check?.quotes
  }
  const entry = (text: string) => `  - speaker: Anna Hentzau\n    language: en\n    text: ${text}\n`

  it('beside the configuration lists what was approved', async () => {
    expect(
      await quotesOf(`quotes:\n${entry('We thank\n      our neighbours.')}    source: A speech\n`),
    ).toEqual([
      { speaker: 'Anna Hentzau', language: 'en', text: 'We thank our neighbours.', source: 'A speech' },
    ])
    const many = `quotes:\n${entry('We thank our neighbours for all that they did.').repeat(1000)}`
    expect(await quotesOf(many)).toHaveLength(1000)
  })

  it.each([
    [
      'quotes: [{speaker: Anna Hentzau, language: en}]\n',
      '1:10: "quotes.1.text" is missing | for example: text: We thank our neighbours',
    ],
    [`quotes:\n${entry('We thank.')}    sources: x\n`, '5:5: unknown key "sources" | did you mean "source"?'],
    [`quotes:\n${entry('We thank: all.')}`, '4:11: a value that holds ": " must be quoted'],
    ['quotes: [{speaker: A, text: B, language: Klingonish}]\n', '1:42: "Klingonish" is not a language tag'],
    [`quotes:\n${entry('x'.repeat(500_000))}`, 'more than the 500000 that are read | take out old entries'],
  ])('a fault is told at its place: %#', async (yaml, expected) => {
    const error = await quotesOf(yaml).catch((fault: unknown) => fault)
    expect(error).toMatchObject({ message: 'the list of quotations "quotes.yaml" is not valid', exitCode: 2 })
    expect(told((error as ReleaseError).findings).join('\n')).toContain(expected)
  })
})
