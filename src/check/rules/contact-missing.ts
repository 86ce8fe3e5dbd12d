import type { Rule } from '../rule.ts'

/** A release that nobody can be asked about. The telephone or e-mail of the letterhead is enough. */
export const contactMissing: Rule = {
  id: 'contact-missing',
  group: 'facts',
  severity: 'error',
  doc: "Catches a release without a contact that has a telephone or an e-mail address; the letterhead's own satisfies it.",
  source: 'Business Wire, common errors in press releases: missing contact.',
  bad: 'contacts: []',
  good: 'contacts: [press-office]',
  *check({ release, fields, draft, spanOf }) {
    if (draft.refused.includes('contacts')) return
    const { phones, email } = release.institution
    if (phones.length > 0 || email !== undefined) return
    const [lacking] = release.contacts.filter((contact) => contact.phone === null && contact.email === null)
    if (release.contacts.length > (lacking ? 1 : 0)) return
    // A contact of the draft that the letterhead does not know is an error of its own.
    if (!lacking && (fields.contacts ?? []).length > 0) return
    const message = lacking
      ? `the contact "${lacking.name}" has neither telephone nor e-mail`
      : 'there is no contact, and the letterhead has neither telephone nor e-mail'
    const hint = 'for example: contacts: [{name: Anna Hentzau, phone: "+1 212 555 0142"}]'
    yield {
      ...spanOf(['contacts']),
      message,
      hint,
      ...(fields.kind === 'press-release' ? {} : { severity: 'warning' }),
    }
  },
}
