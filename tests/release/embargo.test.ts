import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findLanguage } from '../../src/language/find-language.ts'
import { type Embargo, parseEmbargo } from '../../src/release/embargo.ts'

function accepted(text: string, defaultZone?: string): Embargo {
  const parsed = parseEmbargo(text, defaultZone)
  if (!parsed.ok) throw new Error(`${parsed.message}; ${parsed.hint}`)
  return parsed.embargo
}

function refused(text: string, defaultZone?: string): [message: string, hint: string] {
  const parsed = parseEmbargo(text, defaultZone)
  if (parsed.ok) throw new Error(`accepted: ${text}`)
  return [parsed.message, parsed.hint]
}

const line = (tag: string, text: string) =>
  findLanguage(tag).language.embargo(accepted(text).printed).replaceAll('\u00a0', ' ')

describe('an embargo is accepted', () => {
  test.each([
    ['with a zone', '2027-02-26T00:01[America/New_York]', '2027-02-26T05:01:00Z', 'EST', '-05:00'],
    ['in summer time', '2027-07-26T00:01[America/New_York]', '2027-07-26T04:01:00Z', 'EDT', '-04:00'],
    [
      'with zone and offset',
      '2027-02-26T00:01-05:00[America/New_York]',
      '2027-02-26T05:01:00Z',
      'EST',
      '-05:00',
    ],
    ['with an offset', '2027-02-26T00:01-05:00', '2027-02-26T05:01:00Z', 'UTC-05:00', '-05:00'],
    ['with an offset without colon', '2027-02-26T00:01+0545', '2027-02-25T18:16:00Z', 'UTC+05:45', '+05:45'],
    ['with Z', '2027-02-26T00:01Z', '2027-02-26T00:01:00Z', 'UTC', '+00:00'],
    ['with +00:00', '2027-02-26T00:01+00:00', '2027-02-26T00:01:00Z', 'UTC', '+00:00'],
    ['with seconds', '2027-02-26T00:01:30[Asia/Baku]', '2027-02-25T20:01:30Z', 'GMT+4', '+04:00'],
    ['with seconds of zero', '2027-02-26T00:01:00.000Z', '2027-02-26T00:01:00Z', 'UTC', '+00:00'],
    ['with a space for the T', '2027-02-26 00:01[Asia/Baku]', '2027-02-25T20:01:00Z', 'GMT+4', '+04:00'],
    [
      'with a space before the zone',
      '2027-02-26 00:01 [Asia/Baku]',
      '2027-02-25T20:01:00Z',
      'GMT+4',
      '+04:00',
    ],
    ['in lower case', '2027-02-26t00:01z', '2027-02-26T00:01:00Z', 'UTC', '+00:00'],
    ['in Kolkata', '2027-02-26T09:00[Asia/Kolkata]', '2027-02-26T03:30:00Z', 'GMT+5:30', '+05:30'],
    ['in Kathmandu', '2027-02-26T09:00[Asia/Kathmandu]', '2027-02-26T03:15:00Z', 'GMT+5:45', '+05:45'],
    [
      'in Baku in the last summer with summer time',
      '2015-07-01T00:01[Asia/Baku]',
      '2015-06-30T19:01:00Z',
      'GMT+5',
      '+05:00',
    ],
    ['in Baku since', '2016-07-01T00:01[Asia/Baku]', '2016-06-30T20:01:00Z', 'GMT+4', '+04:00'],
    [
      'first hour of an overlap',
      '2026-11-01T01:30-04:00[America/New_York]',
      '2026-11-01T05:30:00Z',
      'EDT',
      '-04:00',
    ],
    [
      'second hour of an overlap',
      '2026-11-01T01:30-05:00[America/New_York]',
      '2026-11-01T06:30:00Z',
      'EST',
      '-05:00',
    ],
    [
      'last minute before a gap',
      '2026-03-08T01:59[America/New_York]',
      '2026-03-08T06:59:00Z',
      'EST',
      '-05:00',
    ],
    [
      'first minute after a gap',
      '2026-03-08T03:00[America/New_York]',
      '2026-03-08T07:00:00Z',
      'EDT',
      '-04:00',
    ],
    ['on 29 February', '2028-02-29T00:01[UTC]', '2028-02-29T00:01:00Z', 'UTC', '+00:00'],
  ])('%s: %s', (_, text, instant, zone, offset) => {
    const embargo = accepted(text)
    expect(new Date(embargo.instant).toISOString()).toBe(instant.replace('Z', '.000Z'))
    expect([embargo.printed.zone, embargo.offsetText]).toEqual([zone, offset])
  })

  test('without zone in the default zone', () => {
    expect(accepted('2027-02-26T00:01', 'america/new_york')).toMatchObject({
      zone: 'America/New_York',
      instant: Date.UTC(2027, 1, 26, 5, 1),
    })
  })
  test('an offset stands against the default zone', () => {
    expect(accepted('2027-02-26T00:01+04:00', 'America/New_York')).toMatchObject({
      zone: undefined,
      instant: Date.UTC(2027, 1, 25, 20, 1),
    })
  })
  test('its zone gets the proper letter case', () => {
    expect(accepted('2027-02-26T00:01[america/NEW_york]').zone).toBe('America/New_York')
  })
  test('seconds are printed only where there are some', () => {
    expect(accepted('2027-02-26T00:01:00Z').printed.time).toBe('00:01')
    expect(accepted('2027-02-26T00:01:30Z').printed.time).toBe('00:01:30')
  })
})

describe('an embargo is refused', () => {
  test.each([
    ['tomorrow', '"tomorrow" is not a date and time', '2027-02-26T00:01[America/New_York]'],
    ['2027-02-26T00:01 a.m.', 'is not a date and time', '2027-02-26T00:01[America/New_York]'],
    ['26.02.2027 00:01', 'is not a date and time', '2027-02-26T00:01[America/New_York]'],
    ['2027-02-26', 'has no time of day', '2027-02-26T00:01[America/New_York]'],
    ['2027-02-30T00:01[Asia/Baku]', '"2027-02-30" is not a calendar date', '2027-02-26T00:01'],
    ['2027-02-29T00:01[Asia/Baku]', '"2027-02-29" is not a calendar date', '2027-02-26T00:01'],
    ['2027-13-01T00:01[Asia/Baku]', '"2027-13-01" is not a calendar date', '2027-02-26T00:01'],
    ['2027-02-28T24:00[Asia/Baku]', '"24:00" is not a time of day', '2027-03-01T00:00[Asia/Baku]'],
    ['2027-02-26T24:01Z', 'has no such time of day', '2027-02-26T23:59Z'],
    ['2027-02-26T25:00Z', 'has no such time of day', '2027-02-26T23:59Z'],
    ['2027-02-26T00:60Z', 'has no such time of day', '2027-02-26T23:59Z'],
    ['2027-02-26T00:01:60Z', 'has no such time of day', '2027-02-26T23:59Z'],
    ['2027-02-26T00:01+15:00', '"+15:00" is not an offset from UTC', '2027-02-26T00:01-05:00'],
    ['2027-02-26T00:01-05:60', '"-05:60" is not an offset from UTC', '2027-02-26T00:01-05:00'],
    ['2027-02-26T00:01', 'has no time zone', '2027-02-26T00:01[America/New_York]'],
    [
      '2027-02-26T00:01[Europe/Geneva]',
      '"Europe/Geneva" is not a time zone',
      '2027-02-26T00:01[Europe/Zurich]',
    ],
    ['2027-02-26T00:01[America/NewYork]', '"America/NewYork" is not', '2027-02-26T00:01[America/New_York]'],
    ['2027-02-26T00:01[EST]', '"EST" is not a time zone', '2027-02-26T00:01[America/New_York]'],
    ['2027-02-26T00:01[Foo/Bar]', '"Foo/Bar" is not a time zone', '2027-02-26T00:01[America/New_York]'],
    [
      '2026-03-08T02:30[America/New_York]',
      '2026-03-08T02:30 does not exist in America/New_York: clocks go from 02:00 to 03:00',
      '2026-03-08T03:00[America/New_York]',
    ],
    ['2026-03-08T02:30-05:00[America/New_York]', 'does not exist', '2026-03-08T03:00[America/New_York]'],
    [
      '2026-11-01T01:30[America/New_York]',
      '2026-11-01T01:30 happens twice in America/New_York: clocks go back from 02:00 to 01:00',
      '2026-11-01T01:30-04:00[America/New_York] comes first, 2026-11-01T01:30-05:00[America/New_York] second',
    ],
    ['2026-10-25T01:30[Europe/London]', 'happens twice', '+00:00[Europe/London] second'],
    [
      '2011-12-30T12:00[Pacific/Apia]',
      'clocks go from 2011-12-30T00:00 to 2011-12-31T00:00',
      '2011-12-31T00:00[Pacific/Apia]',
    ],
    [
      '2027-02-26T00:01-04:00[America/New_York]',
      '-04:00 is not the offset of America/New_York at 2027-02-26T00:01',
      'write 2027-02-26T00:01-05:00[America/New_York]',
    ],
    [
      '2026-11-01T01:30+01:00[America/New_York]',
      '+01:00 is not the offset',
      '-04:00[America/New_York] or 2026',
    ],
    ['2027-02-26T00:01Z[America/New_York]', '+00:00 is not the offset', '-05:00[America/New_York]'],
  ])('%s: %s', (text, message, hint) => {
    const [actualMessage, actualHint] = refused(text)
    expect(actualMessage).toContain(message)
    expect(actualHint).toContain(hint)
  })

  test('every time that a hint proposes is accepted', () => {
    for (const text of [
      '24',
      '2027-02-28T24:00',
      '2027-02-28T24:00[Asia/Baku]',
      '2026-03-08T02:30[America/New_York]',
      '2026-11-01T01:30[America/New_York]',
      '2027-02-26',
      '2027-02-26T00:01',
      '2027-02-26T00:01[Geneva]',
      '2027-02-26T00:01+09:00[Asia/Baku]',
      '2027-02-26T00:01+25:00',
      '2027-02-30T00:01',
      '2027-02-26T29:00',
    ]) {
      const proposed = refused(text)[1].match(/\d{4}-\d\d-\d\dT[^ ,?]+/g) ?? []
      expect(proposed).not.toEqual([])
      for (const time of proposed) expect(parseEmbargo(time)).toMatchObject({ ok: true })
    }
  })

  test('a default zone that is none is told as such', () => {
    expect(refused('2027-02-26T00:01', 'Europe/Geneva')[0]).toBe('"Europe/Geneva" is not a time zone')
  })
})

describe('the embargo line', () => {
  const EARLY = '2020-02-26T00:01[America/New_York]'
  const LATE = '2020-02-26T23:01[America/New_York]'
  test.each([
    ['en', EARLY, 'Embargoed until 00:01 EST (05:01 UTC), Wednesday, 26 February 2020'],
    [
      'en',
      LATE,
      'Embargoed until 23:01 EST, Wednesday, 26 February 2020 (04:01 UTC, Thursday, 27 February 2020)',
    ],
    ['en-US', EARLY, 'Embargoed until 00:01 EST (05:01 UTC), Wednesday, February 26, 2020'],
    ['fr', EARLY, 'Sous embargo jusqu’au mercredi 26 février 2020 à 0 h 01 EST (5 h 01 UTC)'],
    [
      'fr',
      LATE,
      'Sous embargo jusqu’au mercredi 26 février 2020 à 23 h 01 EST (jeudi 27 février 2020 à 4 h 01 UTC)',
    ],
    ['fr', '2020-02-26T20:00Z', 'Sous embargo jusqu’au mercredi 26 février 2020 à 20 h UTC'],
    ['es', EARLY, 'Embargado hasta el miércoles, 26 de febrero de 2020, a las 00:01 EST (05:01 UTC)'],
    ['es', '2020-02-26T01:01Z', 'Embargado hasta el miércoles, 26 de febrero de 2020, a la 01:01 UTC'],
    ['de', EARLY, 'Sperrfrist: Mittwoch, 26. Februar 2020, 00:01 Uhr EST (05:01 Uhr UTC)'],
    ['ru', EARLY, 'Окончание эмбарго: среда, 26 февраля 2020 года, 00:01 EST (05:01 UTC)'],
    [
      'ru',
      LATE,
      'Окончание эмбарго: среда, 26 февраля 2020 года, 23:01 EST (четверг, 27 февраля 2020 года, 04:01 UTC)',
    ],
    ['az', EARLY, 'Embarqonun bitmə vaxtı: 26 fevral 2020-ci il, çərşənbə, saat 00:01 EST (05:01 UTC)'],
    ['tr', EARLY, 'Ambargo bitişi: 26 Şubat 2020 Çarşamba, saat 00.01 EST (05.01 UTC)'],
    [
      'ar',
      EARLY,
      'محظور النشر قبل يوم الأربعاء، 26 فبراير 2020، الساعة 00:01 بتوقيت EST (الساعة 05:01 بالتوقيت العالمي المنسق)',
    ],
    ['zh', EARLY, '新闻解禁时间：2020年2月26日星期三 00:01 EST（05:01 UTC）'],
    ['zh-TW', LATE, '新聞解禁時間：2020年2月26日星期三 23:01 EST（2020年2月27日星期四 04:01 UTC）'],
    ['he', EARLY, 'Embargoed until 00:01 EST (05:01 UTC), Wednesday, 26 February 2020'],
    [
      'en',
      '2020-02-26T00:01-05:00',
      'Embargoed until 00:01 UTC-05:00 (05:01 UTC), Wednesday, 26 February 2020',
    ],
    ['en', '2020-02-26T00:01Z', 'Embargoed until 00:01 UTC, Wednesday, 26 February 2020'],
    ['en', '2020-02-26T00:01[Etc/UTC]', 'Embargoed until 00:01 UTC, Wednesday, 26 February 2020'],
    [
      'en',
      '2020-03-01T00:01[Asia/Baku]',
      'Embargoed until 00:01 GMT+4, Sunday, 1 March 2020 (20:01 UTC, Saturday, 29 February 2020)',
    ],
  ])('%s, %s: %s', (tag, text, expected) => expect(line(tag, text)).toBe(expected))
})

test('an instant written with its offset is read back as the same instant, in any zone of any year with DST', () => {
  const zones = [
    'America/New_York',
    'Europe/London',
    'Asia/Baku',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
  ]
  const minute = fc.integer({ min: Date.UTC(1975, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minute, fc.constantFrom(...zones), (minutes, zone) => {
      const instant = minutes * 60_000
      const { printed } = accepted(new Date(instant).toISOString())
      expect(printed.time).toBe(printed.utcTime)
      const local = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      }).format(instant)
      const offset =
        new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
          .formatToParts(instant)
          .find(({ type }) => type === 'timeZoneName')
          ?.value.slice(3) || 'Z'
      expect(accepted(`${local}${offset}[${zone}]`)).toMatchObject({ instant, zone })
    }),
  )
})
