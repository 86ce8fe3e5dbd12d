/** Something that is read as one thing and linked as another. */
export interface LinkView {
  /** What is read. */
  readonly text: string
  /** Address of the link: `tel:`, `mailto:` or a web address. */
  readonly href: string
}

/** A telephone: its number, and the extension apart, since the two run in different directions in Arabic. */
export interface PhoneView extends LinkView {
  /** Extension with its label: "ext. 101". */
  readonly extension: string | null
}

/** A person or office for the press. */
export interface ContactView {
  readonly name: string
  readonly role: string | null
  readonly phone: PhoneView | null
  readonly email: LinkView | null
}

/** A file that goes with the release. */
export interface AttachmentView {
  readonly title: string
  /** Its address, where it stands on the web. */
  readonly url: string | null
  /** Its file name, where it lies beside the draft. */
  readonly file: string | null
  /** Description of a picture. */
  readonly alt: string | null
  readonly caption: string | null
  /** Source with its label: "Photo: R. Rassendyll". */
  readonly credit: string | null
}

/** What a release corrects. */
export interface CorrectionView {
  /** "Correction of PR/2027/07 of 26 February 2027". */
  readonly sentence: string
  /** What was changed, in the words of the draft. */
  readonly note: string | null
  /** "paragraph 3: for “ten” read “twelve”". */
  readonly changes: readonly string[]
}

/** What a template may print. Absent values are `null`; HTML templates get HTML where the shape says so. */
export interface View {
  readonly language: string
  readonly direction: string
  readonly head: string
  readonly institution: {
    readonly name: string
    readonly language: string
    readonly shortName: string
    readonly addressLine: string
    readonly addressLines: readonly string[]
    readonly phones: readonly PhoneView[]
    readonly faxes: readonly PhoneView[]
    readonly email: LinkView | null
    readonly web: LinkView | null
    readonly logo: { readonly src: string; readonly alt: string } | null
  }
  readonly labels: {
    readonly tel: string
    readonly fax: string
    readonly email: string
    readonly links: string
    readonly attachments: string
    readonly notesToEditors: string
    readonly contacts: string
    readonly colon: string
    readonly comma: string
    readonly openBracket: string
    readonly closeBracket: string
  }
  readonly notice: string | null
  readonly correction: CorrectionView | null
  readonly watermark: string | null
  readonly releaseLine: string | null
  readonly kindLabel: string | null
  readonly reference: string | null
  readonly headline: readonly string[]
  readonly subheadline: string | null
  readonly translation: string | null
  readonly authenticText: string | null
  readonly date: string
  readonly isoDate: string
  readonly dateline: string | null
  readonly body: string
  readonly links: readonly LinkView[]
  readonly attachments: readonly AttachmentView[]
  readonly endMark: string | null
  readonly notesToEditors: readonly string[]
  readonly boilerplate: { readonly heading: string; readonly text: string } | null
  readonly contacts: readonly ContactView[]
  readonly rights: string | null
  readonly linkReferences: readonly { readonly mark: string; readonly url: string }[]
}

/** One sentence on every value; `<html>` marks those that hold HTML in HTML templates. */
export type Shape<T> = T extends string | null
  ? string
  : T extends readonly (infer Item)[]
    ? readonly [Shape<Item>]
    : { readonly [K in keyof T]-?: Shape<NonNullable<T[K]>> }

const LINK: Shape<LinkView> = { text: 'What is read.', href: 'Address of the link.' }

const PHONE: Shape<PhoneView> = { ...LINK, extension: 'Extension with its label: "ext. 101".' }

/** The values that templates are checked against; the letterhead guide prints it. */
export const VIEW_SHAPE: Shape<View> = {
  language: 'BCP 47 tag, for `lang`.',
  direction: '`ltr` or `rtl`, for `dir`.',
  head: '<html> Character set, CSP, title, metadata, fonts and CSS; belongs into <head>. Empty in text.',
  institution: {
    name: 'Full name of the institution.',
    language: 'Language of that name, for `upper`.',
    shortName: 'Its name as the running head of later pages has it.',
    addressLine: 'Postal address on one line.',
    addressLines: ['Postal address, a line each.'],
    phones: [PHONE],
    faxes: [PHONE],
    email: LINK,
    web: LINK,
    logo: { src: 'Data URL of the picture.', alt: 'Its description.' },
  },
  labels: {
    tel: '"Tel", in the language of the release.',
    fax: '"Fax".',
    email: '"Email".',
    links: 'Heading over the links.',
    attachments: 'Heading over the attachments.',
    notesToEditors: 'Heading over the notes to editors.',
    contacts: 'Heading over the contacts.',
    comma: 'What stands between two items of a line: a comma and a space in English.',
    colon: 'What stands between a label and its value: a colon and a space in English.',
    openBracket: 'What stands before an addition: a space and a bracket in English.',
    closeBracket: 'What stands behind it.',
  },
  notice: 'Line on a draft or a withdrawn release.',
  correction: {
    sentence: 'What becomes of which release: "Correction of PR/2027/07 of 26 February 2027".',
    note: 'What was changed.',
    changes: ['One change: "paragraph 3: for “ten” read “twelve”".'],
  },
  watermark: 'The word across the pages of a draft.',
  releaseLine: '"For immediate release", or the embargo.',
  kindLabel: 'Kind of release, where the letterhead says `label: true`.',
  reference: 'Document number.',
  headline: ['A line of the headline.'],
  subheadline: 'Line under the headline.',
  translation: 'Standing of a translation: "Unofficial translation of PR/2027/07".',
  authenticText: 'Language whose text binds: "Authentic text: French".',
  date: 'Date of the release, in its language.',
  isoDate: 'The same as YYYY-MM-DD.',
  dateline: 'Place and date on a line of their own (`dateline: line`).',
  body: '<html> The text.',
  links: [LINK],
  attachments: [
    {
      title: 'What the file is.',
      url: 'Its address, where it stands on the web.',
      file: 'Its file name, where it lies beside the draft.',
      alt: 'Description of a picture.',
      caption: 'Caption for print.',
      credit: 'Source with its label.',
    },
  ],
  endMark: 'Mark at the end of the text.',
  notesToEditors: ['<html> One note.'],
  boilerplate: { heading: 'Heading.', text: '<html> The text.' },
  contacts: [{ name: 'Name.', role: 'Function.', phone: PHONE, email: LINK }],
  rights: 'Rights line.',
  linkReferences: [
    { mark: 'The mark in the text: [1].', url: 'The address it stands for. Text templates only.' },
  ],
}
