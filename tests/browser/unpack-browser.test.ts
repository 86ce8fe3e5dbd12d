import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  type BrowserPackage,
  findBrowserPackage,
  unpackBrowser,
  unpackFonts,
} from '../../src/browser/unpack-browser.ts'
import { unpackTar } from '../../src/browser/unpack-tar.ts'
import { inFolder } from './fixtures.ts'

const found = findBrowserPackage() as BrowserPackage
const name = `fonts-${found.version}`
const font = 'fonts/Open_Sans/OpenSans-Regular.ttf'

function unpacking(env: NodeJS.ProcessEnv) {
  const notes: string[] = []
  return { notes, env, note: (text: string) => notes.push(text), undo: new Set<() => void>() }
}

test('two at once into one cache give one whole browser and leave nothing else', () =>
  inFolder(async (cache) => {
    const options = unpacking({ RELEASE_CACHE_DIR: cache })
    const folders = await Promise.all([unpackBrowser(found, options), unpackBrowser(found, options)])
    expect(new Set(folders)).toEqual(new Set([join(cache, `chromium-${found.version}`)]))
    expect(readdirSync(cache)).toEqual([`chromium-${found.version}`])
    expect(statSync(join(folders[0], 'chromium')).mode & 0o777).toBe(0o755)
    expect(readdirSync(join(folders[0], 'lib'))).toContain('libnss3.so')
    expect(options.undo.size).toBe(0)
  }))

test('what is unpacked is used again', () =>
  inFolder(async (cache) => {
    const options = unpacking({ RELEASE_CACHE_DIR: cache })
    const before = statSync(await unpackFonts(found, options)).mtimeMs
    expect(statSync(await unpackFonts(found, options)).mtimeMs).toBe(before)
  }))

test.each([
  ['a truncated file', (folder: string) => truncateSync(join(folder, font), 10)],
  ['a missing list of contents', (folder: string) => truncateSync(join(folder, 'contents.json'), 0)],
])('%s is mended by unpacking again', (_, damage) =>
  inFolder(async (cache) => {
    const options = unpacking({ RELEASE_CACHE_DIR: cache })
    const size = statSync(join(await unpackFonts(found, options), font)).size
    damage(join(cache, name))
    expect(statSync(join(await unpackFonts(found, options), font)).size).toBe(size)
    expect(readdirSync(cache)).toEqual([name])
  }),
)

test('a folder that was only begun is never used', () =>
  inFolder(async (cache) => {
    mkdirSync(join(cache, name, 'fonts'), { recursive: true })
    const folder = await unpackFonts(found, unpacking({ RELEASE_CACHE_DIR: cache }))
    expect(readFileSync(join(folder, font)).length).toBeGreaterThan(100_000)
  }))

test('a cache that cannot be written is passed over with a note', () =>
  inFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '')
    const options = unpacking({ RELEASE_CACHE_DIR: join(folder, 'file'), XDG_CACHE_HOME: folder })
    expect(await unpackFonts(found, options)).not.toContain(join(folder, 'file'))
    expect(options.notes).toEqual([`${join(folder, 'file')} cannot be written (EEXIST)`])
  }))

test('a cache that others can write is not trusted', () =>
  inFolder(async (folder) => {
    const shared = join(folder, 'shared')
    mkdirSync(shared)
    chmodSync(shared, 0o777)
    const options = unpacking({ RELEASE_CACHE_DIR: shared, XDG_CACHE_HOME: folder })
    expect(await unpackFonts(found, options)).not.toContain(shared)
    expect(options.notes).toEqual([`${shared} can be written by other users`])
  }))

function tarEntry(path: string, type: string): Buffer {
  const block = Buffer.alloc(1024)
  block.write(path, 0)
  block.write('00000000004\0', 124)
  block.write(type, 156)
  block.write('text', 512)
  return block
}

test('an archive cannot write outside its folder', () =>
  inFolder(async (folder) => {
    for (const path of ['../evil', '/etc/evil', 'a/../../evil']) {
      await expect(unpackTar(tarEntry(path, '0'), folder)).rejects.toThrow('unexpected name')
    }
    await expect(unpackTar(tarEntry('link', '2'), folder)).rejects.toThrow('unexpected entry of type "2"')
    await unpackTar(tarEntry('a/b.txt', '0'), folder)
    expect(readFileSync(join(folder, 'a/b.txt'), 'utf8')).toBe('text')
  }))
