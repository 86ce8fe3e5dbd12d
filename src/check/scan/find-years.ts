import { westernFigures } from './normalise.ts'
import type { ScanTable } from './table.ts'

/** A word or figure in a text. */
export interface Mention {
  readonly start: number
  readonly end: number
  readonly written: string
}

/** Figures of four that are no year: pages, sections, sums, numbers of documents. */
const NO_YEAR_BEFORE =
  /(?:\b(?:pp?|pages?|no|nos|nr|room|ext|art|para|S|Seiten?|núm|págs?|n°)\.? |[стрСТР]{1,3}\. |№ ?|səh\. ?|sayfa |ص\.? ?|第|[$€£¥₼₺₽§#+/.,:\d-])$/iu
const NO_YEAR_AFTER = /^(?:[.,]\d|[/:]|-\d{2}\b| ?[%€°₼₺₽]| ?(?:kg|km|m²|USD|EUR|AZN)\b)/u

/** Day and month of a date in figures, which no language's shapes tell apart. */
const NUMERIC_DATE = /(?<![\d./-])\d{1,2}([./-]) ?\d{1,2}\1$/

/** Finds years without day and month, in four figures, outside the ranges that are taken; those are asked for once figures are there. */
export function findYears(
  text: string,
  takenRanges: () => readonly { start: number; end: number }[],
): Mention[] {
  if (!/\p{N}{4}|年/u.test(text)) return []
  const taken = takenRanges()
  const western = westernFigures(text)
  const figures = [...western.matchAll(/(?<!\p{L})\d{4}(?!\d)|(?<=\p{Script=Han})\d{4}(?=年)/gu)].flatMap(
    (match) => {
      const [start, end] = [match.index, match.index + 4]
      if (taken.some((other) => start < other.end && end > other.start)) return []
      const before = western.slice(Math.max(0, start - 10), start)
      if (NO_YEAR_BEFORE.test(before) && !NUMERIC_DATE.test(before)) return []
      const after = western.slice(end, end + 6)
      // "2020/21" is a season, "2020/07" the number of a document.
      const season = `/${String(Number(match[0]) + 1).slice(-2)}`
      if (NO_YEAR_AFTER.test(after) && !after.startsWith(season)) return []
      return [{ start, end, written: match[0] }]
    },
  )
  const words = [...text.matchAll(/[〇零一二三四五六七八九]{4}(?=年)/g)].map((match) => ({
    start: match.index,
    end: match.index + 4,
    written: match[0].replace(/./g, (figure) => String('〇一二三四五六七八九零'.indexOf(figure) % 10)),
  }))
  return [...figures, ...words].sort((a, b) => a.start - b.start)
}

const patterns = new WeakMap<ScanTable, readonly RegExp[]>()

/** Finds words that lean on the day of reading: "this year", "recently", and weekdays that name no date. */
export function findRelative(
  text: string,
  normal: string,
  table: ScanTable,
  dates: readonly { start: number; end: number }[],
): Mention[] {
  const known = patterns.get(table) ?? [words(table), weekdays(table)]
  patterns.set(table, known)
  const [relative = [], days = []] = known.map((pattern) =>
    [...(pattern.ignoreCase ? normal : text).matchAll(pattern)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      written: text.slice(index, index + length),
    })),
  )
  const taken = [...dates, ...relative]
  const alone = days.filter((day) => taken.every(({ start, end }) => day.end <= start || day.start >= end))
  return [...relative, ...alone].sort((a, b) => a.start - b.start)
}

function words(table: ScanTable): RegExp {
  return new RegExp(edgesOf(table).join(`(?:${table.relative.replaceAll('ı', 'i')})`), 'giu')
}

// With capitals where the language has them ("he sat"), and with the preposition where a day has one.
function weekdays(table: ScanTable): RegExp {
  const names = table.weekdays.flatMap((forms) => {
    const all = forms.split('|').filter((form) => !form.endsWith('.'))
    const placed = all.filter((form) => /^во? /.test(form))
    return placed.length > 0 ? placed : all
  })
  const isCapital = names.every((name) => /^\p{Lu}/u.test(name))
  const sorted = names.sort((a, b) => b.length - a.length)
  const source = edgesOf(table).join(`(?:${sorted.join('|')})`)
  return isCapital ? new RegExp(source, 'gu') : new RegExp(source.replaceAll('ı', 'i'), 'giu')
}

function edgesOf(table: ScanTable): string[] {
  return table.unspaced ? ['', ''] : ['(?<![\\p{L}\\p{N}-])', '(?![\\p{L}\\p{N}-])']
}
