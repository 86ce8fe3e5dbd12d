import type { Root } from 'hast'
import { isoDate } from '../language/civil-date.ts'
import type { LinkView, View } from '../letterhead/view.ts'
import type { Release } from '../release/release.ts'

/** What differs between the views of the formats. */
export interface ViewFormat {
  /** The content of `<head>`; empty in text. */
  readonly head: string
  /** Prints a tree: the body, a note, the boilerplate. `wide` asks for no line breaks of its own. */
  rich(root: Root, wide?: boolean): string
  /** What is read of a link of the release's lists. */
  link(link: LinkView): string
  /** What the marks of the text stand for; read after everything else is printed. */
  references(): readonly { mark: string; url: string }[]
}

/** Lays a release out as the values that templates print, in the order in which outputs show them. */
export function viewOf(release: Release, format: ViewFormat): View {
  const { institution, labels, letterhead } = release
  const listed = (link: LinkView): LinkView => ({ text: format.link(link), href: link.href })
  return {
    language: release.language,
    direction: release.direction,
    head: format.head,
    institution: {
      name: institution.name,
      language: institution.language,
      shortName: institution.shortName,
      addressLine: institution.addressLines.join(', '),
      addressLines: institution.addressLines,
      phones: institution.phones,
      faxes: institution.faxes,
      email: institution.email ?? null,
      web: institution.web ?? null,
      logo: letterhead.logo ?? null,
    },
    labels: {
      tel: labels.tel,
      fax: labels.fax,
      email: labels.email,
      links: labels.links,
      attachments: labels.attachments,
      notesToEditors: labels.notesToEditors,
      contacts: labels.contacts,
      colon: labels.colon,
      comma: labels.comma,
      openBracket: labels.brackets[0],
      closeBracket: labels.brackets[1],
    },
    notice: release.notice ?? null,
    correction: release.correction ?? null,
    watermark: release.status === 'draft' ? labels.watermark : null,
    releaseLine: release.releaseLine ?? null,
    kindLabel: letterhead.fields.label ? labels.kinds[release.kind] : null,
    reference: release.reference ?? null,
    headline: release.headline,
    subheadline: release.subheadline ?? null,
    translation: release.translation?.standing ?? null,
    authenticText: release.translation?.authenticText ?? null,
    date: release.dateText,
    isoDate: isoDate(release.date),
    dateline: release.datelineLine ?? null,
    body: format.rich(release.body),
    links: release.links.map(listed),
    attachments: release.attachments.map((attachment) =>
      attachment.url === null
        ? attachment
        : { ...attachment, title: format.link({ text: attachment.title, href: attachment.url }) },
    ),
    endMark: release.endMark ?? null,
    notesToEditors: release.notesToEditors.map((note) => format.rich(note, true)),
    boilerplate: release.boilerplate
      ? { heading: release.boilerplate.heading, text: format.rich(release.boilerplate.text) }
      : null,
    contacts: release.contacts,
    rights: release.rights ?? null,
    linkReferences: format.references(),
  }
}
