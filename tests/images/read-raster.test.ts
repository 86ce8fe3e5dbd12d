import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRaster } from '../../src/images/read-raster.ts'

const bytes = (...parts: (string | readonly number[] | Buffer)[]) =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part as number[]),
    ),
  )
const be = (value: number, size: number) => {
  const buffer = Buffer.alloc(size)
  buffer.writeUIntBE(value, 0, size)
  return buffer
}
const le = (value: number, size: number) => Buffer.from(be(value, size)).reverse()

const pngChunk = (type: string, data: Buffer) => bytes(be(data.length, 4), type, data, be(0, 4))
const png = (width: number, height: number, ...chunks: Buffer[]) =>
  bytes(
    '\x89PNG\r\n\x1a\n',
    pngChunk('IHDR', bytes(be(width, 4), be(height, 4), [8, 2, 0, 0, 0])),
    ...chunks,
    pngChunk('IEND', Buffer.alloc(0)),
  )

/** A TIFF block with one entry: orientation. */
const tiffBig = (orientation: number) =>
  bytes('MM\0*', be(8, 4), be(1, 2), be(274, 2), be(3, 2), be(1, 4), be(orientation, 2), be(0, 2), be(0, 4))
const tiffLittle = (orientation: number) =>
  bytes(
    'II*\0',
    le(10, 4),
    'pp',
    le(1, 2),
    le(274, 2),
    le(3, 2),
    le(1, 4),
    le(orientation, 2),
    le(0, 2),
    le(0, 4),
  )

const segment = (marker: number, data: Buffer) => bytes([0xff, marker], be(data.length + 2, 2), data)
const jpeg = (
  width: number,
  height: number,
  { frame = 0xc0, exif = Buffer.alloc(0), end = '\xff\xd9' } = {},
) =>
  bytes(
    '\xff\xd8',
    segment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    exif.length > 0 ? segment(0xe1, bytes('Exif\0\0', exif)) : '',
    segment(frame, bytes([8], be(height, 2), be(width, 2), [1, 1, 17, 0])),
    segment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    'data',
    end,
  )

const gifFrame = (left: number, top: number, width: number, height: number) =>
  bytes([0x2c], le(left, 2), le(top, 2), le(width, 2), le(height, 2), [0, 2, 2, 0x4c, 1, 0])
const gif = (width: number, height: number, ...frames: Buffer[]) =>
  bytes(
    'GIF89a',
    le(width, 2),
    le(height, 2),
    [0x80, 0, 0],
    Buffer.alloc(6),
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    ...frames,
    ';',
  )

const webp = (type: string, data: Buffer) =>
  bytes('RIFF', le(12 + data.length, 4), 'WEBP', type, le(data.length, 4), data)
const extended = (width: number, height: number) =>
  webp('VP8X', bytes([0, 0, 0, 0], le(width - 1, 3), le(height - 1, 3)))
const lossless = (width: number, height: number) =>
  webp('VP8L', bytes([0x2f], le((width - 1) | ((height - 1) << 14), 4), [0, 0, 0, 0, 0]))
const lossy = (width: number, height: number) =>
  webp('VP8 ', bytes([0, 0, 0], '\x9d\x01*', le(width, 2), le(height, 2)))

describe('a picture has the size it is displayed at', () => {
  const rows: [string, Buffer, string, number, number][] = [
    ['PNG', png(300, 200), 'image/png', 300, 200],
    ['PNG that lies on its side', png(300, 200, pngChunk('eXIf', tiffBig(8))), 'image/png', 200, 300],
    ['huge PNG', png(100_000, 100_000), 'image/png', 100_000, 100_000],
    ['baseline JPEG', jpeg(300, 200), 'image/jpeg', 300, 200],
    ['progressive JPEG', jpeg(300, 200, { frame: 0xc2 }), 'image/jpeg', 300, 200],
    ['JPEG with bytes after its end', bytes(jpeg(300, 200), 'motion photo'), 'image/jpeg', 300, 200],
    ...[1, 2, 3, 4].map(
      (o) =>
        [`JPEG of orientation ${o}`, jpeg(300, 200, { exif: tiffBig(o) }), 'image/jpeg', 300, 200] as [
          string,
          Buffer,
          string,
          number,
          number,
        ],
    ),
    ...[5, 6, 7, 8].map(
      (o) =>
        [`JPEG of orientation ${o}`, jpeg(300, 200, { exif: tiffLittle(o) }), 'image/jpeg', 200, 300] as [
          string,
          Buffer,
          string,
          number,
          number,
        ],
    ),
    ['JPEG with damaged EXIF', jpeg(300, 200, { exif: tiffBig(6).subarray(0, 12) }), 'image/jpeg', 300, 200],
    ['GIF', gif(30, 20, gifFrame(0, 0, 30, 20)), 'image/gif', 30, 20],
    ['GIF with a frame larger than its screen', gif(1, 1, gifFrame(10, 0, 30, 20)), 'image/gif', 40, 20],
    ['extended WebP', extended(5000, 4000), 'image/webp', 5000, 4000],
    ['lossless WebP', lossless(16_384, 3), 'image/webp', 16_384, 3],
    ['lossy WebP', lossy(300, 200), 'image/webp', 300, 200],
  ]
  it.each(rows)('%s', (_, file, mime, width, height) => {
    expect(readRaster(file)).toEqual({ mime, width, height })
  })
})

describe('a picture is damaged when', () => {
  const whole = { png: png(3, 2), jpeg: jpeg(3, 2), gif: gif(3, 2, gifFrame(0, 0, 3, 2)) }
  const rows: [string, Buffer][] = [
    ['a PNG has only its signature', bytes('\x89PNG\r\n\x1a\n')],
    ['a PNG has no width', png(0, 2)],
    ['a PNG does not begin with its header', bytes('\x89PNG\r\n\x1a\n', pngChunk('IDAT', Buffer.alloc(13)))],
    ['a PNG chunk reaches far behind the end', bytes(png(3, 2).subarray(0, 33), be(0xffffffff, 4), 'IDAT')],
    ['a JPEG has no frame', bytes('\xff\xd8', segment(0xda, Buffer.alloc(6)), '\xff\xd9')],
    ['a JPEG is lossless, which no browser shows', jpeg(3, 2, { frame: 0xc3 })],
    ['a JPEG has no end mark', jpeg(3, 2, { end: '' })],
    ['a JPEG has no height', jpeg(3, 0)],
    ['a GIF has no frame', gif(3, 2)],
    ['a WebP is of an unknown kind', webp('VP9 ', Buffer.alloc(20))],
    ['a WebP is shorter than it says', extended(3, 2).subarray(0, 26)],
    ['a lossy WebP lacks its start code', webp('VP8 ', Buffer.alloc(10))],
  ]
  it.each(rows)('%s', (_, file) => {
    expect(readRaster(file)).toBe('damaged')
  })

  it.each(Object.entries(whole))('a %s is cut off anywhere behind its signature', (_, file) => {
    for (let length = 8; length < file.length; length++) {
      const reading = readRaster(file.subarray(0, length))
      // A PNG's last four bytes are a checksum nobody waits for.
      if (file !== whole.png || length < file.length - 4) expect(reading).toBe('damaged')
    }
  })
})

describe('anything else', () => {
  it.each(['', 'G', 'hello', '<html>', '%PDF-1.7', 'BM      ', 'RIFF    WAVEfmt '])(
    '%j is no picture',
    (text) => {
      expect(readRaster(Buffer.from(text))).toBeUndefined()
    },
  )

  it('never throws, whatever follows a signature', () => {
    const heads = [png(3, 2), jpeg(3, 2), gif(3, 2, gifFrame(0, 0, 3, 2)), extended(3, 2), lossy(3, 2)]
    fc.assert(
      fc.property(
        fc.constantFrom(...heads),
        fc.nat(60),
        fc.uint8Array({ maxLength: 80 }),
        (head, keep, tail) => {
          readRaster(Buffer.concat([head.subarray(0, keep), tail]))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('of 10 MB made to waste time comes to an end', () => {
    const wasteful = [
      bytes('\xff\xd8\xff', Buffer.alloc(10_000_000)),
      bytes('\xff\xd8\xff', Buffer.alloc(10_000_000, 0xff)),
      bytes(png(3, 2).subarray(0, 33), Buffer.alloc(10_000_000)),
      bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x21, 0xf9], Buffer.alloc(10_000_000, 1)),
      bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0], Buffer.alloc(10_000_000, 0x21)),
    ]
    for (const file of wasteful) expect(readRaster(file)).toBe('damaged')
  })
})
