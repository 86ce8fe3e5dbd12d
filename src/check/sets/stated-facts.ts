import type { LinkedAddress } from '../addresses.ts'
import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Span } from '../rule.ts'
import { findTable } from '../scan/find-table.ts'
import { countWords } from '../scan/sentences.ts'
import type { Spot } from './set-rule.ts'
import { numbersOf } from './stated-numbers.ts'

/** Something that a text states, and that every translation of it states too. */
export interface Fact {
  /** The same for the same fact in every language. */
  readonly key: string
  /** As it stands in the text. */
  readonly written: string
  readonly at: Spot
}

/** A date in a text. */
export interface StatedDate extends Fact {
  readonly day: number
  readonly month: number
  readonly year: number | undefined
}

/** A number in a text. */
export interface StatedNumber extends Fact {
  /** An ordinal is no translation of a count, a jubilee may be of either; words are read less surely than figures. */
  readonly kind: 'ordinal' | 'jubilee' | 'figures' | 'words'
}

/** What of a text can be compared with its translation. */
export interface Facts {
  /** True where dates and numbers of its language are read, and there are not too many of them. */
  readonly isRead: boolean
  /** Numbers that surely count something, each once. */
  readonly numbers: readonly StatedNumber[]
  /** Whatever may be a number in the text, in figures or words: what is in here is not missing. */
  readonly mentioned: ReadonlySet<string>
  readonly dates: readonly StatedDate[]
  /** Addresses of web pages without what differs by language, each once. */
  readonly links: readonly Fact[]
  /** How many paragraphs surely quote somebody, and how many may. */
  readonly speeches: { readonly sure: number; readonly possible: number; readonly first: Spot | undefined }
}

/** More dates or numbers than this are a table, and no text to compare. */
const MOST = 1000

/** Words of a quotation from which on it is surely what somebody said, and no title or name. */
const SPEECH = 8

/** Words of a quotation that may be the translation of such a one. */
const SAYING = 3

/** Finds what a draft states; `spotOf` tells the place of a stretch. */
export function factsOf(
  context: CheckContext,
  addresses: readonly LinkedAddress[],
  spotOf: (span: Span) => Spot,
): Facts {
  const { passages, tag } = context
  const prose = passages.filter(({ kind }) => kind !== 'alt')
  const all = prose.map((passage) => ({
    ...numbersOf(passage, context, spotOf),
    dates: datesOf(passage, context, spotOf),
  }))
  const numbers = unique(all.flatMap((one) => one.numbers))
  const dates = unique(all.flatMap((one) => one.dates))
  const mentioned = new Set(all.flatMap((one) => one.mentioned))
  const isRead =
    context.isInLanguage && findTable(context.language) !== undefined && mentioned.size + dates.length <= MOST
  return {
    isRead,
    numbers: isRead ? numbers : [],
    mentioned: isRead ? mentioned : new Set(),
    dates: isRead ? dates : [],
    links: linksOf(addresses, tag, spotOf),
    speeches: speechesOf(prose, spotOf),
  }
}

function unique<T extends Fact>(facts: readonly T[]): T[] {
  return [...new Map(facts.toReversed().map((fact) => [fact.key, fact])).values()].reverse()
}

function datesOf(passage: IssuedPassage, { scanOf }: CheckContext, spotOf: (span: Span) => Spot) {
  return scanOf(passage).dates.map(({ start, end, day, month, year }): StatedDate => {
    const written = passage.text.slice(start, end)
    return {
      key: `${year ?? ''}-${month}-${day}`,
      written,
      day,
      month,
      year,
      at: spotOf(passage.spanOf(start, end)),
    }
  })
}

function linksOf(addresses: readonly LinkedAddress[], tag: string, spotOf: (span: Span) => Spot): Fact[] {
  const links = addresses.flatMap((address): Fact[] => {
    const key = pageOf(address.url, tag)
    return key === undefined ? [] : [{ key, written: address.url, at: spotOf(address) }]
  })
  return unique(links)
}

/** Host and path of a web page without what names its language; none for mail, telephones and places of the page itself. */
function pageOf(url: string, tag: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined
  const { hostname, pathname, searchParams } = new URL(url)
  const own = [tag.toLowerCase(), tag.split('-')[0]?.toLowerCase()]
  const isOwn = (part: string) => own.includes(part.toLowerCase().replace('_', '-'))
  const host = hostname.split('.').filter((label) => label !== 'www' && !isOwn(label))
  const path = pathname.split('/').filter((part) => part !== '' && !isOwn(part))
  const query = [...searchParams]
    .filter(([, value]) => !isOwn(value))
    .map(([name, value]) => `${name}=${value}`)
  return [host.join('.'), ...path, ...query].join('/')
}

function speechesOf(passages: readonly IssuedPassage[], spotOf: (span: Span) => Spot): Facts['speeches'] {
  let [sure, possible] = [0, 0]
  let first: Spot | undefined
  for (const passage of passages) {
    const { text, kind, ranges } = passage
    if (kind !== 'paragraph') continue
    const longest = Math.max(0, ...ranges.map(([from, to]) => lengthOf(text.slice(from, to))))
    if (longest >= SPEECH) sure++
    // In some languages a dash begins what somebody says.
    if (longest >= SAYING || /^[—–-]\s/u.test(text)) possible++
    const [from, to] = ranges[0] ?? [0, 0]
    if (longest >= SPEECH) first ??= spotOf(passage.spanOf(from, to))
  }
  return { sure, possible, first }
}

/** Words; two ideographs count as one. */
function lengthOf(text: string): number {
  const ideographs = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  return ideographs > 0 ? ideographs / 2 : countWords(text)
}
