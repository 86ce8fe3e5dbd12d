import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReleaseError } from '../../src/finding.ts'
import { chooseFaces } from '../../src/letterhead/font-choice.ts'
import { type FontDeclaration, loadFonts } from '../../src/letterhead/fonts.ts'

const INSTALLED = join(import.meta.dirname, '../../node_modules/@fontsource/source-serif-4')
const LATIN = join(INSTALLED, 'files/source-serif-4-latin-400-normal.woff2')
const CYRILLIC = join(INSTALLED, 'files/source-serif-4-cyrillic-400-normal.woff2')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-fonts-'))
})
afterAll(() => rm(folder, { recursive: true }))

const declare = (rest: Partial<FontDeclaration>): FontDeclaration => ({
  family: 'House',
  weights: [400],
  italics: [],
  optional: false,
  ...rest,
})
const own = (file: string) => declare({ files: [{ file, weight: 400, style: 'normal' }] })
const choose = async (declarations: FontDeclaration[], regular: string) =>
  chooseFaces(await loadFonts(declarations, folder), { regular, bold: '', italic: '', boldItalic: '' })
const failure = async (work: Promise<unknown>): Promise<ReleaseError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ReleaseError)
  return error as ReleaseError
}

describe('font packages', () => {
  it('come from the tool where the letterhead has none of its own', async () => {
    const { faces } = await choose([declare({ package: '@fontsource/source-serif-4' })], 'a')
    expect(faces[0]?.file).toBe(LATIN)
  })

  it('come from the letterhead first', async () => {
    const nested = join(folder, 'node_modules/@fontsource/source-serif-4')
    await mkdir(join(nested, 'files'), { recursive: true })
    for (const name of ['package.json', 'metadata.json', 'unicode.json'])
      await cp(join(INSTALLED, name), join(nested, name))
    await cp(LATIN, join(nested, 'files/source-serif-4-latin-400-normal.woff2'))
    const { faces } = await choose([declare({ package: '@fontsource/source-serif-4' })], 'a')
    expect(faces[0]?.file).toContain(folder)
    await rm(join(folder, 'node_modules'), { recursive: true })
  })

  it('that are missing are an error with the command that installs them', async () => {
    const error = await failure(loadFonts([declare({ package: '@fontsource/no-such' })], folder))
    expect(error.rule).toBe('letterhead-invalid')
    expect(error.message).toBe('font package "@fontsource/no-such" is not installed')
    expect(error.hint).toBe('npm install @fontsource/no-such')
  })

  it('that are missing and optional are left out', async () => {
    expect(await loadFonts([declare({ package: '@fontsource/no-such', optional: true })], folder)).toEqual([])
  })

  it('without a declared weight or italic are an error that lists what there is', async () => {
    const naskh = { package: '@fontsource/noto-naskh-arabic' }
    const weight = await failure(loadFonts([declare({ ...naskh, weights: [350] })], folder))
    expect(weight.message).toBe('font package "@fontsource/noto-naskh-arabic" has no 350 normal')
    expect(weight.hint).toContain('400, 500, 600, 700 in normal')
    const italic = await failure(loadFonts([declare({ ...naskh, italics: [400] })], folder))
    expect(italic.message).toBe('font package "@fontsource/noto-naskh-arabic" has no 400 italic')
  })

  it('of Chinese families name their slices by number', async () => {
    const nested = join(folder, 'node_modules/@fontsource/slices')
    await mkdir(join(nested, 'files'), { recursive: true })
    await writeFile(join(nested, 'package.json'), '{"name": "@fontsource/slices"}')
    await writeFile(join(nested, 'metadata.json'), '{"id": "slices", "weights": [400], "styles": ["normal"]}')
    await writeFile(join(nested, 'unicode.json'), '{"[4]": "U+0430-044f,U+2116", "[117]": "U+61-7a"}')
    await cp(CYRILLIC, join(nested, 'files/slices-4-400-normal.woff2'))
    await cp(LATIN, join(nested, 'files/slices-117-400-normal.woff2'))
    const slices = declare({ package: '@fontsource/slices' })
    const files = async (text: string) =>
      (await choose([slices], text)).faces.map(({ file }) => file.slice(-23))
    expect(await files('№')).toEqual(['/slices-4-400-normal.woff2'.slice(-23)])
    expect(await files('a№')).toHaveLength(2)
  })
})

describe('own font files', () => {
  it('are asked by their character maps, each for what it has', async () => {
    const both = declare({
      files: [
        { file: LATIN, weight: 400, style: 'normal' },
        { file: CYRILLIC, weight: 400, style: 'normal' },
      ],
    })
    expect((await choose([both], 'a')).faces.map(({ file }) => file)).toEqual([LATIN])
    expect((await choose([both], 'aЖ')).faces.map(({ file }) => file)).toEqual([LATIN, CYRILLIC])
  })

  it('give way to the next family for what they lack', async () => {
    const families = [
      own(LATIN),
      declare({ family: 'Second', files: [{ file: CYRILLIC, weight: 400, style: 'normal' }] }),
    ]
    const { faces, missing } = await choose(families, 'aЖ中')
    expect(faces.map(({ family }) => family)).toEqual(['House', 'Second'])
    expect(missing.map(({ character }) => character)).toEqual(['中'])
  })

  it('are read again when they change', async () => {
    const file = join(folder, 'changing.woff2')
    await cp(LATIN, file)
    expect((await choose([own(file)], 'Ж')).missing).toHaveLength(1)
    await cp(CYRILLIC, file)
    await utimes(file, 1, 1)
    expect((await choose([own(file)], 'Ж')).missing).toHaveLength(0)
  })

  it.each([
    ['missing', undefined],
    ['empty', Buffer.alloc(0)],
    ['plain text', Buffer.from('not a font at all, but long enough to hold a header of 48 bytes')],
    ['a header only', Buffer.from('wOF2')],
    ['nothing but its signature and zeros', Buffer.concat([Buffer.from('wOF2'), Buffer.alloc(100)])],
  ])('that are %s are an error with the path', async (_, bytes) => {
    const file = join(folder, 'bad.woff2')
    await rm(file, { force: true })
    if (bytes) await writeFile(file, bytes)
    const error = await failure(choose([own(file)], 'a'))
    expect(error.rule).toBe('letterhead-invalid')
    expect(error.message).toContain(file)
  })

  it('that are damaged anywhere end in that error or in a choice, never in another throw', async () => {
    const good = await readFile(LATIN)
    const file = join(folder, 'damaged.woff2')
    for (let at = 0; at < 400; at++) {
      const bytes = at % 2 ? good.subarray(0, at * 40) : Buffer.from(good)
      if (at % 2 === 0) bytes[at] = ~(bytes[at] ?? 0) & 0xff
      await writeFile(file, bytes)
      await utimes(file, at, at)
      await choose([own(file)], 'a').catch((error: unknown) => expect(error).toBeInstanceOf(ReleaseError))
    }
  })
})
