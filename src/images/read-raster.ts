import { isTurned, readJpeg, turn } from './read-jpeg.ts'

/** What a picture's own bytes say about it. */
export interface Raster {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  /** Pixels as displayed. */
  readonly width: number
  /** Pixels as displayed. */
  readonly height: number
}

/** `damaged`: the signature is right, the rest is cut off or impossible; `undefined`: another kind of file. */
export type RasterReading = Raster | 'damaged' | undefined

const READERS: readonly [signature: RegExp, read: (bytes: Buffer) => Raster | undefined][] = [
  [/^\x89PNG\r\n\x1a\n/, readPng],
  [/^\xff\xd8\xff/, readJpeg],
  [/^GIF8[79]a/, readGif],
  [/^RIFF[\s\S]{4}WEBP/, readWebp],
]

/** Tells a picture's kind and size by its content alone. Never throws and reads no pixel. */
export function readRaster(bytes: Buffer): RasterReading {
  const head = bytes.toString('latin1', 0, 12)
  const reader = READERS.find(([signature]) => signature.test(head))?.[1]
  if (!reader) return undefined
  try {
    const raster = reader(bytes)
    return raster && raster.width > 0 && raster.height > 0 ? raster : 'damaged'
  } catch (error) {
    // A read behind the end of the file.
    if (error instanceof RangeError) return 'damaged'
    throw error
  }
}

/** PNG's chunk names `eXIf` and `IEND` as numbers. */
const [EXIF, IEND] = [0x65584966, 0x49454e44]

/** Walks the chunks to the last one, IEND, so that a half-saved file is noticed. */
function readPng(bytes: Buffer): Raster | undefined {
  if (bytes.readUInt32BE(8) !== 13 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined
  const raster: Raster = { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  let turned = false
  for (let at = 8; ; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.readUInt32BE(at + 4)
    if (type === EXIF) turned = isTurned(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
    if (type === IEND) return turn(raster, turned)
  }
}

/** Walks the blocks: browsers enlarge the canvas to a first frame that is larger, so every frame counts. */
function readGif(bytes: Buffer): Raster | undefined {
  let [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)]
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const skipBlocks = (at: number): number => {
    for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += size + 1
    return at + 1
  }
  let frames = 0
  for (let at = 13 + colours(bytes.readUInt8(10)); ; ) {
    const block = bytes.readUInt8(at)
    if (block === 0x3b) return frames > 0 ? { mime: 'image/gif', width, height } : undefined
    if (block === 0x21) at = skipBlocks(at + 2)
    else if (block === 0x2c) {
      width = Math.max(width, bytes.readUInt16LE(at + 1) + bytes.readUInt16LE(at + 5))
      height = Math.max(height, bytes.readUInt16LE(at + 3) + bytes.readUInt16LE(at + 7))
      at = skipBlocks(at + 11 + colours(bytes.readUInt8(at + 9)))
      frames += 1
    } else return undefined
  }
}

/** Browsers ignore EXIF orientation in WebP (tried with Chromium 156), so it is ignored here. */
function readWebp(bytes: Buffer): Raster | undefined {
  if (bytes.readUInt32LE(4) + 8 > bytes.length + 1 || bytes.readUInt32LE(16) + 20 > bytes.length)
    return undefined
  const size = (width: number, height: number): Raster => ({ mime: 'image/webp', width, height })
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return size(bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1)
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return bytes[20] === 0x2f ? size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1) : undefined
    }
    case 'VP8 ':
      if (bytes.toString('latin1', 23, 26) !== '\x9d\x01*') return undefined
      return size(bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff)
    default:
      return undefined
  }
}
