import { createRequire } from 'node:module'

/**
 * Characters that take one column whatever stands beside them: Latin, Greek, Cyrillic, Hebrew and Arabic
 * letters without marks, and the punctuation of running text. Segmenting these would be most of the cost of
 * a release; a test holds the lists against `string-width` character by character.
 */
const NARROW =
  '\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u0370-\\u0377\\u037a-\\u037f\\u0384-\\u038a\\u038e-\\u03a1\\u03a3-\\u0482\\u048a-\\u052f\\u05d0-\\u05ea\\u0620-\\u064a\\u0660-\\u0669\\u066e\\u066f\\u0671-\\u06d5\\u2010-\\u2027\\u2030-\\u203b\\u2070\\u2074-\\u2079\\u20a0-\\u20c0'

/** The same for two columns: ideographs, kana, Hangul syllables and full-width forms. */
const WIDE = '\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fe\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff60'
const FIRST_WIDE = 0x3001

/** And for none: accents, Hebrew and Arabic vowel signs, and the non-joiner of Persian. */
const MARKS =
  '\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u200c'

const ONLY_NARROW = new RegExp(`^[${NARROW}]*$`)
const ONLY_PLAIN = new RegExp(`^[${NARROW}${WIDE}${MARKS}]*$`)
const ALL_MARKS = new RegExp(`[${MARKS}]+`, 'g')

/** Segmenting a longer text takes time by the square of its length; no line is ever that long. */
const LONGEST = 2048

/** True where each character of a text takes one column. */
export function isNarrow(text: string): boolean {
  return ONLY_NARROW.test(text)
}

/** How many columns a text takes in a terminal or a typewriter face: East Asian wide 2, combining 0. */
export function displayWidth(text: string): number {
  if (isNarrow(text)) return text.length
  if (ONLY_PLAIN.test(text)) return plainWidth(text.replace(ALL_MARKS, ''))
  let width = 0
  for (let start = 0; start < text.length; start += LONGEST) {
    width += segmentedWidth(text.slice(start, start + LONGEST))
  }
  return width
}

let stringWidth: ((text: string) => number) | undefined

/** Loads string-width when the first text needs it: its tables of emoji are a quarter of a cold start. */
function segmentedWidth(text: string): number {
  stringWidth ??= (createRequire(import.meta.url)('string-width') as typeof import('string-width')).default
  return stringWidth(text)
}

function plainWidth(text: string): number {
  let width = text.length
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) >= FIRST_WIDE) width += 1
  return width
}
