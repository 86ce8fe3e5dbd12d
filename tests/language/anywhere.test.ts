import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, expect, test } from 'vitest'

// One program that prints every kind of date and embargo, run in processes that live in other places.
const PROGRAM = `
  import { findLanguage, LANGUAGES } from './src/language/find-language.ts'
  import { parseEmbargo } from './src/release/embargo.ts'
  const dates = [[1, 1, 1], [1918, 5, 28], [2011, 12, 30], [2020, 2, 29], [2026, 3, 8], [9999, 12, 31]]
  const embargoes = ['2027-02-26T00:01[America/New_York]', '2026-03-08T02:30[America/New_York]',
    '2026-03-08T02:30[America/Los_Angeles]', '2011-12-30T12:00[Pacific/Apia]', '2027-01-01T00:01+14:00']
  for (const tag of [...LANGUAGES.map((language) => language.tag), 'pt', 'fa', 'qaa', 'und', 'az-Arab']) {
    const { language } = findLanguage(tag)
    for (const [year, month, day] of dates) {
      console.log(tag, language.longDate({ year, month, day }), '|', language.fullDate({ year, month, day }))
    }
    for (const text of embargoes) {
      const parsed = parseEmbargo(text)
      console.log(parsed.ok ? language.embargo(parsed.embargo.printed) : parsed.message + parsed.hint)
    }
  }`

const folder = mkdtempSync(join(tmpdir(), 'release-anywhere-'))
const program = join(folder, 'program.mjs')
buildSync({
  stdin: { contents: PROGRAM, resolveDir: process.cwd(), loader: 'ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: program,
})
afterAll(() => rmSync(folder, { recursive: true }))

const runIn = (TZ: string, LANG: string) =>
  execFileSync(process.execPath, [program], { env: { TZ, LANG, LC_ALL: LANG }, encoding: 'utf8' })

test.each([
  ['Pacific/Kiritimati', 'de_DE.UTF-8'],
  ['America/Los_Angeles', 'ar_EG.UTF-8'],
  ['Pacific/Apia', 'th_TH.UTF-8'],
])('dates and embargoes read the same on a machine in %s with %s', (zone, locale) => {
  const expected = runIn('UTC', 'C')
  expect(expected.split('\n').length).toBeGreaterThan(150)
  expect(runIn(zone, locale)).toBe(expected)
})
