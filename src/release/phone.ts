import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A telephone number as it is read and as it is dialled. */
export interface Phone {
  /** ITU-T E.123: `(212) 371-2832 (ext. 101)` or `+1 212 371 2832 (ext. 101)`. */
  readonly text: string
  /** RFC 3966: `tel:+12123712832;ext=101`. */
  readonly href: string
}

/**
 * Formats a number for print and for dialling. `country` (ISO 3166) completes a national number. Answers
 * `undefined` for what cannot be a number there.
 */
export function formatPhone(
  number: string,
  options: { ext?: string | undefined; country: string; national: boolean; extensionLabel: string },
): Phone | undefined {
  const parsed = parsePhoneNumberFromString(number, options.country as CountryCode)
  if (!parsed?.isPossible()) return undefined
  const ext = options.ext ?? parsed.ext
  const bare = parsePhoneNumberFromString(parsed.number)
  const text = options.national ? bare?.formatNational() : bare?.formatInternational()
  const dialled = `tel:${parsed.number}${ext ? `;ext=${ext}` : ''}`
  // A number is read as one word: the spaces within it do not break.
  const shown = (text ?? parsed.number).replaceAll(' ', '\u00a0')
  return { text: ext ? `${shown} (${options.extensionLabel}\u00a0${ext})` : shown, href: dialled }
}
