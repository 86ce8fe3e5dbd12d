import type { State } from './state.ts'

type Check = (value: unknown) => boolean

/** True for a value of the shape of a state. Written by hand: a schema would take longer than all it spares. */
export function hasStateShape(value: unknown): value is State {
  return isState(value)
}

const isText: Check = (value) => typeof value === 'string'
const isNumber: Check = (value) => typeof value === 'number'
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A name that stays in its folder: a slug is looked at where it is read, and not again. */
const isName: Check = (value) => typeof value === 'string' && !/[/\\\0]/.test(value)

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const mapOf =
  (check: Check): Check =>
  (value) =>
    isRecord(value) && Object.values(value).every(check)
const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([key, check]) => check(value[key]))

const isStamp = listOf(isNumber)
const isImage = shape({ url: isText, file: isText, sha256: isText, stamp: optional(isStamp) })
const isDraft = shape({
  stamp: optional(isStamp),
  sha256: isText,
  slug: optional(isName),
  isRecurring: (value) => typeof value === 'boolean',
  letterhead: optional(isText),
  embargo: optional(isNumber),
  images: listOf(isImage),
})
const isLetterhead = shape({
  digest: isText,
  stamps: listOf((value) => value === null || isStamp(value)),
  files: listOf(isText),
  packages: listOf(isText),
})
const isState = shape({
  version: (value) => value === 1,
  manifest: isText,
  manifestChanged: isNumber,
  drafts: mapOf(isDraft),
  letterheads: mapOf(isLetterhead),
  outputs: mapOf(isStamp),
  browsers: mapOf(isText),
})
