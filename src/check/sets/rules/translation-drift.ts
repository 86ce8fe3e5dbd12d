import type { DraftSummary } from '../draft-summary.ts'
import { familiesOf } from '../families.ts'
import type { SetFinding, SetRule, Spot } from '../set-rule.ts'
import type { Fact, Facts, StatedDate, StatedNumber } from '../stated-facts.ts'

/** Two versions of a release that say different things. */
interface Pair {
  readonly translation: DraftSummary
  readonly original: DraftSummary
}

/** More places than this of one original help nobody. */
const MOST = 3

/** More different facts than this are two different releases. */
const MOST_STATED = 50

/** How far apart in their texts a fact and its translation may stand, of 1. */
const FARTHEST = 0.3

/** The same for a number in figures and one in words. */
const NEAR = 0.1

/** Versions of one release that differ in what every language says alike. */
export const translationDrift: SetRule = {
  id: 'translation-drift',
  group: 'facts',
  severity: 'warning',
  isOfSet: true,
  doc: 'Catches translations of one release that differ in dates or numbers (one stands where the other has another), in embargo or occasion, have fewer links or quotations, another number of contacts or attachments, or an earlier date than the original. Translations are found by `translation_of`, by their reference, or by names such as `flood-fr.md`.',
  source: 'United Nations, versions of one document: the same facts under one symbol.',
  bad: 'en: 15 countries; fr: 14 pays',
  good: 'en: 15 countries; fr: 15 pays',
  *check({ drafts }) {
    for (const pair of familiesOf(drafts).pairs) {
      yield* ofFields(pair)
      yield* ofCounts(pair)
      yield* ofText(pair)
    }
  },
}

function* ofFields(pair: Pair): Generator<SetFinding> {
  const { translation, original } = pair
  const differ = (key: 'date' | 'embargo' | 'occasion', message: string) =>
    finding(pair, translation.spots[key], message, [{ at: original.spots[key], message: `the ${key} there` }])
  const isOlder = (translation.day ?? 0) < (original.day ?? 0)
  if (isOlder && translation.translationOf !== undefined && original.translationOf === undefined)
    yield differ('date', `the translation is older than ${nameOf(original)}`)
  if (translation.embargo && original.embargo && translation.embargo !== original.embargo)
    yield differ(
      'embargo',
      `the embargo "${translation.embargo}" is "${original.embargo}" in ${nameOf(original)}`,
    )
  if (translation.event && original.event && translation.event !== original.event)
    yield differ(
      'occasion',
      `the event of ${translation.event} is of ${original.event} in ${nameOf(original)}`,
    )
}

function* ofCounts(pair: Pair): Generator<SetFinding> {
  const { translation, original } = pair
  for (const key of ['contacts', 'attachments'] as const) {
    const [here, there] = [translation.counts[key], original.counts[key]]
    // Contacts that are not written are the letterhead's.
    const isKnown = key === 'attachments' || (here !== undefined && there !== undefined)
    if (!isKnown || (here ?? 0) === (there ?? 0)) continue
    const message = `${here ?? 0} ${key}, and ${there ?? 0} in ${nameOf(original)}`
    yield finding(pair, translation.spots[key], message, [
      { at: original.spots[key], message: `the ${key} there` },
    ])
  }
}

function* ofText(pair: Pair): Generator<SetFinding> {
  const [here, there] = [pair.translation.facts, pair.original.facts]
  const missing = without(there.links, here.links)
  if (here.links.length < there.links.length && missing.length > 0) {
    const message = `links to ${here.links.length} pages, and ${there.links.length} in ${nameOf(pair.original)}`
    yield finding(pair, pair.translation.spots.headline, message, missing.map(placeOf))
  }
  yield* ofSpeeches(pair, here, there)
  if (!here.isRead || !there.isRead) return
  yield* ofStated(pair, unmatchedDates(here, there), unmatchedDates(there, here))
  yield* ofStated(pair, unmatchedNumbers(here, there), unmatchedNumbers(there, here))
}

function* ofSpeeches(
  pair: Pair,
  { speeches: here }: Facts,
  { speeches: there }: Facts,
): Generator<SetFinding> {
  const isFewer = here.possible < there.sure
  if (!isFewer && here.sure <= there.possible) return
  const [said, elsewhere] = isFewer ? [here.possible, there.sure] : [here.sure, there.possible]
  const message = `${said} ${said === 1 ? 'paragraph quotes' : 'paragraphs quote'} somebody, and ${elsewhere} in ${nameOf(pair.original)}`
  const at = here.first ?? pair.translation.spots.headline
  yield finding(
    pair,
    at,
    message,
    there.first ? [{ at: there.first, message: 'the first quotation there' }] : [],
  )
}

/** What stands in one version only is told of where the other has something else at about that place. */
function* ofStated(pair: Pair, here: readonly Placed[], there: readonly Placed[]): Generator<SetFinding> {
  for (const [fact, other] of neighbours(here.slice(0, MOST_STATED), there.slice(0, MOST_STATED))) {
    const message = `"${fact.written}" stands where ${nameOf(pair.original)} has "${other.written}"`
    yield finding(pair, fact.at, message, [placeOf(other)])
  }
}

/** A fact with its place among all of its kind, from 0 to 1. */
interface Placed extends Fact {
  readonly rank: number
  /** For numbers: how it is written. */
  readonly kind?: StatedNumber['kind']
}

/** Facts of two versions, each with the one that stands nearest to it; far from each other none. */
function neighbours(here: readonly Placed[], there: readonly Placed[]): [Placed, Placed][] {
  const all = here.flatMap((a) => there.map((b) => ({ a, b, distance: Math.abs(a.rank - b.rank) })))
  const taken = new Set<Placed>()
  const pairs = all
    .filter(({ a, b, distance }) => distance <= farthest(a, b))
    .sort((one, other) => one.distance - other.distance)
    .flatMap(({ a, b }): [Placed, Placed][] => {
      if (taken.has(a) || taken.has(b)) return []
      taken.add(a).add(b)
      return [[a, b]]
    })
  return pairs.sort(([a], [b]) => a.at.start - b.at.start)
}

/** How far apart a fact and its translation may stand. */
function farthest(a: Placed, b: Placed): number {
  // "The 35th anniversary" is "35周年" and "35-летие".
  const told = (kind: Placed['kind']) => (kind === 'jubilee' ? 'ordinal' : kind)
  if (told(a.kind) === told(b.kind)) return FARTHEST
  return a.kind === 'ordinal' || b.kind === 'ordinal' ? -1 : NEAR
}

function ranked<T extends Fact>(facts: readonly T[]): (T & Placed)[] {
  return facts.map((fact, i) => ({ ...fact, rank: (i + 0.5) / facts.length }))
}

function unmatchedNumbers({ numbers }: Facts, { mentioned }: Facts): Placed[] {
  return ranked(numbers).filter(({ key }) => !mentioned.has(key))
}

function unmatchedDates({ dates }: Facts, there: Facts): Placed[] {
  return ranked(dates).filter((date) => !there.dates.some((other) => mayBe(date, other, there.mentioned)))
}

/** The same day; or one of the same month whose day stands elsewhere, as in "25–26 February". */
function mayBe(date: StatedDate, other: StatedDate, mentioned: ReadonlySet<string>): boolean {
  if (date.month !== other.month) return false
  const isYear = date.year === undefined || other.year === undefined || date.year === other.year
  if (date.day === other.day && isYear) return true
  const isDayThere = date.day !== other.day && mentioned.has(String(date.day))
  return isDayThere && isYear
}

function without(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const known = new Set(others.map(({ key }) => key))
  return facts.filter(({ key }) => !known.has(key))
}

function placeOf({ at, written }: Fact): { at: Spot; message: string } {
  return { at, message: written }
}

function nameOf({ path, tag }: DraftSummary): string {
  return `${path} (${tag})`
}

function finding(
  { translation, original }: Pair,
  at: Spot,
  message: string,
  related: readonly { readonly at: Spot; readonly message: string }[],
): SetFinding {
  return {
    draft: translation,
    at,
    message,
    hint: 'compare the two, and mend the one that is wrong',
    related: related.slice(0, MOST).map((one) => ({ ...one, draft: original })),
  }
}
