import type { CivilDate } from './civil-date.ts'
import type { Language } from './language.ts'

/**
 * The days from one date to another, as prose writes them, in most languages with an en dash: "25–26 February 1992",
 * "30 January – 2 February 1992", "30 December 1991 – 2 January 1992". What both dates share stands once;
 * in a language without a table both dates are whole.
 */
export function dateRange(language: Language, first: CivilDate, last: CivilDate): string {
  const [from, to] = [language.longDate(first), language.longDate(last)]
  if (from === to) return from
  const isSameYear = first.year === last.year
  const isSameMonth = isSameYear && first.month === last.month
  const shape = SHAPES[language.tag] ?? (KNOWN.includes(language.tag) ? dayFirst : undefined)
  if (!isSameYear || !shape) return language.tag.startsWith('zh') ? `${from}至${to}` : spaced(from, to)
  return shape(from, to, isSameMonth)
}

/** How two long dates of one year become a range. */
type Shape = (from: string, to: string, isSameMonth: boolean) => string

/** Languages that write day, month, year: the day ends at the first no-break space, the month at a space. */
const KNOWN = ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar']

const SHAPES: Readonly<Record<string, Shape>> = {
  'en-US': monthFirst,
  'zh-Hans': yearFirst,
  'zh-Hant': yearFirst,
}

/** "25–26 February 1992", "25.–26. Februar 1992", "30 января – 2 февраля 1992 года". */
function dayFirst(from: string, to: string, isSameMonth: boolean): string {
  if (isSameMonth) return `${from.split('\u00a0')[0]}–${to}`
  return spaced(from.split(' ')[0] ?? from, to)
}

/** "February 25–26, 1992", "January 30 – February 2, 1992". */
function monthFirst(from: string, to: string, isSameMonth: boolean): string {
  const [start = from] = from.split(',')
  return isSameMonth ? `${start}–${to.split('\u00a0')[1]}` : spaced(start, to)
}

/** "1992年2月25日至26日", "1992年1月30日至2月2日": 至 between whole days (GB/T 15834, GB/T 15835). */
function yearFirst(from: string, to: string, isSameMonth: boolean): string {
  const [, year = '', month = ''] = /^(\d+年)(\d+月)/.exec(from) ?? []
  return `${from}至${to.slice(isSameMonth ? year.length + month.length : year.length)}`
}

/** The dash stays with the date before it: no line begins with one. */
function spaced(from: string, to: string): string {
  return `${from}\u00a0– ${to}`
}
