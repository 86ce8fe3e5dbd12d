import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Words } from '../../src/language/anniversary-words.ts'
import { capitalize } from '../../src/language/capitalize.ts'
import { isoDate } from '../../src/language/civil-date.ts'
import { findLanguage } from '../../src/language/find-language.ts'
import type { Language } from '../../src/language/language.ts'
import { anniversaryOf } from '../../src/release/occasion.ts'
import { readEvent } from '../../src/release/occasion-date.ts'
import { rollDraft } from '../../src/roll/roll-draft.ts'

/** Texts of a recurring draft: what expressions print, by their names. */
const TEMPLATES: Readonly<Record<string, readonly [headline: string, body: string]>> = {
  en: [
    'Statement on the ORD anniversary of the flood',
    'AGO, on EVENT, the river rose. On DATE we mark the WORDS anniversary.\n\n- AGO: FULL.',
  ],
  'en-US': [
    'Statement on the WORDS anniversary of the flood',
    'AGO, on EVENT, the river rose. Today is FULL.',
  ],
  fr: [
    'À l’occasion du ORD anniversaire de l’inondation',
    'AGO, le EVENT, le fleuve est sorti de son lit. Le WORDS anniversaire est célébré le FULL.',
  ],
  es: [
    'Con ocasión del ORD aniversario de la inundación',
    'AGO, el EVENT, el río se desbordó. El WORDS aniversario se celebra el FULL.',
  ],
  de: [
    'Anlässlich des ORD Jahrestages des Hochwassers',
    'AGO, am EVENT, stieg der Fluss. Am FULL begehen wir den WORDS Jahrestag.',
  ],
  ru: [
    'По случаю ORD годовщины наводнения',
    'AGO, EVENT, река вышла из берегов. Сегодня, DATE, накануне WORDS годовщины, FULL.',
  ],
  az: ['Daşqının ORD ildönümü münasibətilə', 'AGO, EVENT çay daşdı. WORDS ildönümü: FULL.'],
  tr: ['Selin ORD yıl dönümü vesilesiyle', 'AGO, EVENT tarihinde nehir taştı. WORDS yıl dönümü: FULL.'],
  ar: ['بمناسبة الذكرى ORD للفيضان', 'AGO، في EVENT، فاض النهر. ونحيي في الذكرى WORDS يوم FULL.'],
  'zh-Hans': ['洪水YEARS周年之际', 'AGO，EVENT，河水泛滥。今天是FULL，洪水CARD周年。'],
  'zh-Hant': ['洪水YEARS週年之際', 'AGO，EVENT，河水氾濫。FULL，洪水CARD週年。'],
}

const textOf = (words: Words): string => {
  if (!words.ok) throw new Error(words.message)
  return words.text
}

function issue(tag: string, eventDate: string, year: number, extra: readonly string[] = []): string {
  const { language } = findLanguage(tag)
  const read = readEvent({ date: eventDate })
  if (!read.ok) throw new Error(read.message)
  const anniversary = anniversaryOf(read.event, { year })
  if (!anniversary.ok) throw new Error(anniversary.message)
  const { years, date } = anniversary
  const say = values(language, years)
  const [headline = '', body = ''] = TEMPLATES[tag] ?? []
  const fill = (text: string) =>
    text
      .replace(/ORD|WORDS|YEARS|CARD|AGO/g, (name) => say[name as 'ORD'])
      .replaceAll('EVENT', language.longDate(read.event.last))
      .replaceAll('DATE', language.longDate(date))
      .replaceAll('FULL', language.fullDate(date))
  const front = [`headline: "${fill(headline)}"`, `date: ${isoDate(date)}`, `language: ${tag}`, ...extra]
  return `---\n${front.join('\n')}\n---\n${fill(body)}\n`
}

function values({ anniversary, tag }: Language, n: number) {
  return {
    ORD: textOf(anniversary.ordinal(n)),
    WORDS: textOf(anniversary.ordinalInWords(n)),
    YEARS: String(n),
    CARD: textOf(anniversary.cardinalInWords(n)),
    AGO: capitalize(textOf(anniversary.yearsAgo(n)), tag),
  }
}

function roll(source: string, year: number): { source: string; decide: readonly string[] } {
  const rolled = rollDraft(source, { year })
  if (!rolled.ok) throw new Error(rolled.findings.map(({ message }) => message).join())
  return {
    source: rolled.source,
    decide: rolled.decide.filter(({ rule }) => rule !== 'relative-time').map(({ message }) => message),
  }
}

describe('a release issued for a year, rolled, is the release issued for the other year', () => {
  for (const tag of Object.keys(TEMPLATES)) {
    test(`${tag}: inferred from the text, N from 1 to 998`, () => {
      for (let n = 1; n <= 998; n += n < 125 ? 1 : 7) {
        const source = issue(tag, '1003-10-17', 1003 + n)
        expect(roll(source, 1004 + n)).toEqual({ source: issue(tag, '1003-10-17', 1004 + n), decide: [] })
      }
    })

    test(`${tag}: to any year, back too, by the occasion`, () => {
      const years = fc.integer({ min: 1001, max: 1990 })
      fc.assert(
        fc.property(
          years,
          years,
          fc.constantFrom('0996-02-29', '1000-01-01', '1000-12-31'),
          (a, b, event) => {
            const extra = [`occasion: {name: x, date: ${event}}`]
            expect(roll(issue(tag, event, a, extra), b).source).toBe(issue(tag, event, b, extra))
          },
        ),
        { numRuns: 60 },
      )
    })

    test(`${tag}: to the same year nothing changes`, () => {
      const source = issue(tag, '1992-02-26', 2020)
      expect(roll(source, 2020)).toEqual({ source, decide: [] })
    })

    test(`${tag}: what becomes recurring is left alone afterwards`, () => {
      const source = issue(tag, '1992-02-26', 2020)
      const once = rollDraft(source, { year: 2020, recurring: true })
      if (!once.ok) throw new Error(JSON.stringify(once.findings))
      expect(once.source).toContain('{{anniversary.')
      expect(once.source).toMatch(/\{\{(?:capitalize )?anniversary\.years_ago\}\}/)
      expect(once.source).toContain('occasion:\n  name: ')
      expect(once.source).not.toMatch(/^date:/m)
    })
  }
})
