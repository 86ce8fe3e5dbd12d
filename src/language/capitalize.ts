import { localeOf } from './find-language.ts'

/**
 * Gives a text its capital: the first letter by the custom of the language, so `iyirmi` becomes `İyirmi` in
 * Azerbaijani and Turkish. Quotation marks, brackets, `¿` and `¡` before it are passed over; a text that
 * begins with a figure or with a letter that has no capital stays as it is.
 */
export function capitalize(text: string, tag: string): string {
  const match = /^([^\p{L}\p{N}]*)(\p{Ll}\p{M}*)/u.exec(text)
  if (!match) return text
  const [whole, before = '', letter = ''] = match
  // Georgian capitals are for whole words only; `ﬁ` and `ß` would become two.
  const capital = upperCase(letter, tag)
  const isOne = /^\p{Lu}\p{M}*$/u.test(capital) && !/\p{Script=Georgian}/u.test(letter)
  return isOne ? before + capital + text.slice(whole.length) : text
}

/**
 * A text in capitals by the custom of a language: `i` becomes `İ` in Azerbaijani and Turkish. The symbols of
 * a French time stay small: "À 10 h 05".
 */
export function upperCase(text: string, tag: string): string {
  const locale = localeOf(tag)
  const upper = text.toLocaleUpperCase(locale?.toString() ?? 'en')
  if (locale?.language !== 'fr') return upper
  return upper.replace(/(?<=\d\u00a0)(?:H|MIN|S)(?![\p{L}\p{N}])/gu, (symbol) => symbol.toLowerCase())
}
