import type { CivilDate } from './civil-date.ts'
import type { Language } from './language.ts'

/**
 * The days from one date to another, as prose writes them, in most languages with an en dash: "25–26 February
 * 1992", "30 January – 2 February 1992", "30 December 1991 – 2 January 1992". What both dates share stands
 * once; in a language without a table both dates are whole.
 */
export function dateRange(language: Language, first: CivilDate, last: CivilDate): string {
  const [from, to] = [language.longDate(first), language.longDate(last)]
  if (from === to) return from
  const isSameYear = first.year === last.year
  const shared = isSameYear ? (first.month === last.month ? 'month' : 'year') : 'nothing'
  const shape = SHAPES[language.tag]
  return shape ? shape(from, to, shared) : spaced(from, to)
}

/** What two dates have in common: the month with its year, the year alone, or nothing. */
type Shared = 'month' | 'year' | 'nothing'

/** How two long dates become a range. */
type Shape = (from: string, to: string, shared: Shared) => string

const SHAPES: Readonly<Record<string, Shape>> = {
  en: dayFirst,
  'en-US': monthFirst,
  fr: dayFirst,
  es: dayFirst,
  de: dayFirst,
  ru: dayFirst,
  az: dayFirst,
  tr: dayFirst,
  ar: dayFirst,
  'zh-Hans': yearFirst,
  'zh-Hant': yearFirst,
}

/** "25–26 February 1992", "25.–26. Februar 1992", "30 января – 2 февраля 1992 года". */
function dayFirst(from: string, to: string, shared: Shared): string {
  // The day ends at the first no-break space, the month at the first plain one.
  if (shared === 'month') return `${from.split('\u00a0')[0]}–${to}`
  return spaced(shared === 'year' ? (from.split(' ')[0] ?? from) : from, to)
}

/** "February 25–26, 1992", "January 30 – February 2, 1992". */
function monthFirst(from: string, to: string, shared: Shared): string {
  const [start = from] = from.split(',')
  if (shared === 'month') return `${start}–${to.split('\u00a0')[1]}`
  return spaced(shared === 'year' ? start : from, to)
}

/** "1992年2月25日至26日", "1992年1月30日至2月2日": 至 between whole days (GB/T 15834, GB/T 15835). */
function yearFirst(from: string, to: string, shared: Shared): string {
  const said = { month: /^.*月/, year: /^.*年/, nothing: /^/ }[shared]
  return `${from}至${to.replace(said, '')}`
}

/** The dash stays with the date before it: no line begins with one. */
function spaced(from: string, to: string): string {
  return `${from}\u00a0– ${to}`
}
