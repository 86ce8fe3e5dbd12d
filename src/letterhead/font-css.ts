import type { FontCut } from './font-matching.ts'

/** A face to be written into the style sheet. */
export interface EmbeddedFace extends FontCut {
  /** CSS family name. */
  readonly family: string
  /** The WOFF2 bytes in base64. */
  readonly base64: string
  /** The CSS `unicode-range`; `undefined` for every character. */
  readonly unicodeRange: string | undefined
}

/** Writes the `@font-face` rule that holds the font itself, so that nothing is ever requested. */
export function fontFaceRule({ family, weight, style, base64, unicodeRange }: EmbeddedFace): string {
  const range = unicodeRange === undefined ? '' : `unicode-range:${unicodeRange};`
  return (
    `@font-face{font-family:${cssString(family)};font-style:${style};font-weight:${weight};` +
    `font-display:block;${range}src:url(data:font/woff2;base64,${base64}) format('woff2')}`
  )
}

/** A CSS string that cannot end early, neither in CSS nor in the `<style>` around it. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<>\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`
}
