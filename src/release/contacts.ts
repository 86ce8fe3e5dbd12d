import type { Draft } from '../draft/draft.ts'
import type { LocalFinding } from '../finding.ts'
import type { Labels } from '../language/language.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import type { ContactView } from '../letterhead/view.ts'
import { nearest } from '../yaml/nearest.ts'
import { emailLink, type PhoneField, phoneLink } from './institution.ts'
import { inLanguage, type Localised } from './localised.ts'

interface ContactFields {
  readonly name: string
  readonly role?: Localised | undefined
  readonly phone?: PhoneField | undefined
  readonly email?: string | undefined
}

/** Resolves a draft's contacts: ids of the letterhead and people written out. */
export function composeContacts(
  draft: Draft,
  letterhead: Letterhead,
  tag: string,
  labels: Labels,
): { contacts: ContactView[]; findings: LocalFinding[] } {
  const findings: LocalFinding[] = []
  const known = letterhead.fields.contacts ?? {}
  const refuse = (path: readonly (string | number)[], message: string, hint: string) => {
    findings.push({ severity: 'error', rule: 'front-matter-invalid', message, hint, ...draft.placeOf(path) })
  }
  const contacts = (draft.fields.contacts ?? []).flatMap((given, i): ContactView[] => {
    const id = typeof given === 'string' ? given : undefined
    const fields: ContactFields | undefined = typeof given === 'string' ? ownValue(known, given) : given
    if (!fields) {
      const names = Object.keys(known)
      const near = nearest(id ?? '', names)
      const list =
        names.length > 0
          ? `known: ${names.join(', ')}`
          : 'write it out: {name: Anna Hentzau, email: press@ruritania.example}'
      refuse(
        ['contacts', i],
        `no contact "${id}" in the letterhead "${letterhead.name}"`,
        near ? `did you mean "${near}"?` : list,
      )
      return []
    }
    const phone = fields.phone === undefined ? undefined : phoneLink(fields.phone, letterhead.fields, labels)
    if (fields.phone !== undefined && !phone) {
      const number = typeof fields.phone === 'string' ? fields.phone : fields.phone.number
      refuse(
        id === undefined ? ['contacts', i, 'phone'] : ['contacts', i],
        `"${number}" is not a telephone number`,
        'for example phone: "+1 212 555 0142"',
      )
    }
    return [
      {
        name: fields.name,
        role: fields.role === undefined ? null : inLanguage(fields.role, tag),
        phone: phone ?? null,
        email: fields.email === undefined ? null : emailLink(fields.email),
      },
    ]
  })
  return { contacts, findings }
}

/** A value of a map by a name that a person typed: nothing inherited. */
function ownValue<T>(map: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined
}
