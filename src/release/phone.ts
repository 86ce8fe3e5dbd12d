import { type CountryCode, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { PhoneView } from '../letterhead/view.ts'

/** How a number is printed. */
export interface PhoneOptions {
  /** Extension; over that of the number itself. */
  readonly ext?: string | undefined
  /** ISO 3166, of a national number. */
  readonly country: string
  /** True: without the country's code, where it is that of `country`. */
  readonly national: boolean
  readonly extensionLabel: string
}

/**
 * Formats a number for print (ITU-T E.123: `(212) 371-2832`, `+1 212 371 2832`), its extension with its label,
 * and both for dialling (RFC 3966: `tel:+12123712832;ext=101`). `country` (ISO 3166) completes a national number. Answers
 * `undefined` for what cannot be a number there.
 */
export function formatPhone(number: string, options: PhoneOptions): PhoneView | undefined {
  const key = JSON.stringify([number, options])
  const view = formatted.has(key) ? formatted.get(key) : format(number, options)
  if (formatted.size >= MOST_FORMATTED) formatted.clear()
  formatted.set(key, view)
  return view
}

/** The numbers of a letterhead and its contacts stand in every release of a batch. */
const formatted = new Map<string, PhoneView | undefined>()
const MOST_FORMATTED = 500

function format(number: string, options: PhoneOptions): PhoneView | undefined {
  const parsed = parsePhoneNumberFromString(number, options.country as CountryCode)
  if (!parsed?.isPossible()) return undefined
  const ext = options.ext ?? parsed.ext
  // The extension is written by us, in the language of the release.
  parsed.setExt('' as typeof parsed.ext & string)
  // From abroad a number without its country's code cannot be dialled.
  const isOwn = parsed.countryCallingCode === getCountryCallingCode(options.country as CountryCode)
  const text = options.national && isOwn ? parsed.formatNational() : parsed.formatInternational()
  const dialled = `tel:${parsed.number}${ext ? `;ext=${ext}` : ''}`
  // A number is read as one word: the spaces within it do not break.
  const shown = text.replaceAll(' ', '\u00a0')
  // Chinese writes no blank between a word and a figure.
  const blank = /\p{Script=Han}$/u.test(options.extensionLabel) ? '' : '\u00a0'
  return { text: shown, extension: ext ? options.extensionLabel + blank + ext : null, href: dialled }
}
