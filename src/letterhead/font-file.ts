import { readFileSync, statSync } from 'node:fs'
import { ReleaseError } from '../finding.ts'
import { readCodePoints } from './font-cmap.ts'

/** A font file as it is needed to choose and embed it. */
export interface FontFile {
  /** The code points it has glyphs for. */
  readonly codePoints: ReadonlySet<number>
  /** The WOFF2 bytes in base64. */
  readonly base64: string
}

/** Base64 characters kept at most: about 48 MB of fonts, far more than any letterhead's. */
const CACHE_CHARACTERS = 64 * 1024 * 1024

const cache = new Map<string, FontFile>()
let cached = 0

/**
 * Reads a WOFF2 file once a process (again when it changes, for `--watch`).
 * Throws `ReleaseError` `letterhead-invalid` when it cannot be read or is not a WOFF2 font.
 */
export function readFontFile(path: string): FontFile {
  try {
    const { mtimeMs, size } = statSync(path)
    const key = `${path}\0${mtimeMs}\0${size}`
    const known = cache.get(key)
    if (known) return known
    // At once: a document waits for one file after the other, and for threads in between.
    const bytes = readFileSync(path)
    const file = { codePoints: readCodePoints(bytes), base64: bytes.toString('base64') }
    cache.set(key, file)
    remember(file.base64.length)
    return file
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ReleaseError('letterhead-invalid', `font file "${path}" cannot be used: ${reason}`, {
      hint: 'give a readable WOFF2 file, e.g. fonts/house-400.woff2, or reinstall the font package',
      cause: error,
    })
  }
}

/** Whoever has used up the bound starts afresh: rare enough that least-recently-used is not worth it. */
function remember(characters: number): void {
  cached += characters
  if (cached <= CACHE_CHARACTERS) return
  cache.clear()
  cached = 0
}
