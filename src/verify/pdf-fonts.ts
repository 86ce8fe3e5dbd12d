/** The fonts of a page, as its text is painted. */
export interface PageFonts {
  /** The font that the text behind this is set in, by its name in the page. */
  use(name: unknown): void
  /** How many of these glyphs are the box that stands for a character the font has not. */
  boxesOf(glyphs: readonly unknown[]): number
  /** Names of the fonts that were used and are not embedded. */
  foreign(): string[]
}

interface Font {
  readonly name?: string
  readonly missingFile?: boolean
  readonly isType3Font?: boolean
}

/**
 * The fonts of a page by Skia. It writes glyphs by their number in the font: number 0 is `.notdef`, the box.
 * A Type 3 font, of emoji, numbers its glyphs otherwise.
 */
export function pageFonts(objects: { has(name: string): boolean; get(name: string): unknown }): PageFonts {
  const foreign = new Set<string>()
  let font: Font | undefined
  return {
    use(name) {
      font = typeof name === 'string' && objects.has(name) ? (objects.get(name) as Font) : undefined
      if (font?.missingFile && !font.isType3Font) foreign.add(font.name ?? 'without a name')
    },
    boxesOf(glyphs) {
      if (!font || font.isType3Font) return 0
      return glyphs.filter(isBox).length
    },
    foreign: () => [...foreign],
  }
}

function isBox(glyph: unknown): boolean {
  return (
    typeof glyph === 'object' &&
    glyph !== null &&
    'originalCharCode' in glyph &&
    glyph.originalCharCode === 0 &&
    'unicode' in glyph &&
    glyph.unicode === '\u0000'
  )
}
