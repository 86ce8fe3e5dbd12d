import type { HelperDelegate, HelperOptions } from 'handlebars'
import { upperCase } from '../language/capitalize.ts'
import { centreText, wrapText } from '../markdown/wrap-text.ts'

/** Display columns of a text release (RFC 3676 asks for at most 78; the trade keeps to 72). */
export const TEXT_WIDTH = 72

/** Helpers of text templates. */
export const TEXT_HELPERS: Readonly<Record<string, HelperDelegate>> = {
  /** `{{#wrap}}…{{/wrap}}`: its content as a paragraph of at most 72 columns; line breaks are kept. */
  wrap(this: unknown, options: HelperOptions): string {
    return wrapText(options.fn(this).trim(), { width: TEXT_WIDTH })
  },
  /** `{{#item "1. "}}…{{/item}}`: a paragraph that hangs behind its marker. */
  item(this: unknown, marker: string, options: HelperOptions): string {
    const width = TEXT_WIDTH
    return wrapText(options.fn(this).trim(), {
      width,
      firstIndent: marker,
      indent: ' '.repeat(marker.length),
    })
  },
  /** `{{centre endMark}}`: a line in the middle of 72 columns. */
  centre: (line: string): string => centreText(line, TEXT_WIDTH),
  /** `{{upper labels.links language}}`: a label in capitals, by the rules of its language (i, İ, ı). */
  upper: (label: string, language: string): string => upperCase(label, language),
  /** `(ordinal @index)`: the marker of a numbered item, from "1. " on. */
  ordinal: (index: number): string => `${index + 1}. `,
}
