import * as z from 'zod/mini'
import { type CivilDate, parseCivilDate } from '../language/civil-date.ts'

/**
 * Names what a field holds: `doc` is its sentence in the JSON Schema and the README, `example` an accepted
 * value that errors quote, `expected` the words for its type.
 */
export function field<S extends z.ZodMiniType>(
  schema: S,
  about: { doc: string; example?: unknown; expected?: string },
): S {
  const { doc, example, expected } = about
  z.globalRegistry.add(schema, {
    description: doc,
    // Not zod's own `examples`: it drops those of transformed types.
    ...(example === undefined ? {} : { example }),
    ...(expected === undefined ? {} : { expected }),
  })
  return schema
}

/** How a field type refuses a value: the finding's words ride along in the zod issue. */
export interface Refusal {
  /** The finding's rule; default: the rule of the file that is read. */
  rule?: string
  message: string
  hint?: string
}

/** A field type from a base type and a function that reads its value or refuses it. */
export function read<S extends z.ZodMiniType, T>(
  base: S,
  reader: (value: z.output<S>) => T | { refused: Refusal },
) {
  return z.pipe(
    base,
    z.transform((value: z.output<S>, context): T => {
      const result = reader(value)
      if (typeof result === 'object' && result !== null && 'refused' in result) {
        context.issues.push({
          code: 'custom',
          input: value,
          message: result.refused.message,
          params: result.refused,
        })
        return z.NEVER
      }
      return result
    }),
  )
}

/** Text, or a number that is taken as it is written. */
export const scalar = z.union([z.string(), z.number()])

/** Control characters other than tab and line feed, and the bidi overrides that can reorder a line. */
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/

function clean(value: string | number, keepLines: boolean): string | { refused: Refusal } {
  const text = String(value)
  const bad = FORBIDDEN.exec(text)?.[0]
  if (bad !== undefined) {
    const code = bad.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    return { refused: { message: `holds the invisible character U+${code}`, hint: 'delete it' } }
  }
  const lines = keepLines ? text.split('\n') : [text]
  const joined = lines
    .map((line) => line.replace(/[ \t\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
  return joined === ''
    ? { refused: { message: 'is empty', hint: 'write a value or delete the key' } }
    : joined
}

/** One line of text; line breaks of a block scalar become spaces. */
export const text = () => read(scalar, (value) => clean(value, false))

/** One line of text, which may be empty. */
export const textOrNothing = () => read(scalar, (value) => (value === '' ? '' : clean(value, false)))

/** Text that keeps its line breaks, each line trimmed. */
export const linesOfText = () => read(scalar, (value) => clean(value, true))

/** Markdown: kept as written but for control characters. */
export const markdown = () =>
  read(scalar, (value) => {
    const result = clean(value, true)
    return typeof result === 'string' ? String(value).trim() : result
  })

/** A list of texts, or one text with commas. */
export const textList = () =>
  read(z.union([z.string(), z.array(scalar)]), (value) => {
    const list = typeof value === 'string' ? value.split(',') : value
    const cleaned = list.map((item) => clean(item, false))
    const refused = cleaned.find((item) => typeof item !== 'string')
    return refused ?? (cleaned as string[])
  })

/** A civil date `YYYY-MM-DD` (ISO 8601); the time of a date-time is cut off as written, never converted. */
export const civilDate = () =>
  read(scalar, (value): CivilDate | { refused: Refusal } => {
    const written = String(value).trim()
    const date = parseCivilDate(written)
    if (date) return date
    const hint = 'write year, month and day: 2027-02-26'
    return /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/.test(written)
      ? { refused: { rule: 'date-impossible', message: `"${written}" is not a calendar date`, hint } }
      : { refused: { message: `"${written}" is not a date`, hint } }
  })

/** Text that a predicate accepts. */
export const accepted = (accepts: (value: string) => boolean, message: string, hint: string) =>
  read(scalar, (value) => {
    const result = clean(value, false)
    if (typeof result !== 'string' || accepts(result)) return result
    return { refused: { message: `"${result}" ${message}`, hint } }
  })

/** Text that must match a pattern. */
export const matching = (pattern: RegExp, message: string, hint: string) =>
  accepted((value) => pattern.test(value), message, hint)

/** An address a release may link to: https, http, mailto or tel, without blanks. */
export const webAddress = () => webAddressOr(() => false)

/** A web address, or a text that another predicate accepts. */
export const webAddressOr = (isOther: (text: string) => boolean) =>
  accepted((value) => isWebAddress(value) || isOther(value), ...NO_ADDRESS)

/** Why a text is no web address, and an accepted one. */
export const NO_ADDRESS = [
  'is not a link address',
  'write it whole: https://ruritania.example/video',
] as const

/** True for an address that a release may link to. */
export function isWebAddress(text: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:\S+@|tel:\+?[\d])\S*$/i.test(text)
}

/** An e-mail address (RFC 5321 shape, not its existence). */
export const emailAddress = () =>
  matching(
    /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/,
    'is not an e-mail address',
    'for example press@ruritania.example',
  )

/** One of a few words; a slip of the pen gets the nearest one. */
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) => z.enum(words)

/** A map without unknown keys: those become findings of their own (`checkFields`). */
export const record = z.strictObject

/** A key that may be absent; YAML's empty value counts as absent. */
export const maybe = z.optional
