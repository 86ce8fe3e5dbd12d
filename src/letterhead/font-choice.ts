import { fontFaceRule } from './font-css.ts'
import { type FontFile, readFontFile } from './font-file.ts'
import { type FontCut, type FontStyle, matchCut } from './font-matching.ts'
import { inRanges } from './font-ranges.ts'
import type { FontSet, FontSubset } from './fonts.ts'

/** All text of a document by the style it is set in; the order inside each is the document's. */
export interface TextRuns {
  readonly regular: string
  readonly bold: string
  readonly italic: string
  readonly boldItalic: string
}

/** A font file that the document embeds. */
export interface ChosenFace {
  /** Absolute path of the WOFF2 file. */
  readonly file: string
  /** 1 to 1000. */
  readonly weight: number
  readonly style: FontStyle
  /** CSS family name. */
  readonly family: string
}

/** A character that no declared face has a glyph for. */
export interface MissingGlyph {
  readonly character: string
  readonly codePoint: number
}

/** The faces a document needs and what they cannot show. */
export interface ChosenFonts {
  /** `@font-face` rules with data URLs; the same faces always give the same text. */
  readonly css: string
  /** In order of first appearance: regular, bold, italic, bold italic. */
  readonly missing: readonly MissingGlyph[]
  /** In the order of their rules. */
  readonly faces: readonly ChosenFace[]
}

const WANTED: readonly (readonly [keyof TextRuns, FontCut])[] = [
  ['regular', { weight: 400, style: 'normal' }],
  ['bold', { weight: 700, style: 'normal' }],
  ['italic', { weight: 400, style: 'italic' }],
  ['boldItalic', { weight: 700, style: 'italic' }],
]

/** Characters that shape or order their neighbours and are never drawn: marks of direction, joiners, selectors. */
const NEVER_DRAWN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029]/u

/** White space is set in a face that has it, but without one the gap is still a gap. */
const BLANK = /\p{White_Space}/u

/** A cut of a subset with its file read. */
type Face = ChosenFace & FontFile

/** A face and the subset it is a cut of. */
interface Covering {
  readonly subset: FontSubset
  readonly face: Face
}

/** What was found out about a set of families, for the next document in it. */
interface Known {
  /** Faces whose files were read, by path. */
  readonly opened: Map<string, Face>
  /** For each style, what shows a code point. */
  readonly covering: ReadonlyMap<keyof TextRuns, Map<number, Covering | undefined>>
  /** The rules of a choice of faces, by their places in the order of rules. */
  readonly css: Map<string, string>
}

const known = new WeakMap<FontSet, Known>()

/**
 * Chooses the faces a text needs: for each character in each style the first family that has a glyph.
 * Font files are read once for a set. Throws `ReleaseError` `letterhead-invalid` when one cannot be read.
 */
export function chooseFaces(fonts: FontSet, runs: TextRuns): ChosenFonts {
  const { opened, covering, css } = knownOf(fonts)
  const chosen = new Map<FontSubset, Set<Face>>()
  const missing = new Map<number, MissingGlyph>()
  for (const [run, wanted] of WANTED) {
    const found = covering.get(run) as Map<number, Covering | undefined>
    for (const codePoint of codePointsOf(runs[run])) {
      const character = String.fromCodePoint(codePoint)
      if (NEVER_DRAWN.test(character)) continue
      if (!found.has(codePoint)) found.set(codePoint, findCovering(fonts, opened, codePoint, wanted))
      const cover = found.get(codePoint)
      if (cover) chosen.set(cover.subset, (chosen.get(cover.subset) ?? new Set()).add(cover.face))
      else if (!BLANK.test(character)) missing.set(codePoint, { character, codePoint })
    }
  }
  // By declaration, not by choice: the order of the words must not change the bytes.
  const inOrder = fonts.flatMap(({ subsets }) =>
    subsets.flatMap((subset) =>
      [...(chosen.get(subset) ?? [])].sort(byCut).map((face) => ({ subset, face })),
    ),
  )
  // The same text again and again: whoever compares or encodes it need do so but once.
  const key = inOrder.map(({ face }) => face.file).join('\n')
  const rules =
    css.get(key) ??
    inOrder.map(({ subset, face }) => fontFaceRule({ ...face, unicodeRange: subset.unicodeRange })).join('\n')
  css.set(key, rules)
  return {
    css: rules,
    missing: [...missing.values()],
    faces: inOrder.map(({ face: { file, weight, style, family } }) => ({ file, weight, style, family })),
  }
}

/** Code points up to here are most of every text: Latin to Greek, Cyrillic, Arabic, and signs. */
const COMMON = 0x3000

/** The code points of a text, each once, in the order of their first appearance. */
function codePointsOf(text: string): Iterable<number> {
  const found = new Set<number>()
  // A look into a table for each character, where a set costs ten times as much.
  const seen = new Uint8Array(COMMON)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < COMMON) {
      if (seen[unit] === 0) found.add(unit)
      seen[unit] = 1
      continue
    }
    const codePoint = text.codePointAt(i) ?? unit
    found.add(codePoint)
    if (codePoint > 0xffff) i++
  }
  return found
}

function knownOf(fonts: FontSet): Known {
  const present = known.get(fonts) ?? {
    opened: new Map<string, Face>(),
    covering: new Map(WANTED.map(([run]) => [run, new Map<number, Covering | undefined>()])),
    css: new Map<string, string>(),
  }
  known.set(fonts, present)
  return present
}

/** The face that shows a character in a style: of the first family that has a glyph for it. */
function findCovering(
  fonts: FontSet,
  opened: Map<string, Face>,
  codePoint: number,
  wanted: FontCut,
): Covering | undefined {
  for (const { family, subsets } of fonts) {
    // A browser settles on one cut a family and looks for the character only there.
    const settled = matchCut(
      subsets.flatMap(({ cuts }) => cuts),
      wanted,
    )
    for (const subset of subsets.toReversed()) {
      if (subset.ranges && !inRanges(subset.ranges, codePoint)) continue
      const cut = subset.cuts.find(
        ({ weight, style }) => weight === settled?.weight && style === settled.style,
      )
      if (!cut) continue
      const file = readFontFile(cut.file)
      const face = opened.get(cut.file) ?? { ...cut, family, ...file }
      opened.set(cut.file, face)
      if (face.codePoints.has(codePoint)) return { subset, face }
    }
  }
  return undefined
}

function byCut(a: FontCut, b: FontCut): number {
  return a.weight - b.weight || Number(a.style === 'italic') - Number(b.style === 'italic')
}
