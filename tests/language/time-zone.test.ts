import { describe, expect, test } from 'vitest'
import {
  clockChangeNear,
  instantsOf,
  wallTimeOf,
  writeWallTime,
  zoneNameAt,
} from '../../src/language/time-zone.ts'
import { findZone, nearestZone } from '../../src/language/zone-names.ts'

const at = (text: string) => Date.parse(`${text}Z`)

describe('wall time', () => {
  test.each([
    ['2026-03-08T02:30', 'America/New_York', []],
    ['2026-11-01T01:30', 'America/New_York', ['2026-11-01T05:30', '2026-11-01T06:30']],
    ['2026-07-01T00:01', 'America/New_York', ['2026-07-01T04:01']],
    ['2027-01-01T00:01', 'Pacific/Kiritimati', ['2026-12-31T10:01']],
    ['2011-12-30T12:00', 'Pacific/Apia', []],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', ['2026-04-04T14:45', '2026-04-04T15:15']],
    ['0099-07-01T12:00', 'Etc/GMT-4', ['0099-07-01T08:00']],
  ])('%s in %s is %j in UTC', (wall, zone, expected) => {
    expect(instantsOf(at(wall), zone).map(writeWallTime)).toEqual(expected)
  })

  test('midnight is hour 0, not 24', () => {
    expect(writeWallTime(wallTimeOf(at('2026-02-26T05:00'), 'America/New_York'))).toBe('2026-02-26T00:00')
  })

  test.each([
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T02:00', '2026-03-08T03:00'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T02:00', '2026-11-01T01:00'],
    ['2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-04T02:00', '2026-10-04T02:30'],
    ['2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T00:00', '2011-12-31T00:00'],
  ])('near %s in %s clocks go from %s to %s', (wall, zone, from, to) => {
    expect(clockChangeNear(at(wall), zone)).toEqual({ from: at(from), to: at(to) })
  })

  test.each([
    ['America/New_York', '2026-01-15T12:00', 'EST'],
    ['America/New_York', '2026-07-15T12:00', 'EDT'],
    ['Asia/Baku', '2026-07-15T12:00', 'GMT+4'],
    ['Asia/Kolkata', '2026-07-15T12:00', 'GMT+5:30'],
    ['UTC', '2026-07-15T12:00', 'UTC'],
  ])('%s at %s is called %s', (zone, instant, expected) => {
    expect(zoneNameAt(at(instant), zone)).toBe(expected)
  })
})

describe('the name of a zone', () => {
  test.each([
    ['america/new_york', 'America/New_York'],
    ['AMERICA/PORT-AU-PRINCE', 'America/Port-au-Prince'],
    ['utc', 'UTC'],
    ['etc/utc', 'UTC'],
    ['us/eastern', 'US/Eastern'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['asia/ho_chi_minh', 'Asia/Ho_Chi_Minh'],
  ])('%s is %s', (name, expected) => expect(findZone(name)).toBe(expected))

  test.each([
    'EST',
    'CET',
    'Europe/Geneva',
    'New York',
    '-05:00',
    '',
    'Baku',
    'America/New_York ',
    'u-ca=gregory',
  ])('"%s" is none', (name) => expect(findZone(name)).toBeUndefined())

  test.each([
    ['Europe/Geneva', 'Europe/Zurich'],
    ['Geneva', 'Europe/Zurich'],
    ['The Hague', 'Europe/Amsterdam'],
    ['EST', 'America/New_York'],
    ['New York', 'America/New_York'],
    ['America/NewYork', 'America/New_York'],
    ['Baku', 'Asia/Baku'],
    ['Europe/Baku', 'Asia/Baku'],
    ['Europe/Kyev', 'Europe/Kyiv'],
    ['Asia/Kolkatta', 'Asia/Kolkata'],
    ['Europe/Pari', 'Europe/Paris'],
  ])('%s probably means %s', (name, expected) => {
    expect(nearestZone(name)).toBe(expected)
    expect(findZone(expected)).toBe(expected)
  })

  test('a name like no other has no nearest', () => expect(nearestZone('Foo/Bar')).toBeUndefined())
})
