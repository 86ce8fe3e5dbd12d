import type { FontSet } from './fonts.ts'
import type { LetterheadFields } from './letterhead-fields.ts'
import type { Template } from './templates.ts'

/** A letterhead folder, read and checked. */
export interface Letterhead {
  /** Name as asked for: `mission`, or the path of the folder. */
  readonly name: string
  /** Absolute path of the folder. */
  readonly folder: string
  readonly fields: LetterheadFields
  /** `release.html.hbs`, compiled; escapes what it prints. */
  readonly html: Template
  /** `release.txt.hbs`, compiled; escapes nothing. */
  readonly text: Template
  /** `screen.css`, then `print.css` under `@media print`. */
  readonly css: string
  readonly fonts: FontSet
  /** The masthead's picture as a data URL. */
  readonly logo: { readonly src: string; readonly alt: string } | undefined
}
