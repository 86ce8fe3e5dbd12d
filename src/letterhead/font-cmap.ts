import { brotliDecompressSync } from 'node:zlib'

/** A decompressed font beyond this is no text font for a letterhead (full CJK fonts stay below it). */
const LARGEST_FONT_BYTES = 64 * 1024 * 1024

/** Indexes in WOFF2's table of known tags (WOFF 2.0, section 4.1). */
const CMAP = 0
const GLYF = 10
const LOCA = 11

/**
 * Answers the code points a WOFF2 font has glyphs for, read from its character map.
 * Throws a plain `Error` with a reason when the bytes are not a readable WOFF2 font.
 */
export function readCodePoints(woff2: Buffer): ReadonlySet<number> {
  if (woff2.length < 48 || woff2.toString('latin1', 0, 4) !== 'wOF2')
    throw new Error('it is not a WOFF2 file')
  if (woff2.toString('latin1', 4, 8) === 'ttcf') throw new Error('it is a font collection')
  const { offset, length, end, total } = findCmap(woff2)
  const compressed = woff2.subarray(end, end + woff2.readUInt32BE(20))
  // The limit also keeps a tampered file from unfolding into gigabytes.
  const tables = brotliDecompressSync(compressed, { maxOutputLength: Math.min(total, LARGEST_FONT_BYTES) })
  return readCmap(tables.subarray(offset, offset + length))
}

/** Walks the table directory, which says where each table begins only by the lengths before it. */
function findCmap(woff2: Buffer) {
  let at = 48
  let total = 0
  let cmap: { offset: number; length: number } | undefined
  const base128 = (): number => {
    let value = 0
    for (let byte = 0x80; byte & 0x80; ) {
      byte = woff2.readUInt8(at++)
      value = value * 128 + (byte & 0x7f)
    }
    return value
  }
  for (let left = woff2.readUInt16BE(12); left > 0; left--) {
    const flags = woff2.readUInt8(at++)
    const tag = flags & 0x3f
    const version = flags >> 6
    const isCmap = tag === 0x3f ? woff2.toString('latin1', at, at + 4) === 'cmap' : tag === CMAP
    if (tag === 0x3f) at += 4
    const plain = base128()
    // glyf and loca are transformed unless they say 3; any other table only when it does not say 0.
    const transformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0
    const length = transformed ? base128() : plain
    if (isCmap) cmap = { offset: total, length }
    total += length
  }
  if (!cmap) throw new Error('it has no character map')
  return { ...cmap, end: at, total }
}

function readCmap(cmap: Buffer): ReadonlySet<number> {
  const found = new Set<number>()
  let steps = 0
  const add = (code: number, glyph: number): void => {
    // A tampered map can list the whole of Unicode over and over.
    if (++steps > 3 * 0x110000) throw new Error('its character map is impossibly large')
    // Glyph 0 is the empty box: such a code point has no glyph.
    if (glyph !== 0) found.add(code)
  }
  for (let i = 0; i < Math.min(cmap.readUInt16BE(2), 32); i++) {
    const platform = cmap.readUInt16BE(4 + 8 * i)
    const encoding = cmap.readUInt16BE(6 + 8 * i)
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * i))
    // Only Unicode maps: platform 0, and Windows' 1 (basic plane) and 10 (all planes).
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue
    const format = table.readUInt16BE(0)
    if (format === 4) addSegments(table, add)
    if (format === 12) addGroups(table, add)
  }
  if (found.size === 0) throw new Error('it has no Unicode character map')
  return found
}

/** Notes a code point and its glyph. */
type Add = (code: number, glyph: number) => void

/** Format 4: four parallel arrays of 16-bit words, one entry a segment. */
function addSegments(table: Buffer, add: Add): void {
  const bytes = table.readUInt16BE(6)
  for (let i = 0; i < bytes; i += 2) {
    const last = table.readUInt16BE(14 + i)
    const first = table.readUInt16BE(16 + bytes + i)
    const delta = table.readUInt16BE(16 + 2 * bytes + i)
    const rangeAt = 16 + 3 * bytes + i
    const rangeOffset = table.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const at = rangeAt + rangeOffset + 2 * (code - first)
      const listed = rangeOffset === 0 ? code : table.readUInt16BE(at)
      add(code, listed === 0 ? 0 : (listed + delta) & 0xffff)
    }
  }
}

/** Format 12: groups of consecutive code points and glyphs, for all planes. */
function addGroups(table: Buffer, add: Add): void {
  const groups = table.readUInt32BE(12)
  for (let at = 16; at < 16 + 12 * groups; at += 12) {
    const first = table.readUInt32BE(at)
    const last = Math.min(table.readUInt32BE(at + 4), 0x10ffff)
    const glyph = table.readUInt32BE(at + 8)
    for (let code = first; code <= last; code++) add(code, glyph + code - first)
  }
}
