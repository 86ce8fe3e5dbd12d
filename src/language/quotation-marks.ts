/** The quotation marks of a language: those it writes, and what stands for marks that are another's. */
export interface QuotationMarks {
  /** Opening and closing mark of a quotation. */
  readonly primary: readonly [open: string, close: string]
  /** Marks that are in no use in the language. */
  readonly foreign: string
  /** True where a blank stands inside the marks. */
  readonly spaced?: boolean
}

/**
 * Quotation marks by language (CLDR; conventions, 3.3). Languages with several customs, as Azerbaijani and
 * Arabic, name no foreign ones; Spanish takes « » and “ ”, German „ “ and » «, Turkish “ ” and « ».
 */
export const QUOTATION_MARKS: Readonly<Record<string, QuotationMarks>> = {
  en: { primary: ['“', '”'], foreign: '„«»' },
  fr: { primary: ['«', '»'], foreign: '„“”', spaced: true },
  de: { primary: ['„', '“'], foreign: '”' },
  es: { primary: ['«', '»'], foreign: '„' },
  ru: { primary: ['«', '»'], foreign: '”' },
  tr: { primary: ['“', '”'], foreign: '„' },
  az: { primary: ['“', '”'], foreign: '' },
  ar: { primary: ['«', '»'], foreign: '' },
  'zh-Hans': { primary: ['“', '”'], foreign: '「」『』«»„' },
  'zh-Hant': { primary: ['「', '」'], foreign: '“”«»„' },
}

/** Words between the quotation marks of a language of the table. */
export function quoted(words: string, tag: keyof typeof QUOTATION_MARKS): string {
  const { primary, spaced } = QUOTATION_MARKS[tag] ?? { primary: ['“', '”'] }
  const blank = spaced ? '\u00a0' : ''
  return `${primary[0]}${blank}${words}${blank}${primary[1]}`
}
