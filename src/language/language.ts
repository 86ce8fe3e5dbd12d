import type { AnniversaryWords } from './anniversary-words.ts'
import type { CivilDate } from './civil-date.ts'

/** The kinds of release of the contract. */
export const KINDS = [
  'press-release',
  'statement',
  'announcement',
  'advisory',
  'condolence',
  'readout',
  'correction',
] as const

/** One of the kinds of release. */
export type Kind = (typeof KINDS)[number]

/** What a release does to an earlier one (conventions, 1.4). */
export const CORRECTION_TYPES = ['correction', 'replacement', 'reissue', 'withdrawal'] as const

/** One of the things a release does to an earlier one. */
export type CorrectionType = (typeof CORRECTION_TYPES)[number]

/** The standings of a translation. */
export const TRANSLATION_STATUSES = ['official', 'unofficial', 'courtesy'] as const

/** One of the standings of a translation. */
export type TranslationStatus = (typeof TRANSLATION_STATUSES)[number]

/** The fixed words of a release in one language. */
export interface Labels {
  /** What stands above the headline, by kind: "Press release". */
  readonly kinds: Readonly<Record<Kind, string>>
  /** What stands before, between and behind the numbers of "Page 2 of 3". */
  readonly page: readonly [before: string, between: string, after: string]
  /** What stands between a label and its value: `: `, with a no-break space before it in French, `：` in Chinese. */
  readonly colon: string
  /** Between the items of a line: a comma and a space in English, `، ` in Arabic. */
  readonly comma: string
  /** Between a run-in dateline and the text: a dash with its blanks; in Chinese `——` without any. */
  readonly dash: string
  /** Around what is added to a number or title, with the blank before it: ` (` and `)`. */
  readonly brackets: readonly [open: string, close: string]
  /** Before a telephone number: "Tel". */
  readonly tel: string
  /** Before a fax number: "Fax". */
  readonly fax: string
  /** Before an extension: "ext.". */
  readonly extension: string
  /** Before an e-mail address: "Email". */
  readonly email: string
  /** Heading over the front matter's links. */
  readonly links: string
  /** Heading over the attachments. */
  readonly attachments: string
  /** Heading over the notes to editors. */
  readonly notesToEditors: string
  /** Heading over the boilerplate where the letterhead gives none: "About". */
  readonly about: string
  /** Heading over the contacts: "Media contacts". */
  readonly contacts: string
  /** Heading over the footnotes. */
  readonly footnotes: string
  /** What a screen reader says of the link from a footnote back to the text. */
  readonly backToText: string
  /** "For immediate release". */
  readonly forImmediateRelease: string
  /** The line that stands on a draft: "Draft – not for publication". */
  readonly draft: string
  /** The one word across the pages of a draft: "Draft". */
  readonly watermark: string
  /** The line on a withdrawn release. */
  readonly withdrawn: string
  /** Before a photographer's name: "Photo". */
  readonly credit: string
  /** The line under the headline of a translation, by its standing: "Unofficial translation". */
  readonly translations: Readonly<Record<TranslationStatus, string>>
  /** Around the reference of the original, behind the standing: ` of ` and nothing in English. */
  readonly original: readonly [before: string, after: string]
  /** Before the name of the language whose text binds: "Authentic text". */
  readonly authenticText: string
}

/** The moment an embargo ends, told the way a release prints it. */
export interface EmbargoText {
  /** Wall time in the embargo's zone, `HH:MM`, 24 hours; `HH:MM:SS` where the draft gives seconds. */
  readonly time: string
  /** Short name of the zone at that moment: `EST`, `GMT+4`; `UTC` makes the line tell UTC only once. */
  readonly zone: string
  /** The civil date in that zone. */
  readonly date: CivilDate
  /** Wall time in UTC, written as `time` is. */
  readonly utcTime: string
  /** The civil date in UTC, which may be another day. */
  readonly utcDate: CivilDate
}

/** What a correction notice begins with: the earlier release and what becomes of it. */
export interface NoticeText {
  readonly type: CorrectionType
  /** Number of the earlier release. */
  readonly reference: string | undefined
  /** Its date. */
  readonly date: CivilDate | undefined
}

/** One change of a correction. */
export interface ChangeText {
  /** Where it is: "paragraph 3". */
  readonly where: string
  /** The words as they were. */
  readonly was: string
  /** The words as they should have been. */
  readonly now: string
}

/** Everything a release needs to know of one language. */
export interface Language {
  /** BCP 47 tag, e.g. `en`, `fr`, `zh-Hans`. */
  readonly tag: string
  /** The fixed words. */
  readonly labels: Labels
  /** Date as a release of that language prints it, day and month held together by U+00A0: "26 February 2027". */
  longDate(date: CivilDate): string
  /** Date with the name of the weekday. */
  fullDate(date: CivilDate): string
  /** The whole embargo line, with the weekday, the zone's time and UTC. */
  embargo(embargo: EmbargoText): string
  /** First line of a correction notice, without a full stop: "Correction of PR/2027/07 of 26 February 2027". */
  notice(notice: NoticeText): string
  /** A change so that it can be read aloud: "paragraph 3: for “ten” read “twelve”". */
  change(change: ChangeText): string
  /** Ordinals, number words and "N years ago" of an anniversary release. */
  readonly anniversary: AnniversaryWords
}
