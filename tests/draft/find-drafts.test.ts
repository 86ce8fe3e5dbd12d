import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findDrafts, projectFolderOf } from '../../src/draft/find-drafts.ts'
import { readHead } from '../../src/draft/read-slug.ts'
import { makeProject } from '../support/project.ts'

/** Finds drafts in a folder of these files: `subfolder|path`. */
async function find(files: readonly string[], given: readonly string[], prepare?: (folder: string) => void) {
  const { folder } = makeProject(Object.fromEntries(files.map((file) => [file, 'x'])))
  prepare?.(folder)
  const found = await findDrafts(given, folder)
  return found.map(
    ({ file, subfolder }) => `${subfolder}|${file === undefined ? '-' : relative(folder, file)}`,
  )
}

it('drafts that links lead to in several ways are named by their own path, or the shortest', async () => {
  const loop = (folder: string) => {
    symlinkSync('..', join(folder, 'd/a-loop'))
    mkdirSync(join(folder, 'other'))
    symlinkSync('../e.md', join(folder, 'd/e.md'))
  }
  expect(await find(['d/v.md', 'e.md'], ['d'], loop)).toEqual(['|d/e.md', '|d/v.md'])
})

describe('drafts are', () => {
  const files = [
    'd/b.md',
    'd/a.md',
    'd/README.md',
    'd/readme.md',
    'd/_c.md',
    'd/e.txt',
    'd/sub/Z.md',
    'd/sub/node_modules/x.md',
    'd/.git/y.md',
    'd/.hidden.md',
  ]
  it.each<[fact: string, given: string[], found: string[]]>([
    ['files by name', ['d/b.md', 'd/a.md'], ['|d/b.md', '|d/a.md']],
    [
      'a named file that a folder would leave out',
      ['d/README.md', 'd/_c.md', 'd/e.txt'],
      ['|d/README.md', '|d/_c.md', '|d/e.txt'],
    ],
    ['a folder’s, by path, without README and _', ['d'], ['|d/a.md', '|d/b.md', 'sub|d/sub/Z.md']],
    ['a folder’s with a slash', ['d/'], ['|d/a.md', '|d/b.md', 'sub|d/sub/Z.md']],
    ['a glob’s, below its fixed part', ['d/**/*.md'], ['|d/a.md', '|d/b.md', 'sub|d/sub/Z.md']],
    ['a glob’s of one level', ['d/*.md'], ['|d/a.md', '|d/b.md']],
    ['a glob’s with braces', ['d/{b,a}.md'], ['|d/a.md', '|d/b.md']],
    ['taken once', ['d/b.md', 'd', './d/../d/b.md'], ['|d/b.md', '|d/a.md', 'sub|d/sub/Z.md']],
    ['standard input', ['-'], ['|-']],
    ['a file that is not there: the build says so', ['d/none.md'], ['|d/none.md']],
  ])('%s', async (_, given, found) => {
    expect(await find(files, given)).toEqual(found)
  })

  it.each(['a [1].md', 'ü ş 声明.md', '-leading.md', 'a{b}.md', 'a*b.md', 'a b#c?d%.md', '(x).md', '!x.md'])(
    'the file %j, whatever a pattern would make of it',
    async (name) => {
      expect(await find([name], [name])).toEqual([`|${name}`])
      expect(await find([`d/${name}`], ['d'])).toEqual([`|d/${name}`])
    },
  )

  it('found in a folder whose own name is a pattern', async () => {
    expect(await find(['[x]/a.md'], ['[x]'])).toEqual(['|[x]/a.md'])
  })

  it('found once where links lead in a circle', async () => {
    const found = await find(['d/a.md'], ['d'], (folder) => symlinkSync('.', join(folder, 'd/loop')))
    expect(found).toEqual(['|d/a.md'])
  })

  it.each<[fact: string, given: string[], message: RegExp]>([
    ['an empty folder', ['empty'], /no drafts in "empty"/],
    ['a folder with a README alone', ['r'], /no drafts in "r"/],
    ['a glob that matches nothing', ['x/**/*.md'], /no drafts in "x\/\*\*\/\*\.md"/],
    ['no name', [], /no drafts named/],
  ])('not found in %s: wrong usage', async (_, given, message) => {
    const finding = find(['r/README.md'], given, (folder) => mkdirSync(join(folder, 'empty')))
    await expect(finding).rejects.toMatchObject({ message: expect.stringMatching(message), exitCode: 2 })
  })
})

describe('the project folder is', () => {
  it('the configuration’s, else the git root, else the draft’s own', () => {
    const { folder } = makeProject({ 'r/.git/HEAD': '', 'r/a/b/x.md': '', 'q/x.md': '' })
    const at = (path: string) => join(folder, path)
    expect(projectFolderOf(at('r/a/b'), at('r/a'))).toBe(at('r/a'))
    expect(projectFolderOf(at('r/a/b'), at('q'))).toBe(at('r'))
    expect(projectFolderOf(at('r/a/b'), at('r/a/bc'))).toBe(at('r'))
    expect(projectFolderOf(at('r/a/b'), undefined)).toBe(at('r'))
    expect(projectFolderOf(at('q'), undefined)).toBe(at('q'))
  })
})

describe('a slug is found before the draft is read', () => {
  it.each([
    ['slug: a-1', 'a-1'],
    ['slug: "a"', 'a'],
    ["slug: 'a'", 'a'],
    ['slug: a # why', 'a'],
    ['slug : a', 'a'],
    ['"slug": a', 'a'],
    ['slug:\n  a', 'a'],
    ['slug: >-\n  a', 'a'],
    ['{slug: a}', 'a'],
    ['slug: 007', '007'],
    ['summary: |\n  slug: b\nslug: a', 'a'],
    ['vars:\n  slug: a', undefined],
    ['# slug: a', undefined],
    ['slug: ~', undefined],
    ['slug:', undefined],
    ['slug: ../x', undefined],
    ['slug: a b', undefined],
    ['slug: -a', undefined],
  ])('%j', (yaml, slug) => {
    for (const text of [
      `---\n${yaml}\n---\nslug: body\n`,
      `\ufeff--- \r\n${yaml.replaceAll('\n', '\r\n')}\r\n---`,
    ]) {
      expect(readHead(Buffer.from(text)).slug).toBe(slug)
    }
  })

  it('and not in a text without front matter', () => {
    expect(readHead(Buffer.from('slug: a\n---\n')).slug).toBeUndefined()
  })
})

it('a folder that cannot be read stops the search: its drafts would not be missed', async () => {
  const { folder } = makeProject({ 'd/a.md': 'x' })
  // Also for root: a path that grows too long below a working folder.
  const deep = Array.from({ length: 21 }, () => 'x'.repeat(200))
  onTestFinished(() => void execFileSync('rm', ['-rf', join(folder, 'd')]))
  const before = process.cwd()
  process.chdir(join(folder, 'd'))
  for (const name of deep) {
    mkdirSync(name)
    process.chdir(name)
  }
  process.chdir(before)
  await expect(findDrafts(['d'], folder)).rejects.toMatchObject({
    rule: 'draft-unreadable',
    exitCode: 3,
    message: expect.stringMatching(/cannot be read \(ENAMETOOLONG\)/),
  })
})
