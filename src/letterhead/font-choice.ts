import { fontFaceRule } from './font-css.ts'
import { type FontFile, readFontFile } from './font-file.ts'
import { type FontCut, type FontStyle, matchCut } from './font-matching.ts'
import { inRanges } from './font-ranges.ts'
import type { FontFamily, FontSet, FontSubset } from './fonts.ts'

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

/**
 * Chooses the faces a text needs: for each character in each style the first family that has a glyph.
 * Throws `ReleaseError` `letterhead-invalid` when a font file cannot be read.
 */
export async function chooseFaces(fonts: FontSet, runs: TextRuns): Promise<ChosenFonts> {
  const opened = new Map<string, Face>()
  const chosen = new Map<FontSubset, Set<Face>>()
  const missing = new Map<number, MissingGlyph>()

  const open = async ({ family }: FontFamily, cut: FontSubset['cuts'][number]): Promise<Face> => {
    const face = opened.get(cut.file) ?? { ...cut, family, ...(await readFontFile(cut.file)) }
    opened.set(cut.file, face)
    return face
  }
  /** Makes sure that a face with this character is chosen; false when no family has one. */
  const cover = async (codePoint: number, cuts: readonly (FontCut | undefined)[]): Promise<boolean> => {
    for (const [i, family] of fonts.entries()) {
      for (const subset of family.subsets.toReversed()) {
        if (subset.ranges && !inRanges(subset.ranges, codePoint)) continue
        const cut = subset.cuts.find(
          ({ weight, style }) => weight === cuts[i]?.weight && style === cuts[i].style,
        )
        const face = cut && (await open(family, cut))
        if (!face?.codePoints.has(codePoint)) continue
        chosen.set(subset, (chosen.get(subset) ?? new Set()).add(face))
        return true
      }
    }
    return false
  }

  for (const [run, wanted] of WANTED) {
    // A browser settles on one cut a family and looks for the character only there.
    const cuts = fonts.map(({ subsets }) =>
      matchCut(
        subsets.flatMap((subset) => subset.cuts),
        wanted,
      ),
    )
    for (const character of new Set(runs[run])) {
      const codePoint = character.codePointAt(0) ?? 0
      if (NEVER_DRAWN.test(character) || (await cover(codePoint, cuts))) continue
      if (!BLANK.test(character)) missing.set(codePoint, { character, codePoint })
    }
  }

  // By declaration, not by choice: the order of the words must not change the bytes.
  const inOrder = fonts.flatMap(({ subsets }) =>
    subsets.flatMap((subset) =>
      [...(chosen.get(subset) ?? [])].sort(byCut).map((face) => ({ subset, face })),
    ),
  )
  return {
    css: inOrder
      .map(({ subset, face }) => fontFaceRule({ ...face, unicodeRange: subset.unicodeRange }))
      .join('\n'),
    missing: [...missing.values()],
    faces: inOrder.map(({ face: { file, weight, style, family } }) => ({ file, weight, style, family })),
  }
}

function byCut(a: FontCut, b: FontCut): number {
  return a.weight - b.weight || Number(a.style === 'italic') - Number(b.style === 'italic')
}
