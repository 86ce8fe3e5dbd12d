import type { Raster } from './read-raster.ts'

/** The frame headers browsers decode: baseline, extended, progressive. */
const FRAMES = [0xc0, 0xc1, 0xc2]

/**
 * Reads a JPEG's size as displayed: turned as its EXIF orientation says, as browsers do.
 * `undefined` when it is cut off or of a kind browsers cannot show; may throw `RangeError`.
 */
export function readJpeg(bytes: Buffer): Raster | undefined {
  let turned = false
  let frame: Raster | undefined
  for (let at = 2; ; ) {
    const marker = bytes.readUInt8(at + 1)
    // Fill bytes and strays between segments are skipped, as decoders do.
    if (bytes.readUInt8(at) !== 0xff || marker === 0xff || marker === 0) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return undefined
    const segment = bytes.subarray(at + 4, at + 2 + length)
    if (marker === 0xe1 && segment.toString('latin1', 0, 6) === 'Exif\0\0')
      turned = isTurned(segment.subarray(6))
    if (FRAMES.includes(marker)) {
      frame = { mime: 'image/jpeg', height: segment.readUInt16BE(1), width: segment.readUInt16BE(3) }
    }
    at += 2 + length
    // The picture follows; its end mark tells a whole file from half a download.
    if (marker === 0xda)
      return frame && bytes.lastIndexOf('\xff\xd9', undefined, 'latin1') >= at
        ? turn(frame, turned)
        : undefined
  }
}

/** Swaps the sides of a picture that is shown lying. */
export function turn(raster: Raster, turned: boolean): Raster {
  return turned ? { ...raster, width: raster.height, height: raster.width } : raster
}

/** True when a TIFF block's orientation (tag 274, values 1 to 8) lays the picture on its side. */
export function isTurned(tiff: Buffer): boolean {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II'
    const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let i = 0; i < u16(directory); i++) {
      const entry = directory + 2 + 12 * i
      if (u16(entry) === 274) return u16(entry + 8) >= 5 && u16(entry + 8) <= 8
    }
  } catch {
    // Damaged metadata: browsers show the picture as it lies.
  }
  return false
}
