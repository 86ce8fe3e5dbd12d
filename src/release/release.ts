import type { Root } from 'hast'
import type { Status } from '../draft/fields.ts'
import type { Image } from '../images/read-images.ts'
import type { CivilDate } from '../language/civil-date.ts'
import type { Kind, Labels } from '../language/language.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import type { AttachmentView, ContactView, CorrectionView, LinkView, PhoneView } from '../letterhead/view.ts'
import type { Translation } from './compose-translation.ts'

/** The institution as this release names it. */
export interface Institution {
  readonly name: string
  /** BCP 47 tag of the language that the name is in. */
  readonly language: string
  /** For the running head of later pages. */
  readonly shortName: string
  /** schema.org type, e.g. `GovernmentOrganization`. */
  readonly type: string
  readonly addressLines: readonly string[]
  readonly phones: readonly PhoneView[]
  readonly faxes: readonly PhoneView[]
  readonly email: LinkView | undefined
  readonly web: LinkView | undefined
}

/** A draft with everything resolved: dates, words, contacts, letterhead, language. Outputs print this. */
export interface Release {
  /** BCP 47. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly labels: Labels
  readonly letterhead: Letterhead
  readonly institution: Institution
  readonly kind: Kind
  readonly status: Status
  readonly reference: string | undefined
  /** Series that the reference belongs to; metadata. */
  readonly series: string | undefined
  /** Line on a draft or a withdrawn release. */
  readonly notice: string | undefined
  /** What it corrects, as printed. */
  readonly correction: CorrectionView | undefined
  /** The embargo while it lasts, or "For immediate release". */
  readonly releaseLine: string | undefined
  /** True while the embargo lasts. */
  readonly embargoed: boolean
  readonly headline: readonly string[]
  readonly subheadline: string | undefined
  readonly translation: Translation | undefined
  readonly summary: string | undefined
  readonly keywords: readonly string[]
  readonly date: CivilDate
  /** The date in the release's language. */
  readonly dateText: string
  readonly place: string | undefined
  /** Place and date on a line of their own. */
  readonly datelineLine: string | undefined
  /** The text: sanitised, with the run-in dateline; images carry the address as written. */
  readonly body: Root
  readonly images: ReadonlyMap<string, Image>
  readonly links: readonly LinkView[]
  readonly attachments: readonly AttachmentView[]
  readonly endMark: string | undefined
  readonly notesToEditors: readonly Root[]
  readonly boilerplate: { readonly heading: string; readonly text: Root } | undefined
  readonly contacts: readonly ContactView[]
  readonly rights: string | undefined
}

/** The headline on one line, for titles and metadata. */
export function titleOf(release: Release): string {
  return release.headline.join(' ')
}
