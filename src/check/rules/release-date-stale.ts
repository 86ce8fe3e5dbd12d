import { isoDate } from '../../language/civil-date.ts'
import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import type { WrittenDate } from '../scan/find-dates.ts'

/** What stands before a date line, and what may follow the year. */
const LABELS: Readonly<Record<string, { before: string; after?: string }>> = {
  en: { before: 'Released(?: on)?|Issued(?: on)?|Published(?: on)?|Date of (?:issue|release)|Date' },
  fr: { before: 'Publié le|Diffusé le|Communiqué du|Date de publication|Date|Le' },
  es: { before: 'Publicado el|Difundido el|Emitido el|Fecha de publicación|Fecha' },
  de: { before: 'Veröffentlicht am|Herausgegeben am|Ausgegeben am|Datum|Stand|Den' },
  ru: { before: 'Опубликовано|Выпущено|Дата публикации|Дата', after: 'года|г\\.' },
  az: { before: 'Dərc olunub|Yayımlanıb|Dərc tarixi|Tarix', after: 'il' },
  tr: { before: 'Yayımlandı|Yayımlanma tarihi|Yayım tarihi|Tarih' },
  ar: { before: 'صدر في|نشر في|تاريخ النشر|تاريخ الإصدار|التاريخ' },
  zh: { before: '发布日期|发布于|发稿日期|日期|發布日期|發布於' },
}

/** Last year's date line. */
export const releaseDateStale: Rule = {
  id: 'release-date-stale',
  group: 'facts',
  severity: 'error',
  languages: Object.keys(LABELS),
  doc: 'Catches a date line in the body that is not the date of the release, and last year in the headline of a release with an occasion.',
  source: 'Business Wire, common errors in press releases: old dates in a reused text.',
  bad: 'date: 2020-02-26, and the first line of the body is "26 February 2019"',
  good: 'no date line: the letterhead prints the date',
  skips: ['code', 'address', 'quotation', 'block-quote'],
  *check(context) {
    const { passages, scanOf, tag, date: release, event, anniversary } = context
    const labels = LABELS[tag.split('-')[0]?.toLowerCase() ?? '']
    if (!labels || release === undefined) return
    const body = passages.filter(({ kind }) => kind === 'paragraph')
    for (const [i, passage] of body.entries()) {
      const [date, ...others] = scanOf(passage).dates
      if (date?.year === undefined || others.length > 0) continue
      const before = passage.text.slice(0, date.start).trim()
      const rest = passage.text
        .slice(date.end)
        .replace(new RegExp(`^\\s*(?:${labels.after ?? '(?!)'})`, 'u'), '')
      const isLabelled = new RegExp(`^(?:${labels.before})\\s*[:：]?$`, 'iu').test(before)
      const isAlone = i === 0 && (before === '' || isPlace(before))
      if (!/^[\s.。]*$/u.test(rest) || !(isLabelled || isAlone) || isSame(date, release)) continue
      if (!isLabelled && event && (isSame(date, event.first) || isSame(date, event.last))) continue
      yield {
        ...passage.spanOf(0, passage.text.length),
        message: `"${passage.text.trim()}": the release is of ${isoDate(release)}`,
        hint: 'delete the line: the letterhead prints the date',
        ...lineOf(context, passage),
      }
    }
    if (anniversary === undefined) return
    for (const passage of passages) {
      if (passage.field !== 'headline') continue
      const { years, dates } = scanOf(passage)
      const [year, ...others] = years
      if (!year || others.length > 0 || dates.length > 0 || passage.isFilled(year.start, year.end)) continue
      if (Number(year.written) !== release.year - 1 || event?.year === release.year - 1) continue
      yield {
        ...passage.spanOf(year.start, year.end),
        severity: 'warning',
        message: `"${year.written}": the release is of ${isoDate(release)}`,
        hint: `write ${release.year}, or {{release.year}}`,
      }
    }
  },
}

/** "Strelsau," or "STRELSAU, Ruritania,": one to four words with capitals. */
function isPlace(before: string): boolean {
  return (
    /^(?:\p{Lu}[\p{L}’'-]*[ ,]*){1,4}(?:,|, (?:le|den|el)| [–—-])$/u.test(before) ||
    /^\p{L}{2,12}[،，,]$/u.test(before)
  )
}

function isSame(
  date: Pick<WrittenDate, 'day' | 'month' | 'year'>,
  other: { day: number; month: number; year: number },
) {
  return date.day === other.day && date.month === other.month && date.year === other.year
}

/** The whole line with the blank lines behind it; nothing where more stands in it. */
function lineOf({ source }: CheckContext, passage: IssuedPassage): Pick<RuleFinding, 'fix'> {
  const { start, end } = passage.spanOf(0, passage.text.length)
  const line = /^[^\S\n]*(?:\n\s*|$)/.exec(source.slice(end))
  if (source[start - 1] !== '\n' || !line || passage.isFilled(0, passage.text.length)) return {}
  return { fix: { start, end: end + line[0].length, text: '', safe: true } }
}
