import { isoDate } from '../language/civil-date.ts'
import type { CorrectionView } from '../letterhead/view.ts'
import { type Release, titleOf } from '../release/release.ts'

/** schema.org knows no PressRelease: a NewsArticle with `genre` is its form (conventions, 1.6). */
export function jsonLd(release: Release): string {
  const { institution, letterhead } = release
  const { address } = letterhead.fields
  const publisher = {
    '@type': institution.type,
    name: institution.name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: [address.street, address.unit].filter(Boolean).join(', '),
      addressLocality: address.city,
      addressRegion: address.region,
      postalCode: address.postcode,
      addressCountry: address.country,
    },
    telephone: dialled(institution.phones[0]?.href),
    faxNumber: dialled(institution.faxes[0]?.href),
    email: institution.email?.text,
    url: institution.web?.href,
    contactPoint: some(
      release.contacts.map((contact) => ({
        '@type': 'ContactPoint',
        contactType: 'press',
        name: contact.name,
        telephone: dialled(contact.phone?.href),
        email: contact.email?.text,
      })),
    ),
  }
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    genre: 'Press release',
    headline: titleOf(release),
    alternativeHeadline: release.subheadline,
    abstract: release.summary,
    identifier:
      release.reference === undefined
        ? undefined
        : { '@type': 'PropertyValue', propertyID: 'reference', value: release.reference },
    datePublished: isoDate(release.date),
    inLanguage: release.language,
    dateline: release.datelineLine,
    locationCreated: release.place === undefined ? undefined : { '@type': 'Place', name: release.place },
    keywords: some(release.keywords),
    isPartOf:
      release.series === undefined ? undefined : { '@type': 'CreativeWorkSeries', name: release.series },
    correction: release.correction && { '@type': 'CorrectionComment', text: linesOf(release.correction) },
    translationOfWork:
      release.translation?.original === undefined
        ? undefined
        : { '@type': 'CreativeWork', identifier: release.translation.original },
    copyrightNotice: release.rights,
    author: { '@type': institution.type, name: institution.name },
    publisher,
  }
  // `<` must not end the script element.
  return JSON.stringify(article).replaceAll('<', '\\u003c')
}

function linesOf({ sentence, note, changes }: CorrectionView): string {
  return [sentence, ...(note === null ? [] : [note]), ...changes].join('\n')
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}

function dialled(href: string | undefined): string | undefined {
  return href?.replace(/^tel:/, '')
}
