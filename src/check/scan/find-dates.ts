import { normalise, westernFigures } from './normalise.ts'
import type { ScanTable } from './table.ts'

/** A part of a date as it stands in a text. */
export interface DatePart {
  readonly start: number
  readonly end: number
  /** The part's letters, and its figures as Western ones. */
  readonly written: string
}

/** A date in a text, with or without year and weekday. */
export interface WrittenDate {
  readonly start: number
  readonly end: number
  readonly day: number
  /** 1 to 12. */
  readonly month: number
  readonly year: number | undefined
  /** 0 = Sunday to 6 = Saturday. */
  readonly weekday: number | undefined
  /** True for YYYY-MM-DD. */
  readonly isIso: boolean
  readonly parts: {
    readonly d: DatePart
    readonly m: DatePart
    readonly y?: DatePart
    readonly wd?: DatePart
  }
}

interface Shapes {
  /** Some of what each shape has: a month, or the year of an ISO date. */
  readonly any: RegExp
  readonly all: readonly RegExp[]
}

const shapes = new WeakMap<ScanTable, Shapes>()

/** Finds dates in the shapes of the language, and ISO dates; of two that overlap the longer one. `normal` is the text normalised. */
export function findDates(text: string, normal: string, table: ScanTable): WrittenDate[] {
  // Every shape has figures; most paragraphs have none.
  if (!/\d/.test(normal)) return []
  const { any, all: patterns } = shapesOf(table)
  if (!any.test(normal)) return []
  const all = patterns.flatMap((shape) =>
    [...normal.matchAll(shape)].flatMap((match) => readDate(match, text, table) ?? []),
  )
  const sorted = all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: WrittenDate[] = []
  for (const date of sorted) {
    if (kept.every(({ start, end }) => date.end <= start || date.start >= end)) kept.push(date)
  }
  return kept.sort((a, b) => a.start - b.start)
}

/** The forms of a month's or weekday's name in a table. */
export function formsOf(names: readonly string[], index: number): readonly string[] {
  return (names[index] ?? '').split('|')
}

function shapesOf(table: ScanTable): Shapes {
  const known = shapes.get(table)
  if (known) return known
  const edges = table.unspaced ? ['(?<!\\d)', '(?!\\d)'] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])']
  const all = [...table.dates, '{y}-{m}-{d}'].map((shape) => {
    const isIso = shape.startsWith('{y}-')
    const months = isIso ? '0[1-9]|1[0-2]' : alternatives(table.months)
    const source = shape
      .replace('{wd}', `(?<wd>${alternatives(table.weekdays)})`)
      .replace('{d}', isIso ? '(?<d>\\d{2})' : `(?<d>\\d{1,2}${table.day ?? ''})`)
      .replace('{m}', `(?<m>${months})`)
      .replace('{y}', isIso ? '(?<y>\\d{4})' : `(?<y>\\d{4}${table.year ?? ''})`)
    return new RegExp(edges.join(source), 'gdu')
  })
  const made = { any: new RegExp(`${alternatives(table.months)}|\\d{4}-`, 'u'), all }
  shapes.set(table, made)
  return made
}

function alternatives(names: readonly string[]): string {
  return names
    .flatMap((forms) => forms.split('|'))
    .sort((a, b) => b.length - a.length)
    .map((name) => normalise(name).replace(/[.]/g, '\\.'))
    .join('|')
}

function readDate(match: RegExpExecArray, text: string, table: ScanTable): WrittenDate | undefined {
  const part = (name: string): DatePart | undefined => {
    const range = match.indices?.groups?.[name]
    return (
      range && { start: range[0], end: range[1], written: westernFigures(text.slice(range[0], range[1])) }
    )
  }
  const [d, m, y, wd] = [part('d'), part('m'), part('y'), part('wd')]
  if (!d || !m) return undefined
  const day = Number.parseInt(d.written, 10)
  const month = /^\d+$/.test(m.written) ? Number(m.written) : indexOf(table.months, m.written) + 1
  if (day < 1 || day > 31 || month < 1) return undefined
  return {
    start: match.index,
    end: match.index + match[0].length,
    day,
    month,
    year: y && Number.parseInt(y.written, 10),
    weekday: wd && indexOf(table.weekdays, wd.written),
    isIso: /^\d{4}-\d{2}-\d{2}$/.test(match[0]),
    parts: { d, m, ...(y && { y }), ...(wd && { wd }) },
  }
}

function indexOf(names: readonly string[], written: string): number {
  return names.findIndex((_, i) => formsOf(names, i).some((form) => normalise(form) === normalise(written)))
}
