import { replacement } from '../replacement.ts'
import type { Rule } from '../rule.ts'

/** What stands before the numbers of pages, by language. */
const PAGES: Readonly<Record<string, string>> = {
  en: 'pp\\.|pages',
  de: 'S\\.|Seiten',
  ru: 'с\\.|стр\\.|страницы',
}

const YEARS = /(?<![\p{L}\p{N}/.,:+()–-]|\p{N} )(\d{4})-(\d{4}|\d{2})(?![\p{N}/:(–-]|[.,]\d)(?!\p{Lu})/gu

/** A hyphen between two years, days or pages. */
export const rangeDash: Rule = {
  id: 'range-dash',
  group: 'language',
  severity: 'warning',
  languages: Object.keys(PAGES),
  doc: 'Catches a hyphen in a range of years, days or pages, where an en dash stands. French, Spanish and Turkish write a hyphen there; for Azerbaijani, Arabic and Chinese custom is not settled.',
  source: 'New Hart’s Rules, 4.11; Duden, "Bis-Strich"; Мильчин, Справочник издателя, "Тире".',
  bad: 'from the war of 1991-1992',
  good: 'from the war of 1991–1992',
  skips: ['code', 'address', 'name'],
  *check({ passages, scanOf, tag }) {
    const primary = tag.split('-')[0]?.toLowerCase() ?? ''
    const pages = new RegExp(
      `(?<!\\p{L})(?:${PAGES[primary]})[ \u00a0]?(\\d{1,4})-(\\d{1,4})(?![\\p{L}\\p{N}-])`,
      'gu',
    )
    for (const passage of passages) {
      const { text } = passage
      const matches = [
        ...[...text.matchAll(YEARS)].filter(([, from = '', to = '']) => areYears(from, to)),
        ...[...text.matchAll(pages)].filter(([, from, to]) => Number(from) < Number(to)),
      ].map(({ index, 0: written }) => ({ start: index, end: index + written.length }))
      for (const range of [
        ...matches,
        ...scanOf(passage).dates.flatMap(({ parts }) => days(text, parts.d)),
      ]) {
        const written = text.slice(range.start, range.end)
        const at = range.start + written.lastIndexOf('-')
        yield {
          ...passage.spanOf(range.start, range.end),
          message: `"${written}": a range with a hyphen`,
          hint: `write "${written.replace('-', '–')}" with an en dash`,
          ...replacement(passage, { start: at, end: at + 1 }, '–', true),
        }
      }
    }
  },
}

/** "2011-12" may be a month. */
function areYears(from: string, to: string): boolean {
  const first = Number(from)
  if (first < 1000 || first > 2100) return false
  if (to.length === 4) return Number(to) > first && Number(to) <= 2200 && Number(to) - first < 1000
  return Number(to) > 12 && Number(to) === (first + 1) % 100
}

/** A day with a day before or behind it: "25-26 February", "February 25-26". */
function days(text: string, { start, end }: { start: number; end: number }) {
  const from = /(?<![\p{L}\p{N}/.,:–-])(\d{1,2})\.?-$/u.exec(text.slice(0, start))
  const to = /^-(\d{1,2})(?![\p{L}\p{N}/:–-]|[.,]\d)/u.exec(text.slice(end))
  const day = Number.parseInt(text.slice(start, end), 10)
  if (from && Number(from[1]) < day) return [{ start: from.index, end }]
  const isRange = to && Number(to[1]) > day && Number(to[1]) <= 31
  return isRange ? [{ start, end: end + to[0].length }] : []
}
