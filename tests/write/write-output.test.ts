import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeOutput } from '../../src/write/write-output.ts'
import { makeProject } from '../support/project.ts'

const BYTES = Buffer.from('<!doctype html>\n')

describe('an output', () => {
  it('is written with the folders above it, and nothing is left beside it', async () => {
    const { folder, files } = makeProject()
    expect((await writeOutput(join(folder, 'out/a/b.html'), BYTES, join(folder, 'out'))).status).toBe(
      'written',
    )
    expect(files()).toEqual(['out/a/b.html'])
    expect(readFileSync(join(folder, 'out/a/b.html'))).toEqual(BYTES)
  })

  it('is not touched where it holds the same bytes', async () => {
    const { folder } = makeProject({ 'a.html': BYTES })
    const file = join(folder, 'a.html')
    utimesSync(file, 1_000, 1_000)
    expect((await writeOutput(file, BYTES, folder)).status).toBe('untouched')
    expect(statSync(file).mtimeMs).toBe(1_000_000)
  })

  it('replaces a shorter, a longer and an empty file whole', async () => {
    for (const present of ['', 'x', 'x'.repeat(100_000)]) {
      const { folder, read } = makeProject({ 'a.html': present })
      expect((await writeOutput(join(folder, 'a.html'), BYTES, folder)).status).toBe('written')
      expect(read('a.html')).toBe(String(BYTES))
    }
  })

  it.each(['the same bytes', 'other bytes'])(
    'replaces a link to a file with %s and leaves its target',
    async (held) => {
      const target = held === 'the same bytes' ? String(BYTES) : 'precious'
      const { folder, read } = makeProject({ 'target.txt': target })
      symlinkSync('target.txt', join(folder, 'a.html'))
      expect((await writeOutput(join(folder, 'a.html'), BYTES, folder)).status).toBe('written')
      expect([lstatSync(join(folder, 'a.html')).isSymbolicLink(), read('target.txt')]).toEqual([
        false,
        target,
      ])
    },
  )

  it('replaces a link to nothing', async () => {
    const { folder, files } = makeProject()
    symlinkSync('nowhere', join(folder, 'a.html'))
    expect((await writeOutput(join(folder, 'a.html'), BYTES, folder)).status).toBe('written')
    expect(files()).toEqual(['a.html'])
  })

  it('is the same file for whoever reads while it is written', async () => {
    const old = Buffer.alloc(300_000, 'a')
    const fresh = Buffer.alloc(300_000, 'b')
    const { folder } = makeProject({ 'a.html': old })
    const writing = writeOutput(join(folder, 'a.html'), fresh, folder)
    let done = false
    void writing.then(() => {
      done = true
    })
    while (!done) {
      const seen = readFileSync(join(folder, 'a.html'))
      expect(seen.equals(old) || seen.equals(fresh)).toBe(true)
      await new Promise(setImmediate)
    }
    expect((await writing).status).toBe('written')
  })
})

describe('an output that cannot be written is named with its reason', () => {
  const failure = (message: RegExp) => ({
    rule: 'write-failed',
    exitCode: 3,
    message: expect.stringMatching(message),
  })

  it('a folder of its name, and no temporary file stays', async () => {
    const { folder } = makeProject()
    mkdirSync(join(folder, 'a.html'))
    await expect(writeOutput(join(folder, 'a.html'), BYTES, folder)).rejects.toMatchObject(
      failure(/there is a folder of that name/),
    )
    expect(readdirSync(folder)).toEqual(['a.html'])
  })

  it('a file where a folder should be', async () => {
    const { folder } = makeProject({ out: 'x' })
    await expect(writeOutput(join(folder, 'out/a.html'), BYTES, join(folder, 'out'))).rejects.toMatchObject(
      failure(/a part of the path is a file/),
    )
  })

  it('a folder that links out of the output folder', async () => {
    const { folder } = makeProject()
    for (const name of ['out', 'elsewhere', 'out-2']) mkdirSync(join(folder, name))
    symlinkSync('../elsewhere', join(folder, 'out/linked'))
    symlinkSync('../out-2', join(folder, 'out/sibling'))
    for (const name of ['linked', 'sibling']) {
      const writing = writeOutput(join(folder, 'out', name, 'a.html'), BYTES, join(folder, 'out'))
      await expect(writing).rejects.toMatchObject(failure(/is a link that leads out of the output folder/))
    }
    expect([...readdirSync(join(folder, 'elsewhere')), ...readdirSync(join(folder, 'out-2'))]).toEqual([])
  })

  it('nothing is made beyond a link that leads out', async () => {
    const { folder } = makeProject()
    for (const name of ['out', 'elsewhere']) mkdirSync(join(folder, name))
    symlinkSync('../elsewhere', join(folder, 'out/linked'))
    await expect(
      writeOutput(join(folder, 'out/linked/deep/a.html'), BYTES, join(folder, 'out')),
    ).rejects.toMatchObject(failure(/leads out/))
    expect(existsSync(join(folder, 'elsewhere/deep'))).toBe(false)
  })

  it('a folder that is a link within the output folder is fine', async () => {
    const { folder, read } = makeProject()
    mkdirSync(join(folder, 'out/real'), { recursive: true })
    symlinkSync('real', join(folder, 'out/linked'))
    expect((await writeOutput(join(folder, 'out/linked/..a.html'), BYTES, join(folder, 'out'))).status).toBe(
      'written',
    )
    expect(read('out/real/..a.html')).toBe(String(BYTES))
  })

  it('a file system that is read-only, even for root', async () => {
    await expect(writeOutput('/proc/sys/a.html', BYTES, '/proc/sys')).rejects.toMatchObject(
      failure(/^cannot write "\/proc\/sys\/a.html": /),
    )
  })

  it('a folder that the system never makes, where Node would try for ever', async () => {
    await expect(writeOutput('/proc/none/a.html', BYTES, '/proc/none')).rejects.toMatchObject(
      failure(/^cannot write "\/proc\/none\/a.html": /),
    )
  })
})
