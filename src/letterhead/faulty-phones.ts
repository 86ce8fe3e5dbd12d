import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { LocalFinding } from '../finding.ts'
import type { Path, YamlData } from '../yaml/read-yaml.ts'
import type { LetterheadFields } from './letterhead-fields.ts'

type Phone = NonNullable<LetterheadFields['phones']>[number]

/** Finds numbers of `letterhead.yaml` that cannot be dialled: every release would print them. */
export function faultyPhones(fields: LetterheadFields, data: YamlData): LocalFinding[] {
  const listed = (key: 'phones' | 'faxes') =>
    (fields[key] ?? []).map((phone, i): [Path, Phone] => [[key, i], phone])
  const ofContacts = Object.entries(fields.contacts ?? {}).flatMap(([id, { phone }]): [Path, Phone][] =>
    phone === undefined ? [] : [[['contacts', id, 'phone'], phone]],
  )
  return [...listed('phones'), ...listed('faxes'), ...ofContacts].flatMap(([path, phone]) => {
    const number = typeof phone === 'string' ? phone : phone.number
    const parsed = parsePhoneNumberFromString(number, fields.address.country as CountryCode)
    if (parsed?.isPossible()) return []
    const message = `"${number}" is not a telephone number`
    const hint = 'in E.164 form and in quotes: "+12125550142"'
    return [{ severity: 'error', rule: 'letterhead-invalid', message, hint, ...data.placeOf(path) }]
  })
}
