import { type CivilDate, daysInMonth } from '../../language/civil-date.ts'
import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import { replacement } from '../replacement.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { formsOf, type WrittenDate } from '../scan/find-dates.ts'
import { findTable } from '../scan/find-table.ts'
import type { ScanTable } from '../scan/table.ts'

/** A stretch of a passage. */
interface Range {
  readonly start: number
  readonly end: number
}

/** A date in another form than the language's. */
export const dateFormat: Rule = {
  id: 'date-format',
  group: 'language',
  severity: 'warning',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'zh'],
  doc: 'Catches a month’s name with a wrong first letter beside a year; in English dates in figures, "26th February" and wrong commas, in French "1 mars", in Russian "26-го февраля", in Chinese a month or day with a nought before it. Arabic is left out: names and figures vary by country.',
  source:
    'United Nations Editorial Manual; Chicago Manual of Style, 6.38; Lexique de l’Imprimerie nationale; Ortografía de la lengua española; Duden; TDK, Yazım Kılavuzu; GB/T 15835.',
  bad: 'on 26th February 2027',
  good: 'on 26 February 2027',
  skips: ['code', 'address', 'name'],
  *check(context) {
    const { passages, scanOf, language, tag } = context
    const table = findTable(language)
    if (!table) return
    const primary = tag.split('-')[0]?.toLowerCase()
    for (const passage of passages) {
      if (primary === 'en') yield* inFigures(passage, context)
      if (primary === 'ru') yield* russianDays(passage, table)
      for (const date of scanOf(passage).dates) {
        if (date.isIso) continue
        if (primary === 'en') yield* english(passage, date)
        if (primary === 'fr' && date.parts.d.written === '1')
          yield* changed(passage, date.parts.d, '1er', date)
        if (primary === 'zh') yield* noughts(passage, date)
        else if (date.year !== undefined) yield* letterOf(passage, date, table)
      }
    }
  },
}

function* changed(
  passage: IssuedPassage,
  range: Range,
  text: string,
  date: Range,
  safe = true,
): Iterable<RuleFinding> {
  const [before, written, behind] = [
    passage.text.slice(date.start, range.start),
    passage.text.slice(date.start, date.end),
    passage.text.slice(range.end, date.end),
  ]
  yield {
    ...passage.spanOf(range.start, range.end),
    message: `"${written}" is not how a date is written`,
    hint: `write "${before}${text}${behind}"`,
    ...replacement(passage, range, text, safe),
  }
}

/** The first letter is small in French, Spanish, Russian, Azerbaijani, and a capital in the others. */
function* letterOf(passage: IssuedPassage, date: WrittenDate, table: ScanTable) {
  const { parts, month } = date
  const written = passage.text.slice(parts.m.start, parts.m.end)
  const [isCapital, isUpper] = [/^\p{Lu}/u.test(written), !/\p{Ll}/u.test(written)]
  const usual = formsOf(table.months, month - 1)[0] ?? ''
  if (isUpper || isCapital === /^\p{Lu}/u.test(usual)) return
  const first = isCapital ? written.charAt(0).toLowerCase() : usual.charAt(0)
  yield* changed(passage, parts.m, first + written.slice(1), date)
}

/** The ordinal and the commas of English dates. */
function* english(passage: IssuedPassage, date: WrittenDate): Iterable<RuleFinding> {
  const { parts, start, end, year, weekday } = date
  const text = passage.text.slice(start, end)
  const figures = /^\d+/.exec(parts.d.written)?.[0] ?? ''
  const isNamed = year !== undefined || weekday !== undefined
  if (figures !== parts.d.written && isNamed) {
    if (/(?<!\p{L})the $/iu.test(passage.text.slice(0, parts.d.start)) || / of /u.test(text)) return
    yield* changed(passage, parts.d, figures, date)
  }
  if (!parts.y) return
  const isMonthFirst = parts.m.start < parts.d.start
  const gap = { start: isMonthFirst ? parts.d.end : parts.m.end, end: parts.y.start }
  const between = passage.text.slice(gap.start, gap.end)
  // "On May 5 2027 visitors came" may be a number of visitors.
  const isSure = !/^ \p{Ll}/u.test(passage.text.slice(end))
  if (isMonthFirst && !between.includes(',')) yield* changed(passage, gap, ', ', date, isSure)
  if (!isMonthFirst && between.includes(',')) yield* changed(passage, gap, ' ', date)
}

const NUMERIC =
  /(?<!(?:version|release|section|chapter|article|clause|v\.?) )(?<![\p{L}\p{N}./:-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\p{L}\p{N}]|[./-]\p{N})/giu

/** "02/03/2020": a reader abroad takes it for another day. */
function* inFigures(passage: IssuedPassage, { language }: CheckContext): Iterable<RuleFinding> {
  if (!/\d[/.-]\d/.test(passage.text)) return
  for (const { 0: written, 1: a, 3: b, 4: y, index } of passage.text.matchAll(NUMERIC)) {
    const [first, second, year] = [Number(a), Number(b), Number(y)]
    const readings = [
      { year, month: second, day: first },
      { year, month: first, day: second },
    ].filter(isDate)
    const [one, other] = readings.map((date) => language.longDate(date).replaceAll('\u00a0', ' '))
    if (one === undefined || year < 1000) continue
    const range = { start: index, end: index + written.length }
    const isOne = other === undefined || other === one
    yield {
      ...passage.spanOf(range.start, range.end),
      ...(isOne ? {} : { severity: 'error' as const }),
      message: isOne ? `"${written}": a date in figures` : `"${written}" can be ${one} and ${other}`,
      hint: `write "${one}"${isOne ? '' : `, or "${other}"`}`,
      ...(isOne ? replacement(passage, range, one, true) : {}),
    }
  }
}

function isDate({ year, month, day }: CivilDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function* russianDays(passage: IssuedPassage, table: ScanTable): Iterable<RuleFinding> {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])((\\d{1,2})-?(?:ого|го|е|ое)) (?:${table.months.join('|')})(?!\\p{L})`,
    'giu',
  )
  for (const { 0: whole, 1: written = '', 2: day = '', index } of passage.text.matchAll(pattern))
    yield* changed(passage, { start: index, end: index + written.length }, day, {
      start: index,
      end: index + whole.length,
    })
}

/** GB/T 15835: 2027年2月6日, with noughts only in figures alone (2027-02-06). */
function* noughts(passage: IssuedPassage, date: WrittenDate): Iterable<RuleFinding> {
  for (const part of [date.parts.m, date.parts.d]) {
    if (!/^0\d$/.test(part.written)) continue
    yield* changed(passage, part, part.written.slice(1), date)
  }
}
