import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDraft } from '../../src/draft/read-draft.ts'
import { told } from '../support/findings.ts'
import { draft, makeProject, runRelease } from '../support/project.ts'

const LIMITS = { draftBytes: 400_000, imageBytes: 1_000_000, imagePixels: 1_000_000 }

/** Reads a draft of a project folder of its own. */
async function read(content: string | Uint8Array, path = 'draft.md') {
  const project = makeProject({ [path]: content })
  const { folder } = project
  return readDraft({ path, file: join(folder, path), folder, projectFolder: folder }, LIMITS)
}

async function faultsOf(content: string | Uint8Array, path?: string): Promise<string[]> {
  return told((await read(content, path)).findings)
}

describe('a draft', () => {
  it('is read with its fields, its tree and the places of both', async () => {
    const { draft: got, findings } = await read(draft([], 'Text with **weight**.\n'))
    expect(findings).toEqual([])
    expect(got?.fields.headline).toBe('A statement on the floods')
    expect(got?.tree.children[0]?.position?.start).toMatchObject({ line: 5, column: 1 })
    expect(got?.placeOf(['date'])).toMatchObject({ line: 3, column: 7 })
  })

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CR', (text: string) => text.replaceAll('\n', '\r')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
  ])('with %s is the same as with LF', async (_, change) => {
    const text = draft(['titel: x', 'notes_to_editors:', '  - a'], 'One  \ntwo\n\n- [x](y)\n')
    const [plain, changed] = [await read(text), await read(change(text))]
    const others = { sha256: 0, stamp: 0, placeOf: 0, placeOfBraces: 0 }
    expect({ ...changed, draft: { ...changed.draft, ...others } }).toEqual({
      ...plain,
      draft: { ...plain.draft, ...others },
    })
  })

  it('takes its date from its file name', async () => {
    const text = '---\nheadline: H\n---\nText\n'
    const { draft: got, findings } = await read(text, '2027-02-26-flood.md')
    expect([got?.fields.date, findings]).toEqual([{ year: 2027, month: 2, day: 26 }, []])
  })

  it('keeps braces of its body and its quoted fields as they are', async () => {
    const { draft: got, findings } = await read(
      draft(["headline: '{{constructor}} {{{x}}}'"], '{{> x}} {{y}}\n'),
    )
    expect(findings).toEqual([])
    expect([got?.fields.headline, JSON.stringify(got?.tree)]).toEqual([
      '{{constructor}} {{{x}}}',
      expect.stringContaining('{{> x}} {{y}}'),
    ])
  })
})

describe('a draft is refused', () => {
  it.each([
    ['without text', draft([], ''), 'error draft-empty 5:1: there is no text below the front matter'],
    [
      'with blank text',
      draft([], '\n \t\n'),
      'error draft-empty 5:1: there is no text below the front matter',
    ],
    [
      'with too many bytes',
      'x'.repeat(400_001),
      'error draft-too-large 1:1: the draft has more than the 400000 bytes that are read',
    ],
  ])('%s', async (_, content, expected) => {
    expect((await faultsOf(content))[0]).toContain(expected)
  })

  it('that is no file', async () => {
    const { folder } = makeProject({ 'a.md/x': '' })
    const source = { folder, projectFolder: folder, path: 'a.md' }
    const found = await readDraft({ ...source, file: join(folder, 'a.md') }, LIMITS)
    const missing = await readDraft({ ...source, file: join(folder, 'b.md') }, LIMITS)
    expect(told([...found.findings, ...missing.findings])).toEqual([
      'error draft-unreadable 1:1: this is not a regular file | name a Markdown draft (*.md)',
      'error draft-unreadable 1:1: there is no such file | check the name; `release build drafts/` takes a folder',
    ])
  })

  it.each(['/dev/zero', '/dev/null'])('that is the device %s', async (device) => {
    const { findings } = await readDraft(
      { path: 'a.md', file: device, folder: '/dev', projectFolder: '/dev' },
      LIMITS,
    )
    expect(told(findings)).toEqual([
      'error draft-unreadable 1:1: this is not a regular file | name a Markdown draft (*.md)',
    ])
  })

  it('with the faults of its front matter and of its text at once', async () => {
    const text = draft(['kind: statment', 'titel: x'], '![x](nowhere.png)\n')
    expect((await faultsOf(text)).map((line) => line.split(': ')[0])).toEqual([
      'error front-matter-invalid 4:7',
      'warning front-matter-unknown-key 5:1',
      'error image-missing 7:1',
    ])
  })
})

describe('text that would keep the parser busy for minutes is refused at its line:', () => {
  it.each([
    ['20,000 nested quotes', '> '.repeat(20_000), 'quotes or lists nested more than 40 deep'],
    ['20,000 nested quotes without blanks', '>'.repeat(20_000), 'quotes or lists nested more than 40 deep'],
    ['20,000 nested lists', '- '.repeat(20_000), 'quotes or lists nested more than 40 deep'],
    [
      'lists nested by indentation',
      Array.from({ length: 500 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'),
      'quotes or lists nested more than 40 deep',
    ],
    ['20,000 brackets', '['.repeat(20_000), 'more than 8000 square brackets in one paragraph'],
    ['20,000 images', '![['.repeat(20_000), 'more than 8000 square brackets in one paragraph'],
    ['20,000 stars', `${'*'.repeat(20_000)}x`, 'more than 2000 marks of emphasis in one paragraph'],
    ['900 nested emphases', `${'*'.repeat(900)}x${'*'.repeat(900)}`, 'emphasis nested more than 100 deep'],
    [
      'a table of 1,000 columns',
      `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n`,
      'a table of more than 40 columns',
    ],
    ['2,001 list items', '- a\n'.repeat(2_001), 'more than 2000 list items'],
  ])('%s', async (_, body, expected) => {
    const [fault] = await faultsOf(draft([], `Fine.\n\n${body}\n`))
    expect(fault).toMatch(new RegExp(`^error draft-too-large \\d+:1: ${expected}`))
  })

  it.each([
    ['40 nested quotes', `${'> '.repeat(40)}x`],
    ['2,000 list items', '- a\n'.repeat(2_000)],
    ['a table of 40 columns', `|${'a|'.repeat(40)}\n|${'-|'.repeat(40)}\n`],
    ['a line of 300 stars', '*'.repeat(300)],
    ['80 kB of addresses', 'a@b.c '.repeat(13_000)],
    ['20,000 backticks', '`'.repeat(20_000)],
    ['80 kB of blanks', `a${' '.repeat(80_000)}`],
    ['80 kB of <', '<'.repeat(80_000)],
    ['an unclosed definition', '[a]: x "'.repeat(2_000)],
  ])('%s are read', async (_, body) => {
    expect(await faultsOf(draft([], `${body}\n`))).toEqual([])
  })
})

describe('code in a draft never runs:', () => {
  it.each([
    '---js',
    '---javascript',
    '--- js',
    '---JS',
    '---JavaScript',
    '---js ',
    '---\tjs',
    '---\u00a0js',
    '\ufeff---js',
    '\ufeff\ufeff---js',
  ])('behind %j, with every line ending', async (fence) => {
    const { folder } = makeProject()
    const canary = join(folder, 'canary')
    const code = `require('node:fs').writeFileSync(${JSON.stringify(canary)}, '')`
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = [fence, `module.exports = ${code}`, '---', 'text', ''].join(ending)
      expect(await faultsOf(text)).toEqual([expect.stringContaining('stands after the opening fence')])
      const below = `---\nheadline: H\ndate: 2027-02-26\n---\n${fence.replace(/\ufeff/g, '')}${ending}${code}${ending}---${ending}`
      const inner = `---\n${text}---\nheadline: H\n---\n`
      expect((await read(below)).draft?.source).toContain('writeFileSync')
      await read(inner)
    }
    expect(existsSync(canary)).toBe(false)
  })

  it('nor in the time zone of another day is its date another', async () => {
    const project = makeProject({
      'a.md': draft(['date: 2027-02-26T23:30:00Z', 'place: Strelsau', 'dateline: line']),
    })
    const zones = ['Pacific/Kiritimati', 'America/New_York', 'UTC']
    const texts = await Promise.all(
      zones.map((TZ) =>
        runRelease(['build', 'a.md', '-f', 'text', '-o', '-'], { cwd: project.folder, env: { TZ } }),
      ),
    )
    expect(texts.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0])
    expect(new Set(texts.map(({ stdout }) => stdout)).size).toBe(1)
    expect(texts[0]?.stdout).toMatch(/Strelsau, 26\sFebruary\s2027/)
  })
})
