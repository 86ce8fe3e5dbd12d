import type { Expression } from '../draft/expressions.ts'
import type { DraftFields } from '../draft/fields.ts'
import type { WordForm, Words } from '../language/anniversary-words.ts'
import { capitalize } from '../language/capitalize.ts'
import type { CivilDate } from '../language/civil-date.ts'
import { dateRange } from '../language/date-range.ts'
import { findLanguage } from '../language/find-language.ts'
import type { Language } from '../language/language.ts'
import { nearest } from '../yaml/nearest.ts'
import type { Anniversary } from './occasion.ts'
import type { Event } from './occasion-date.ts'
import { nameOf } from './occasion-name.ts'

/** What the expressions of a release are answered from. */
export interface Values {
  /** BCP 47 tag of the release. */
  readonly tag: string
  readonly fields: DraftFields
  /** The date of the release. */
  readonly date: CivilDate
  readonly event: Event | undefined
  readonly anniversary: Anniversary | undefined
  /** Keys of the front matter whose faults are told already: what needs them is left open in silence. */
  readonly refused: readonly string[]
}

/** The text of an expression, or what is wrong with it; `path` where the front matter is to blame. */
export type Value =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false
      readonly rule: string
      readonly message: string
      readonly hint: string
      readonly path?: readonly string[]
    }

/** One name of the table. */
interface Row {
  /** Options that choose a form of it. */
  readonly options: readonly (keyof WordForm)[]
  /** True for a date, which only `{{date …}}` prints. */
  readonly isDate?: true
  /** True where the front matter must have an occasion. */
  readonly needsOccasion?: true
  read(values: Values, language: Language, form: WordForm): Words | Value
}

const BOTH = ['case', 'gender'] as const

const anniversary = (
  options: Row['options'],
  read: (n: number, language: Language, form: WordForm) => Words,
): Row => ({
  options,
  needsOccasion: true,
  read: ({ anniversary }, language, form) =>
    anniversary ? inWords(read(anniversary.years, language, form), language) : OPEN,
})

/** Every name that an expression can ask for, beside `vars.x`. */
const ROWS: Readonly<Record<string, Row>> = {
  'anniversary.ordinal': anniversary(BOTH, (n, { anniversary }, form) => anniversary.ordinal(n, form)),
  'anniversary.ordinal_words': anniversary(BOTH, (n, language, form) =>
    language.anniversary.ordinalInWords(n, form),
  ),
  'anniversary.years': anniversary([], (n) => ({ ok: true, text: String(n) })),
  'anniversary.years_words': anniversary(BOTH, (n, language, form) =>
    language.anniversary.cardinalInWords(n, form),
  ),
  'anniversary.years_ago': anniversary([], (n, { anniversary }) => anniversary.yearsAgo(n)),
  'occasion.name': {
    options: ['case'],
    needsOccasion: true,
    read: ({ fields, tag }, _, form) => {
      if (!fields.occasion) return OPEN
      const name = nameOf(fields.occasion.name, tag, form.case)
      if (name.ok || form.case === undefined) return name
      return { ok: false, rule: 'expression-unknown', message: name.message, hint: name.hint }
    },
  },
  'occasion.date': {
    options: [],
    isDate: true,
    needsOccasion: true,
    read: ({ event }, language) =>
      event ? { ok: true, text: dateRange(language, event.first, event.last) } : OPEN,
  },
  'release.date': {
    options: [],
    isDate: true,
    read: ({ date }, language) => ({ ok: true, text: language.longDate(date) }),
  },
  'release.year': {
    options: [],
    read: ({ date }) => ({ ok: true, text: String(date.year) }),
  },
}

const HELPERS = ['capitalize', 'date']

/** Stands for a value that cannot be told because of a fault told elsewhere. */
const OPEN: Value = { ok: true, text: '…' }

/** Answers an expression from the table. */
export function answerOf({ name, helpers, form, unknownOptions }: Expression, values: Values): Value {
  const helper = helpers.find((one) => !HELPERS.includes(one))
  if (helper !== undefined) return unknown(`helper "${helper}"`, nearest(helper, HELPERS), HELPERS)
  const [option] = unknownOptions
  if (option !== undefined) return unknown(`option "${option}"`, nearest(option, BOTH), BOTH)
  const isDated = helpers.includes('date')

  const row = rowOf(name)
  if (!row) return unknownName(name, values)
  if (values.fields.occasion === undefined && row.needsOccasion) {
    if (values.refused.includes('occasion')) return OPEN
    const hint = 'add occasion: {name: Strelsau flood, date: 1992-02-26}'
    return refuse(`"${name}" needs an occasion in the front matter`, hint)
  }
  if (isDated && !row.isDate) return noDate(name)
  if (row.isDate && !isDated) return refuse(`"${name}" is a date`, `write {{date ${name}}}`)
  const asked = BOTH.find((one) => form[one] !== undefined && !row.options.includes(one))
  if (asked) return refuse(`"${name}" has no ${asked}`, `leave out ${asked}="${form[asked]}"`)
  const value = row.read(values, findLanguage(values.tag).language, form)
  if (!value.ok) return 'rule' in value ? value : refuse(value.message, value.hint)
  return { ok: true, text: helpers.includes('capitalize') ? capitalize(value.text, values.tag) : value.text }
}

function rowOf(name: string): Row | undefined {
  if (name === 'vars' || name.startsWith('vars.')) {
    return { options: [], read: (values) => variable(name, values) }
  }
  return Object.hasOwn(ROWS, name) ? ROWS[name] : undefined
}

function variable(name: string, { fields, refused }: Values): Value {
  const vars = fields.vars ?? {}
  const key = name.slice('vars.'.length)
  const text = Object.hasOwn(vars, key) ? vars[key] : undefined
  if (text === '') {
    const hint = `give it a value, or take {{${name}}} out of the text`
    return { ...refuse(`"${name}" is empty`, hint), path: ['vars', key] }
  }
  if (text !== undefined) return { ok: true, text }
  if (refused.includes('vars')) return OPEN
  const near = nearest(key, Object.keys(vars))
  const hint = near === undefined ? `add it: vars: {${key || 'towns'}: 30}` : `did you mean "vars.${near}"?`
  return refuse(`there is no "${name}"`, hint)
}

/** Words that a language lacks altogether are a matter of the language. */
function inWords(words: Words, { anniversary }: Language): Value {
  if (words.ok) return words
  const rule = anniversary.name === undefined ? 'language-unsupported' : 'expression-unknown'
  return { ok: false, rule, message: words.message, hint: words.hint }
}

function unknownName(name: string, { fields }: Values): Value {
  const names = [...Object.keys(ROWS), ...Object.keys(fields.vars ?? {}).map((key) => `vars.${key}`)]
  const last = name.split('.').at(-1) ?? ''
  const lasts = names.map((known) => known.slice(known.indexOf('.') + 1))
  const near = nearest(name, names) ?? names[lasts.indexOf(nearest(last, lasts) ?? '?')]
  if (near === undefined) return refuse(`there is no "${name}"`, `known: ${names.join(', ')}`)
  const isDate = ROWS[near]?.isDate
  return refuse(`there is no "${name}"`, `did you mean "${isDate ? `date ${near}` : near}"?`)
}

function unknown(what: string, near: string | undefined, known: readonly string[]): Value {
  return refuse(`there is no ${what}`, near ? `did you mean "${near}"?` : `known: ${known.join(', ')}`)
}

function noDate(name: string): Value {
  return refuse(`"${name}" is no date`, 'write {{date occasion.date}} or {{date release.date}}')
}

function refuse(message: string, hint: string): Value & { readonly ok: false } {
  return { ok: false, rule: 'expression-unknown', message, hint }
}
