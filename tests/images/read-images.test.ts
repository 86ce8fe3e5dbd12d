import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { locateImage } from '../../src/images/locate-image.ts'
import { DEFAULT_IMAGE_LIMITS, readImages } from '../../src/images/read-images.ts'

const MARKER = 'SECRET-MARKER-93117'
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000003000000020802000000000000000000000049454e4400000000',
  'hex',
)
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>'
const MISSING = 'does not exist'
const OUTSIDE = 'lies outside the project folder'
const NETWORK = 'is on the network, and nothing is fetched'
const NO_PATH = 'is not a path with forward slashes inside the project folder'
const NOT_IMAGE = 'is not an image by its content'
const NOT_REGULAR = 'is not a regular file'

let top: string
let folders: { draftFolder: string; projectFolder: string }

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'release-images-'))
  const projectFolder = join(top, 'project')
  const draftFolder = join(projectFolder, 'drafts')
  folders = { draftFolder, projectFolder }
  await mkdir(join(draftFolder, 'img'), { recursive: true })
  await mkdir(join(top, 'outside'))
  await mkdir(join(top, 'project-two'))
  const put = (path: string, content: string | Buffer) => writeFile(join(draftFolder, path), content)
  await Promise.all([
    put('img/photo.png', PNG),
    put('a photo.png', PNG),
    put('新闻 😀.png', PNG),
    put('100%.png', PNG),
    put('what#now?.png', PNG),
    put('..dots.png', PNG),
    put('Cafe\u0301.png', PNG),
    put('logo.svg', SVG),
    put('wrong.txt', PNG),
    put('html.png', `<!DOCTYPE html><html><body>${MARKER}<svg></svg></body></html>`),
    put('text.png', MARKER),
    put('script.svg', SVG.replace('/>', `><script>${MARKER}</script></svg>`)),
    put('empty.png', ''),
    put('heic.jpg', `\0\0\0\x18ftypheic${MARKER}`),
    put('cut.png', PNG.subarray(0, 20)),
    writeFile(join(projectFolder, 'seal.png'), PNG),
    writeFile(join(top, 'outside', 'secret.png'), Buffer.concat([PNG, Buffer.from(MARKER)])),
    writeFile(join(top, 'project-two', 'secret.png'), PNG),
  ])
  const huge = Buffer.from(PNG)
  huge.writeUInt32BE(30_000, 16)
  huge.writeUInt32BE(30_000, 20)
  await put('huge.png', huge)
  await put('heavy.png', PNG)
  await truncate(join(draftFolder, 'heavy.png'), DEFAULT_IMAGE_LIMITS.bytes + 1)
  const link = (target: string, path: string) => symlink(target, join(draftFolder, path))
  await Promise.all([
    link('../seal.png', 'inner-link.png'),
    link('/etc/passwd', 'passwd.png'),
    link(join(top, 'outside', 'secret.png'), 'link.png'),
    link(join(top, 'outside'), 'linked'),
    link('loop.png', 'loop.png'),
    link(join(top, 'outside', 'nothing.png'), 'dangling.png'),
    link('/dev/zero', 'zero.png'),
  ])
  execFileSync('mkfifo', [join(draftFolder, 'fifo.png')])
})
afterAll(() => rm(top, { recursive: true }))

const read = async (...urls: string[]) =>
  readImages(
    urls.map((url, i) => ({ url, line: i + 1, column: 3 })),
    { ...folders, limits: DEFAULT_IMAGE_LIMITS },
  )
const refusal = async (url: string) => {
  const { images, findings } = await read(url)
  expect(images.size).toBe(0)
  expect(JSON.stringify(findings)).not.toContain(MARKER)
  const [finding] = findings
  return `${finding?.rule}: ${finding?.message.replace(/^image "[^"]*" /, '')}`
}

describe('an image is read', () => {
  it.each([
    'img/photo.png',
    './img/photo.png',
    'img/../img/photo.png',
    '../seal.png',
    '/seal.png',
    '/drafts/img/photo.png',
    'a%20photo.png',
    'a photo.png',
    '%E6%96%B0%E9%97%BB%20%F0%9F%98%80.png',
    '新闻 😀.png',
    '100%.png',
    '100%25.png',
    'what#now?.png',
    '..dots.png',
    'Caf\u00e9.png',
    'inner-link.png',
    'wrong.txt',
  ])('from %s', async (url) => {
    const { images, findings } = await read(url)
    expect(findings).toEqual([])
    expect(images.get(url)).toEqual({
      file: expect.stringMatching(/^\/.*\.(?:png|txt)$/),
      dataUrl: `data:image/png;base64,${PNG.toString('base64')}`,
      mime: 'image/png',
      width: 3,
      height: 2,
      bytes: PNG.length,
      sha256: createHash('sha256').update(PNG).digest('hex'),
      stamp: [PNG.length, expect.any(Number), expect.any(Number)],
    })
  })

  it('as SVG', async () => {
    const { images } = await read('logo.svg')
    expect(images.get('logo.svg')).toMatchObject({ mime: 'image/svg+xml', width: 30, height: 20 })
  })

  it('once, however often and in whatever spelling it is named', async () => {
    const { images } = await read('a photo.png', 'a%20photo.png', './a photo.png', 'a photo.png')
    expect(images.size).toBe(3)
    expect(new Set(images.values()).size).toBe(1)
  })

  it('from a project that is itself reached by a link', async () => {
    await symlink(folders.projectFolder, join(top, 'alias'))
    const alias = { draftFolder: join(top, 'alias', 'drafts'), projectFolder: join(top, 'alias') }
    const { findings } = await readImages([{ url: '../seal.png', line: 1, column: 1 }], {
      ...alias,
      limits: DEFAULT_IMAGE_LIMITS,
    })
    expect(findings).toEqual([])
  })
})

describe('an image is missing when it', () => {
  it.each([
    ['is not there', 'none.png'],
    ['is named from the root of the machine', '/etc/passwd'],
    ['lies below a file', 'text.png/x.png'],
    ['has a name longer than any file', 'x'.repeat(5000)],
    ['is a link in a circle', 'loop.png'],
    ['is a link to nothing', 'dangling.png'],
    ['is only a fragment', '#photo'],
  ])('%s', async (_, url) => {
    expect(await refusal(url)).toBe(`image-missing: ${MISSING}`)
  })

  it('is spelt nearly right, which the hint says', async () => {
    const { findings } = await read('img/Photo.PNG', 'linked/secret.pn')
    expect(findings[0]?.hint).toBe('did you mean "photo.png"? upper and lower case count')
    expect(findings[1]?.hint).not.toContain('secret.png')
  })
})

describe('an image is refused when it', () => {
  it.each([
    ['climbs out', '../../outside/secret.png', OUTSIDE],
    ['climbs out to nothing', '../../outside/none.png', OUTSIDE],
    ['climbs out behind percent signs', '%2e%2e/%2E%2E/outside/secret.png', OUTSIDE],
    ['climbs out of the project folder', '/../outside/secret.png', OUTSIDE],
    ['lies in a folder whose name begins like the project’s', '../../project-two/secret.png', OUTSIDE],
    ['is a link out', 'link.png', OUTSIDE],
    ['is a link to the passwords', 'passwd.png', OUTSIDE],
    ['lies in a folder that is a link out', 'linked/secret.png', OUTSIDE],
    ['is a link to an endless device', 'zero.png', OUTSIDE],
    ['is on the web', 'https://example.org/x.png', NETWORK],
    ['is on the web, in capitals', 'HTTP://127.1/x.png', NETWORK],
    ['is on another host', '//example.org/x.png', NETWORK],
    ['is on a Windows share', '\\\\host\\share\\x.png', NETWORK],
    ['is on another host behind percent signs', '%2f%2fhost/x.png', NETWORK],
    ['has backslashes', '..\\..\\x.png', NO_PATH],
    ['has backslashes behind percent signs', '..%5c..%5cx.png', NO_PATH],
    ['has a drive letter', 'C:/x.png', NO_PATH],
    ['has a drive letter behind percent signs', 'c%3a/x.png', NO_PATH],
    ['has the scheme file', 'file:///etc/passwd', 'has the scheme "file", and only local files are read'],
    [
      'is given as data',
      'data:image/png;base64,AA==',
      'has the scheme "data", and only local files are read',
    ],
    ['has a NUL character', 'img/photo.png\0.txt', 'has a NUL character in its path'],
    ['has a NUL character behind percent signs', 'x%00.png', 'has a NUL character in its path'],
    ['has no address', ' ', 'has no address'],
    ['is a named pipe', 'fifo.png', NOT_REGULAR],
    ['is a folder', 'img', NOT_REGULAR],
    ['is the project folder', '/', NOT_REGULAR],
    ['is HTML named .png', 'html.png', NOT_IMAGE],
    ['is text named .png', 'text.png', NOT_IMAGE],
    ['is an SVG with script', 'script.svg', 'is an SVG with a script element'],
    ['is empty', 'empty.png', 'is an empty file'],
    ['is a telephone’s HEIC', 'heic.jpg', 'is a HEIC photo, which browsers cannot show'],
    ['is cut off', 'cut.png', 'is damaged, cut off or of a kind browsers cannot show'],
    ['declares 900 megapixels', 'huge.png', 'has 30000 × 30000 pixels, more than 40 megapixels'],
    ['is one byte too large', 'heavy.png', 'is larger than 10 MB'],
  ])('%s', async (_, url, message) => {
    expect(await refusal(url)).toBe(`image-refused: ${message}`)
  })

  it('is a socket', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(join(folders.draftFolder, 'socket.png'), done))
    expect(await refusal('socket.png')).toBe(`image-refused: ${NOT_REGULAR}`)
    await new Promise((done) => server.close(done))
  })

  it('is a pipe or a device, without waiting for it', async () => {
    expect((await read('fifo.png', 'zero.png')).findings).toHaveLength(2)
  })

  it('is above a limit of the configuration', async () => {
    const at = (limits: { bytes: number; pixels: number }) =>
      readImages([{ url: 'img/photo.png', line: 1, column: 1 }], { ...folders, limits })
    expect((await at({ bytes: PNG.length, pixels: 6 })).findings).toEqual([])
    expect((await at({ bytes: PNG.length - 1, pixels: 6 })).findings[0]?.message).toContain(
      'is larger than 44 bytes',
    )
    expect((await at({ bytes: PNG.length, pixels: 5 })).findings[0]?.message).toContain('has 3 × 2 pixels')
  })
})

describe('findings', () => {
  it('come one a request, all at once, in order, each at its place', async () => {
    const { images, findings } = await readImages(
      [
        { url: 'none.png', line: 4, column: 2, end: { line: 4, column: 20 } },
        { url: 'img/photo.png', line: 5, column: 1 },
        { url: 'none.png', line: 9, column: 7 },
      ],
      { ...folders, limits: DEFAULT_IMAGE_LIMITS },
    )
    expect([...images.keys()]).toEqual(['img/photo.png'])
    const hint =
      "the path begins at the draft's folder, or with / at the project folder, e.g. ![What it shows](images/photo.jpg)"
    const message = 'image "none.png" does not exist'
    const finding = { severity: 'error', rule: 'image-missing', message, hint }
    expect(findings).toEqual([
      { ...finding, line: 4, column: 2, end: { line: 4, column: 20 } },
      { ...finding, line: 9, column: 7 },
    ])
  })

  it('print no control character and no endless address', async () => {
    const { findings } = await read('\x1b[31m\x07\u202e\x9b.png', '😀'.repeat(300), `${'x'.repeat(300)}`)
    expect(findings[0]?.message).toBe('image "\\x1b[31m\\x07\\u{202e}\\x9b.png" does not exist')
    for (const { message } of findings) {
      expect(message).not.toMatch(/[\p{Cc}\p{Cs}]/u)
      expect(message.length).toBeLessThan(230)
    }
  })
})

describe('any address whatever', () => {
  const piece = fc.constantFrom(
    '..',
    '/',
    '\\',
    '%2e',
    '%2F',
    '%5c',
    '%00',
    '%',
    'linked',
    'outside',
    'secret.png',
    'link.png',
    'img',
    'photo.png',
    'file:',
    'http:',
    'C:',
    '~',
    '\0',
    ' ',
    'etc',
    'passwd',
    '\ud800',
  )
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 8 }).map((p) => p.join('')),
    fc.array(piece, { maxLength: 8 }).map((p) => p.join('/')),
  )

  it('never throws, and leads to an image or to one finding', async () => {
    await fc.assert(
      fc.asyncProperty(address, async (url) => {
        const { images, findings } = await read(url)
        expect(images.size + findings.length).toBe(1)
        expect(JSON.stringify([...images, findings])).not.toContain(MARKER)
      }),
      { numRuns: 500 },
    )
  })

  it('never leads outside the project folder', async () => {
    const root = await realpath(folders.projectFolder)
    await fc.assert(
      fc.asyncProperty(address, async (url) => {
        const path = await locateImage(url, folders).catch(() => root)
        expect(`${path}${sep}`.startsWith(`${root}${sep}`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
