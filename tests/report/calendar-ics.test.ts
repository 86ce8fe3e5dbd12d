import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { CivilDate } from '../../src/language/civil-date.ts'
import { dueIn, groupOccasions, type RecurringRelease } from '../../src/release/due.ts'
import type { OccasionName } from '../../src/release/occasion-name.ts'
import { type Period, wholeYear } from '../../src/release/period.ts'
import { recurringRelease } from '../../src/release/recurring-release.ts'
import { calendarIcs } from '../../src/report/calendar-ics.ts'

function release(
  name: OccasionName,
  language: string,
  date = '1992-02-26',
  draft = 'draft.md',
  released?: CivilDate,
): RecurringRelease {
  const occasion = { date, name, leap_day: 'backward' as const }
  const made = recurringRelease({ draft, occasion, language, kind: 'statement', date: released })
  if ('ok' in made) throw new Error(made.message)
  return made
}

const icsOf = (releases: readonly RecurringRelease[], period: Period = wholeYear(2027)) =>
  calendarIcs(dueIn(period, groupOccasions(releases)))

/** What a real parser reads. */
function eventsOf(ics: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

test.each<[string, OccasionName, string]>([
  ['en', 'strelsau flood', 'Strelsau flood: 35th anniversary'],
  ['fr', 'inondation de Strelsau', 'Inondation de Strelsau\u00a0: 35e anniversaire'],
  ['es', 'inundación de Strelsau', 'Inundación de Strelsau: 35.º aniversario'],
  ['de', { de: { nom: 'das Hochwasser', gen: 'des Hochwassers' } }, 'Das Hochwasser: 35.\u00a0Jahrestag'],
  ['ru', { ru: { nom: 'наводнение', gen: 'наводнения' } }, 'Наводнение: 35-я годовщина'],
  ['az', { az: { nom: 'işğal', gen: 'işğalın' } }, 'İşğal: 35-ci ildönümü'],
  ['tr', { tr: { nom: 'istiklal', gen: 'istiklalin' } }, 'İstiklal: 35.\u00a0yıl dönümü'],
  ['ar', { ar: { nom: 'فيضان', gen: 'فيضان' } }, 'فيضان: الذكرى الـ35'],
  ['zh', '洪水', '洪水：35周年'],
  ['zh-TW', '洪水', '洪水：35周年'],
  ['it', 'alluvione', 'Alluvione: 35'],
])('an event in %s has the title that language gives it', (language, name, title) => {
  const [event] = eventsOf(icsOf([release(name, language)]))
  expect(event?.summary).toBe(title)
  expect(event?.component.getFirstProperty('summary')?.getParameter('language')).toBe(language)
})

describe('the file', () => {
  const long = release('flood; of \\Strelsau, «Überschwemmung» 洪水 наводнение '.repeat(4).trim(), 'en')

  test('has CRLF at every line and 75 octets at most, cut between characters', () => {
    const ics = icsOf([long, release('فيضان ستريلساو '.repeat(9).trim(), 'fa', '1990-01-01')])
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const lines = ics.split('\r\n')
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n\ufffd]/)
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }
  })

  test('reads back as it was, whatever has to be escaped', () => {
    const [event] = eventsOf(icsOf([long]))
    const { name } = long
    expect(event?.summary).toBe(`F${name.slice(1)}: 35th anniversary`)
    expect(icsOf([release('a\u0007b', 'en')])).not.toContain('\u0007')
  })

  test('has one all-day event an occurrence, with all drafts', () => {
    const releases = [
      release('Strelsau flood', 'en', '1992-02-26', 'a, b.md'),
      release('inondation', 'fr', '1992-02-26', 'fr.md'),
      release('bridge', 'en', '2024-02-29'),
    ]
    const events = eventsOf(icsOf(releases))
    expect(events.map(({ startDate }) => [startDate.isDate, startDate.toString()])).toEqual([
      [true, '2027-02-26'],
      [true, '2027-02-28'],
    ])
    expect(events[0]?.duration.toString()).toBe('P1D')
    expect(events[0]?.description).toBe('en: a, b.md\nfr: fr.md')
  })

  test('tells an occurrence by its day and name: again the same, and no two alike', () => {
    const flood = release('Strelsau flood', 'en')
    const period = { first: { year: 2025, month: 1, day: 1 }, last: { year: 2027, month: 12, day: 31 } }
    const uids = eventsOf(icsOf([flood, release('fire', 'en')], period)).map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(6)
    const [alone] = eventsOf(icsOf([release('Strelsau flood', 'en', '1992-02-26', 'moved/draft.md')]))
    expect(uids).toContain(alone?.uid)
    expect(alone?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2027-02-26T00:00:00Z')
  })

  test('has an event for the day of a release that is not that of the anniversary', () => {
    const early = { year: 2020, month: 2, day: 24 }
    const releases = [
      release('Strelsau flood', 'en', '1992-02-26', 'a.md'),
      release('inondation', 'fr', '1992-02-26', 'fr.md', early),
      release('Strelsau flood', 'en', '1992-02-26', 'b.md', early),
    ]
    const events = eventsOf(icsOf(releases))
    expect(
      events.map(({ startDate, summary, description }) => [`${startDate}`, summary, description]),
    ).toEqual([
      ['2027-02-24', 'Déclaration\u00a0: Inondation\u00a0: 35e anniversaire', 'fr: fr.md\nen: b.md'],
      ['2027-02-26', 'Strelsau flood: 35th anniversary', 'en: a.md\nfr: fr.md\nen: b.md'],
    ])
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
  })

  test('of nothing is still a calendar, with the one component that RFC 5545 asks for', () => {
    const ics = icsOf([])
    expect(eventsOf(ics)).toEqual([])
    const components = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents()
    expect(components.map(({ name }) => name)).toEqual(['vtimezone'])
  })
})
