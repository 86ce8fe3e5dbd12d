/** The output formats, in the order in which results name them. */
export const FORMATS = ['html', 'pdf', 'text'] as const

/** One output format. */
export type Format = (typeof FORMATS)[number]

/** File endings of the formats. */
export const ENDINGS: Readonly<Record<Format, string>> = { html: '.html', pdf: '.pdf', text: '.txt' }

/** Outputs in the order of `FORMATS`. */
export function inFormatOrder<T extends { readonly format: Format }>(outputs: readonly T[]): T[] {
  return [...outputs].sort((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format))
}
