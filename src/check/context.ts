import type { Root } from 'mdast'
import type { Draft } from '../draft/draft.ts'
import type { CivilDate } from '../language/civil-date.ts'
import { findLanguage } from '../language/find-language.ts'
import type { Language } from '../language/language.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import type { Composed } from '../release/compose-release.ts'
import type { IssuedDraft } from '../release/issue-draft.ts'
import type { Anniversary } from '../release/occasion.ts'
import type { Event } from '../release/occasion-date.ts'
import type { Release } from '../release/release.ts'
import type { Path } from '../yaml/read-yaml.ts'
import { type Masks, masksOf } from './masks.ts'
import { type Offsets, offsetsOf } from './offsets.ts'
import { type IssuedPassage, issuedPassages } from './passages.ts'
import type { Span } from './rule.ts'
import { passagesOf } from './scan/passage.ts'
import { type Scan, scanPassage } from './scan/scan-passage.ts'
import type { CheckSettings } from './settings.ts'
import { type Surroundings, UNSEEN } from './surroundings.ts'

/** Everything a rule may look at: one draft, as issued for its year. */
export interface CheckContext {
  /** The draft as written: UTF-8, LF. */
  readonly source: string
  readonly draft: Draft
  /** Front matter with its expressions filled. */
  readonly fields: IssuedDraft['fields']
  /** BCP 47 tag of the release. */
  readonly tag: string
  readonly language: Language
  /** False for a text that says it is English, often for want of a `language`, and has hardly a word of it. */
  readonly isInLanguage: boolean
  readonly release: Release
  readonly letterhead: Letterhead
  /** Date of the release; none where the draft's is refused. */
  readonly date: CivilDate | undefined
  /** What `occasion` says; none without. */
  readonly anniversary: Anniversary | undefined
  readonly event: Event | undefined
  /** The moment that stands for now. */
  readonly now: Date
  /** IANA zone of an embargo that names none. */
  readonly timezone: string | undefined
  /** The body with its expressions filled; its positions are the draft's. */
  readonly tree: Root
  /** Running text as issued: texts of the front matter, then the body's. Code and addresses are U+FFFC. */
  readonly passages: readonly IssuedPassage[]
  readonly masks: Masks
  readonly offsets: Offsets
  /** Terms and thresholds of the project. */
  readonly settings: CheckSettings
  /** What was found out on the disk and on the network. */
  readonly surroundings: Surroundings
  /** The scan of a passage for dates, numbers and years; made once. */
  scanOf(passage: IssuedPassage): Scan
  /** Where a value of the front matter stands; the opening fence where it is not written. */
  spanOf(path: Path): Span
}

/** What a check is made of. */
export interface CheckInput {
  readonly draft: Draft
  readonly composed: Composed
  readonly now: Date
  readonly timezone: string | undefined
  readonly settings: CheckSettings
  /** Default: nothing was looked for. */
  readonly surroundings?: Surroundings
}

/** Puts together what rules look at. */
export function contextOf(input: CheckInput): CheckContext {
  const { draft, composed, now, timezone, settings, surroundings = UNSEEN } = input
  const { release, issued } = composed
  const tag = release.language
  const { language } = findLanguage(tag)
  const offsets = offsetsOf(draft.source)
  const { passages } = passagesOf(draft.source, draft.tree, language.tag)
  const masks = masksOf(draft, passages, settings.names)
  const issuedTexts = issuedPassages(draft, passages, language.tag, issued.fillings, masks, offsets)
  const scans = new Map<IssuedPassage, Scan>()
  return {
    source: draft.source,
    draft,
    fields: issued.fields,
    tag,
    language,
    release,
    letterhead: release.letterhead,
    date: draft.refused.includes('date') || issued.skipped !== undefined ? undefined : issued.fields.date,
    anniversary: issued.anniversary,
    event: issued.event,
    now,
    timezone,
    tree: issued.tree,
    isInLanguage: !tag.startsWith('en') || isEnglish(issuedTexts, draft.fields.language !== undefined),
    passages: issuedTexts,
    masks,
    offsets,
    settings,
    surroundings,
    scanOf: (passage) => {
      const known = scans.get(passage)
      if (known) return known
      const scan = scanPassage(passage, language)
      scans.set(passage, scan)
      return scan
    },
    spanOf: (path) => offsets.spanOf(draft.placeOf(path)),
  }
}

/** Words of English that no text of some length can do without. */
const ENGLISH = /\b(?:the|of|and|to|for|that|is)\b/giu

/** False where hardly one word in twenty is one of the most usual ones; a short text that says it is English may be names. */
function isEnglish(passages: readonly IssuedPassage[], isSaid: boolean): boolean {
  let [words, english] = [0, 0]
  for (const { text } of passages) {
    words += text.match(/\p{L}+/gu)?.length ?? 0
    english += text.match(ENGLISH)?.length ?? 0
    // A text that begins so is English.
    if (words > 200 && english > words / 20) return true
  }
  return (isSaid && words < 40) || english > words / 20
}
