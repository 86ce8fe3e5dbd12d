import type { Labels } from '../language/language.ts'
import type { LetterheadFields } from '../letterhead/letterhead-fields.ts'
import type { LinkView, PhoneView } from '../letterhead/view.ts'
import { addressLines } from './address.ts'
import { inLanguage, localisedText } from './localised.ts'
import { formatPhone } from './phone.ts'
import type { Institution } from './release.ts'

/** A telephone as data has it: text, or number and extension. */
export type PhoneField = string | { readonly number: string; readonly ext?: string | undefined }

/** The institution of a letterhead, in the language of a release. */
export function composeInstitution(fields: LetterheadFields, tag: string, labels: Labels): Institution {
  const { text: name, tag: nameTag } = localisedText(fields.institution.name, tag)
  const numbers = (list: readonly PhoneField[] | undefined) =>
    (list ?? []).map(
      (phone) => phoneLink(phone, fields, labels) ?? { text: String(phone), extension: null, href: '' },
    )
  return {
    name,
    language: nameTag ?? fields.language ?? tag,
    shortName:
      fields.institution.short_name === undefined ? name : inLanguage(fields.institution.short_name, tag),
    type: fields.institution.type ?? 'GovernmentOrganization',
    addressLines: addressLines(fields.address),
    phones: numbers(fields.phones),
    faxes: numbers(fields.faxes),
    email: fields.email === undefined ? undefined : emailLink(fields.email),
    web: fields.web === undefined ? undefined : { text: bareAddress(fields.web), href: fields.web },
  }
}

/** A telephone as text and link; `undefined` where the number cannot exist. */
export function phoneLink(
  phone: PhoneField,
  fields: LetterheadFields,
  labels: Labels,
): PhoneView | undefined {
  const { number, ext } = typeof phone === 'string' ? { number: phone, ext: undefined } : phone
  return formatPhone(number, {
    ext,
    country: fields.address.country,
    national: fields.phone_format === 'national',
    extensionLabel: labels.extension,
  })
}

/** An e-mail address as text and link. */
export function emailLink(address: string): LinkView {
  return { text: address, href: `mailto:${address}` }
}

/** A web address as it is read: without scheme, `www.` kept, no slash at the end. */
export function bareAddress(url: string): string {
  return url.replace(/^https?:\/\//i, '').replace(/\/$/, '')
}
