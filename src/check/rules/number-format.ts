import type { IssuedPassage } from '../passages.ts'
import { replacement } from '../replacement.ts'
import type { Rule } from '../rule.ts'

/** What parts thousands in a language, and what does it nowhere in it. */
const MARKS: Readonly<Record<string, { own: string; wrong: RegExp }>> = {
  en: { own: ',', wrong: /\./ },
  fr: { own: '\u00a0', wrong: /[.,]/ },
  es: { own: '\u00a0', wrong: /(?!)/ },
  de: { own: '.', wrong: /,/ },
  ru: { own: '\u00a0', wrong: /[.,]/ },
  az: { own: '\u00a0', wrong: /,/ },
  tr: { own: '.', wrong: /,/ },
}

const EDGES = [
  '(?=\\d)(?<![\\p{L}\\p{N}.,/:+#№_-]|\\p{N}[ \u00a0\u202f])',
  '(?![\\p{L}\\p{N}/_-]|[.,:]\\p{N}|[ \u00a0\u202f]\\p{N})',
]
const PARTED = new RegExp(EDGES.join("[1-9]\\d{0,2}(?:([.,' \u00a0\u202f])\\d{3})(?:\\1\\d{3})*"), 'gu')
const WHOLE = new RegExp(EDGES.join('[1-9]\\d{3,6}'), 'gu')
/** A thing that is counted: a word in small letters that is no unit with decimals, or a sum's mark. */
const COUNTED =
  /^[ \u00a0](?!(?:m[eèé]t|метр|kilo|кило|mil[ei]|lit[er]|литр|tonn|тонн|he[ck]t|гект|degr|grad|град|pro[zc]ent|процент|faiz|yüzde|times|points|seconds|inches|feet|ounces|pounds|carats|volts|euros?|dollars|pour|por|per ?cent)|(?:and|or|und|et|y|и|ve|və|mit|with|avec)(?!\p{L}))\p{Ll}{4,}/u

/** What stands before a number that counts nothing: a name, a postal code. */
const NUMBERED =
  /(?:\p{Lu}[\p{L}.]*|(?<!\p{L})(?:code|zip|postal|número|numéro|number|nummer|postleitzahl|индекс\p{L}*|номер\p{L}*|indeks\p{L}*|nömrə\p{L}*|kodu\p{L}*|numara\p{L}*)) $/u

/** A number of a passage, and how its thousands are parted. */
interface Parted {
  readonly passage: IssuedPassage
  readonly start: number
  readonly end: number
  readonly mark: string
}

/** "7000 … 7,000". */
export const numberFormat: Rule = {
  id: 'number-format',
  group: 'language',
  severity: 'warning',
  languages: Object.keys(MARKS),
  doc: 'Catches thousands that are parted by another language’s mark, and thousands parted in one place and not in another. Years, numbers of documents and codes are left alone: only what is counted by a word behind it is read. Arabic and Chinese are left out.',
  source:
    'ISO 80000-1, 7.3; CLDR; New Hart’s Rules, 11.2; Duden; TDK, Yazım Kılavuzu; Ortografía de la lengua española, VIII.',
  bad: '7000 people … 7,000 books',
  good: '7,000 people … 7,000 books',
  skips: ['code', 'address', 'name'],
  *check({ passages, tag }) {
    const known = MARKS[tag.split('-')[0]?.toLowerCase() ?? '']
    if (!known) return
    const parted = passages.flatMap((passage) => numbersOf(passage, PARTED))
    const whole = passages.flatMap((passage) => numbersOf(passage, WHOLE))
    for (const one of parted) {
      if (!known.wrong.test(one.mark)) continue
      yield finding(
        one,
        textOf(one).replaceAll(one.mark, known.own),
        'another language’s mark parts the thousands',
      )
    }
    const right = parted.filter(({ mark }) => !known.wrong.test(mark))
    const usual = right.find(({ mark }) => kindOf(mark) === kindOf(known.own)) ?? right[0]
    if (!usual) return
    const rest = right.filter(({ mark }) => kindOf(mark) !== kindOf(usual.mark))
    // "8000 … 10,000" is a style of its own: four figures are compared with four.
    const isFourParted = right.some((one) => textOf(one).replace(/\D/g, '').length === 4)
    const bare = whole.filter((one) => !isYear(textOf(one)) && (textOf(one).length > 4 || isFourParted))
    for (const one of [...rest, ...bare]) {
      const figures = textOf(one).replace(/\D/g, '')
      const text = figures.replace(/\B(?=(?:\d{3})+$)/g, usual.mark)
      const found = finding(one, text, `thousands are parted otherwise in "${textOf(usual)}"`)
      yield {
        ...found,
        related: [{ ...usual.passage.spanOf(usual.start, usual.end), message: 'the other form' }],
      }
    }
  },
}

function numbersOf(passage: IssuedPassage, pattern: RegExp): Parted[] {
  return [...passage.text.matchAll(pattern)].flatMap(({ index: start, 0: written, 1: mark = '' }) => {
    const end = start + written.length
    const groups = mark === '' ? 1 : written.split(mark).length
    const isCounted = COUNTED.test(passage.text.slice(end))
    // "3.125" may have decimals; "Room 2500" is a name.
    const isRound =
      mark === ''
        ? !NUMBERED.test(passage.text.slice(Math.max(0, start - 40), start))
        : /[05]0$/.test(written)
    // Two marks of a kind are no decimals, "1,234,567"; but four groups are an address: 192.168.100.200.
    const isRead =
      (groups > 2 && !(groups === 4 && mark === '.')) || (isCounted && (isRound || /\s/.test(mark)))
    return isRead && !passage.isFilled(start, end) ? [{ passage, start, end, mark }] : []
  })
}

function textOf({ passage, start, end }: Parted): string {
  return passage.text.slice(start, end)
}

function kindOf(mark: string): string {
  return /\s/.test(mark) ? ' ' : mark
}

function isYear(text: string): boolean {
  return text.length === 4 && Number(text) >= 1000 && Number(text) <= 2100
}

function finding(one: Parted, text: string, because: string) {
  return {
    ...one.passage.spanOf(one.start, one.end),
    message: `"${textOf(one)}": ${because}`,
    hint: `write "${text}"`,
    ...replacement(one.passage, one, text, false),
  }
}
