import { epochDay } from '../../language/civil-date.ts'
import type { Path } from '../../yaml/read-yaml.ts'
import { addressesOf } from '../addresses.ts'
import { type Allowance, allowancesOf } from '../allowances.ts'
import type { CheckContext } from '../context.ts'
import type { Span } from '../rule.ts'
import { plainReference } from './references.ts'
import type { Spot } from './set-rule.ts'
import { type Facts, factsOf } from './stated-facts.ts'

/** What is kept of a draft to compare it with the others of a run; neither its text nor its tree. */
export interface DraftSummary {
  /** Path as reports show it. */
  readonly path: string
  /** Digest of the file: copies have the same. */
  readonly sha256: string
  /** BCP 47 tag of the release, in small letters. */
  readonly tag: string
  /** Name of the outputs: the slug, or the file's name. */
  readonly name: string
  /** One line of the headline. */
  readonly headline: string
  /** The reference as issued; none where it is refused or has no value. */
  readonly reference: string | undefined
  /** Days since 1970 of the release's date; none where that is refused. */
  readonly day: number | undefined
  /** The day of the event that it recalls, as written. */
  readonly event: string | undefined
  /** The instant or wall time of the embargo, as written. */
  readonly embargo: string | undefined
  readonly translationOf: string | undefined
  /** Primary subtag of `authentic_language`. */
  readonly authenticLanguage: string | undefined
  /** Reference of the release that this one corrects. */
  readonly corrects: string | undefined
  /** How many contacts and attachments it lists; none where there is no such key. */
  readonly counts: { readonly contacts: number | undefined; readonly attachments: number | undefined }
  /** Where keys of the front matter stand; the headline's place for one that is not written. */
  readonly spots: Readonly<Record<SpotKey, Spot>>
  /** Dates, numbers, links and quotations of its text. */
  readonly facts: Facts
  /** Its exceptions, by rule. */
  readonly allowances: readonly Allowance[]
}

const SPOT_KEYS = [
  'headline',
  'reference',
  'date',
  'embargo',
  'occasion',
  'translation_of',
  'corrects',
  'contacts',
  'attachments',
] as const

type SpotKey = (typeof SPOT_KEYS)[number]

/** Takes from a draft what rules of sets compare. */
export function summaryOf(context: CheckContext): DraftSummary {
  const { draft, fields, tag, date, offsets, spanOf, masks } = context
  const { path, sha256, refused } = draft
  const kept = <T>(key: string, value: T): T | undefined => (refused.includes(key) ? undefined : value)
  const spotOf = (span: Span): Spot => ({
    ...offsets.placeOf(span),
    start: span.start,
    isQuoted: masks.covers('quotation', span) || masks.covers('block-quote', span),
  })
  const headline = spotOf(spanOf(['headline']))
  const spots = SPOT_KEYS.map((key) => {
    const at: Path = key === 'corrects' && fields.corrects?.reference ? ['corrects', 'reference'] : [key]
    return [key, key === 'headline' || fields[key] === undefined ? headline : spotOf(spanOf(at))]
  })
  return {
    path,
    sha256,
    tag: tag.toLowerCase(),
    name: fields.slug ?? (path.split('/').at(-1) ?? '').replace(/\.\w+$/, ''),
    headline: fields.headline.replaceAll('\n', ' ').slice(0, 120),
    reference: plainReference(kept('reference', fields.reference)),
    day: date && epochDay(date),
    event: kept('occasion', fields.occasion?.date),
    embargo: kept('embargo', fields.embargo),
    translationOf: kept('translation_of', fields.translation_of),
    authenticLanguage: fields.authentic_language?.split('-')[0]?.toLowerCase(),
    corrects: plainReference(kept('corrects', fields.corrects?.reference)),
    counts: {
      contacts: kept('contacts', fields.contacts?.length),
      attachments: kept('attachments', fields.attachments?.length),
    },
    spots: Object.fromEntries(spots) as DraftSummary['spots'],
    facts: factsOf(context, addressesOf(context), spotOf),
    allowances: allowancesOf(context),
  }
}

/** The primary subtag of a draft's language: `fr` of `fr-CA`. */
export function languageOf({ tag }: Pick<DraftSummary, 'tag'>): string {
  return tag.split('-')[0] ?? tag
}
