import type { CivilDate } from '../../language/civil-date.ts'
import { instantsOf } from '../../language/time-zone.ts'
import { parseEmbargo } from '../../release/embargo.ts'
import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { EMBARGO_LANGUAGES, isEmbargoLine, NOON } from '../scan/embargo-line.ts'

/** Abbreviations that change with the season: where they hold, in winter and in summer. */
const SEASONS: readonly { zone: string; winter: readonly string[]; summer: readonly string[] }[] = [
  { zone: 'America/New_York', winter: ['EST'], summer: ['EDT'] },
  { zone: 'America/Chicago', winter: ['CST'], summer: ['CDT'] },
  { zone: 'America/Denver', winter: ['MST'], summer: ['MDT'] },
  { zone: 'America/Los_Angeles', winter: ['PST'], summer: ['PDT'] },
  { zone: 'Europe/Berlin', winter: ['CET', 'MEZ'], summer: ['CEST', 'MESZ'] },
  { zone: 'Europe/Helsinki', winter: ['EET'], summer: ['EEST'] },
  { zone: 'Europe/London', winter: ['GMT'], summer: ['BST'] },
]

/** Those that also hold all year somewhere: Greenwich, China, Arizona. */
const ALL_YEAR = ['GMT', 'CST', 'MST']

/** Abbreviations and offsets that say which clock is meant. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:(?:UTC|GMT)(?: ?[+−-]\d+)?|[ECMP][SD]?T|AK[SD]?T|HST|[CEW]ES?T|BST|IST|JST|KST|SGT|HKT|MSK|TRT|AZT|GST|AE[SD]T|MEZ|MESZ|МСК)(?!\p{L})|[+−-]\d\d:?\d\d(?!\d)|\d\d:?\d\dZ/u

/** Words that do. */
const IN_WORDS =
  /(?<!\p{L})(?:eastern|central|pacific|mountain|local|london|geneva|brussels|paris|berlin|moscow|new york|strelsau) time|(?<!\p{L})(?:heure|hora|ortszeit|времени)(?!\p{L})/iu

const TWELVE =
  /(?<![\d:.])(?:0?0|12|24)[:.h]00(?!\d)(?! ?[ap]\.?m)|(?<![\d:.])12(?:[:.]00)? ?[ap]\.?m\b\.?|(?<![\d:.])(?:0000|1200|2400)(?= ?(?:hrs|hours|[A-Z]{3}))/iu

/** Times of an embargo that two readers take for two moments. */
export const embargoZone: Rule = {
  id: 'embargo-zone',
  group: 'facts',
  severity: 'error',
  languages: EMBARGO_LANGUAGES,
  doc: 'Catches embargo times that are misread: midnight, 12:00, a typed line without a zone, and EST in summer or EDT in winter.',
  source: 'Embargo Watch: 12:01 p.m. for a.m., and hours converted from the wrong zone.',
  bad: 'EMBARGOED UNTIL 12:00 EST, 1 July 2027',
  good: 'embargo: 2027-07-01T00:01[America/New_York]',
  skips: ['code', 'block-quote'],
  *check(context) {
    yield* ofField(context)
    for (const passage of context.passages) {
      if (passage.kind !== 'paragraph' && passage.kind !== 'heading') continue
      if (isEmbargoLine(passage.text, context.tag)) yield* ofLine(passage, context)
    }
  },
}

function* ofField({ fields, timezone, draft, spanOf }: CheckContext): Generator<RuleFinding> {
  if (fields.embargo === undefined || draft.refused.includes('embargo')) return
  const parsed = parseEmbargo(fields.embargo, timezone)
  if (!parsed.ok || !/^(?:00:00|12:00)(?::00)?$/.test(parsed.embargo.printed.time)) return
  const isMidnight = parsed.embargo.printed.time.startsWith('00')
  yield {
    ...spanOf(['embargo']),
    severity: isMidnight ? 'warning' : 'info',
    message: isMidnight
      ? 'an embargo that ends at 00:00 is read as the midnight before or behind the day'
      : 'an embargo that ends at 12:00 is read as noon or as midnight',
    hint: isMidnight ? 'write 00:01, a minute later' : 'write 12:01, a minute later',
  }
}

function* ofLine(passage: IssuedPassage, context: CheckContext): Generator<RuleFinding> {
  const { text } = passage
  const hint =
    'delete the line and write embargo: 2027-02-26T00:01[America/New_York]; it is printed with its zone'
  const at = (start: number, length: number) => passage.spanOf(start, start + length)
  const twelve = TWELVE.exec(text) ?? NOON.exec(text)
  if (twelve) {
    const message = `"${twelve[0]}" is read as noon or as midnight, of one day or the next`
    yield { ...at(twelve.index, twelve[0].length), message, hint }
  }
  const zone = ABBREVIATION.exec(text) ?? IN_WORDS.exec(text)
  if (!zone) {
    yield { ...at(0, text.trimEnd().length), message: 'the embargo names no time zone', hint }
    return
  }
  const [date] = context.scanOf(passage).dates
  const year = date?.year ?? context.date?.year
  if (!date || year === undefined) return
  const right = rightName(zone[0], { year, month: date.month, day: date.day })
  if (right !== undefined) {
    const message = `"${zone[0]}" is not the time of that day: clocks there show ${right}`
    yield { ...at(zone.index, zone[0].length), message, hint }
  }
}

/** What clocks show on a day where an abbreviation of the other season was typed. */
function rightName(typed: string, { year, month, day }: CivilDate): string | undefined {
  const season = SEASONS.find(({ winter, summer }) => winter.includes(typed) || summer.includes(typed))
  if (season === undefined || ALL_YEAR.includes(typed)) return undefined
  const { zone, winter, summer } = season
  // At noon, which is never skipped or had twice.
  const offsetOn = (wall: number) => wall - (instantsOf(wall, zone)[0] ?? wall)
  const isSummer = offsetOn(Date.UTC(year, month - 1, day, 12)) > offsetOn(Date.UTC(year, 0, 1, 12))
  const [shown, other] = isSummer ? [summer, winter] : [winter, summer]
  return other.includes(typed) ? (shown[other.indexOf(typed)] ?? shown[0]) : undefined
}
