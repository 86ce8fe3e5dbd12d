import { upperCase } from '../../language/capitalize.ts'
import { isoDate } from '../../language/civil-date.ts'
import { replacement } from '../replacement.ts'
import type { Rule } from '../rule.ts'

/** What begins a sentence and is no place, in the languages without capitals for names also. */
const NO_PLACE =
  /^(?:In|On|At|Since|By|From|Until|The|As|After|Before|Depuis|En|Le|La|Les|Au|Du|Dès|El|Los|Las|Desde|Del|Am|Im|Der|Die|Das|Den|Seit|Vom|Ab|Zum|À|В|Во|С|Со|К|На|До|От|По)(?!\p{L})|^(?:في|يوم|منذ|بتاريخ|حتى|من|إلى|مساء|صباح|أعلن)|[于於在自至从從年到]/u
const HEAD =
  /^(?<place>[\p{L}’'. -]{2,40}?)(?:[,،] ?(?<land>[\p{L}’'. -]{2,40}?))?(?:[,،，]? ?[(（]?(?:le |el |den |am )?|[,،，] ?)$/u
const TAIL =
  /^[)）.,]? ?(?:года|г\.)?[)）]?(?: ?[—–]| -|\s?\([^)]{2,40}\)\s?[—–-]|\s?\/[^/]{2,40}\/| ?[电電讯訊])/u

/** A typed dateline with another day or place than the front matter's. */
export const datelineMismatch: Rule = {
  id: 'dateline-mismatch',
  group: 'facts',
  severity: 'error',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'],
  doc: 'Catches a dateline typed at the head of the body whose day or place is not that of the front matter.',
  source: 'Business Wire, common errors in press releases: dates; Associated Press Stylebook, "datelines".',
  bad: 'GENEVA, Feb. 25 — of a release of 26 February from New York',
  good: 'NEW YORK, Feb. 26 —',
  skips: ['code', 'address', 'quotation', 'block-quote'],
  *check({ passages, scanOf, fields, date: release, tag }) {
    const passage = passages.find(({ kind }) => kind === 'paragraph')
    const [date] = passage ? scanOf(passage).dates : []
    if (!passage || !date || date.isIso) return
    const before = passage.text.slice(0, date.start)
    const { place } = HEAD.exec(before)?.groups ?? {}
    // "Day 25 February —": without a comma only Chinese has a dateline.
    const isParted = tag.startsWith('zh') || /[,،，(（]/u.test(before)
    const isDateline = place !== undefined && isParted && !NO_PLACE.test(place) && isName(place, tag)
    if (!isDateline || !TAIL.test(passage.text.slice(date.end))) return
    const { day, month, year, parts } = date
    const isYearOther = year !== undefined && year !== release?.year
    const isOther = release && (day !== release.day || month !== release.month || isYearOther)
    if (isOther) {
      const isDayOnly = month === release.month && !isYearOther
      const figures = /\d+/.exec(passage.text.slice(parts.d.start, parts.d.end))
      const range = { start: parts.d.start, end: parts.d.start + (figures?.[0].length ?? 0) }
      const isPlain = isDayOnly && parts.d.written === String(day)
      yield {
        ...passage.spanOf(date.start, date.end),
        message: `"${passage.text.slice(date.start, date.end)}": the release is of ${isoDate(release)}`,
        hint: 'delete the dateline, and let "dateline: run-in" write it',
        ...(isPlain ? replacement(passage, range, String(release.day), true) : {}),
      }
    }
    const own = fields.place
    if (own === undefined || isSamePlace(own, place, tag)) return
    const isCapitals = !/\p{Ll}/u.test(place)
    const range = { start: 0, end: place.length }
    yield {
      ...passage.spanOf(0, place.length),
      message: `"${place}": the release is from "${own}"`,
      hint: `write "${isCapitals ? upperCase(own, tag) : own}", or mend "place"`,
      ...replacement(passage, range, isCapitals ? upperCase(own, tag) : own, false),
    }
  },
}

/** Words with capitals, or in scripts without them no more than three words. */
function isName(place: string, tag: string): boolean {
  if (/^(?:ar|zh)/u.test(tag))
    return place.trim().split(' ').length <= (tag.startsWith('zh') ? 1 : 3) && place.length < 24
  return place
    .split(/[ -]/)
    .every((word) =>
      /^(?:\p{Lu}|(?:de|del|la|las|los|el|am|an|der|sur|le|les|of|the|on|di|д’|d’)(?!\p{L}))/u.test(word),
    )
}

function isSamePlace(own: string, written: string, tag: string): boolean {
  const [a, b] = [own, written].map((name) =>
    name.toLocaleLowerCase(tag).normalize('NFD').replace(/\p{M}/gu, '').trim(),
  )
  return a !== undefined && b !== undefined && (a.includes(b) || b.includes(a))
}
