import matter from 'gray-matter'
import type { LocalFinding, Place } from '../finding.ts'
import { checkFields } from '../yaml/check-fields.ts'
import { type Path, readYaml } from '../yaml/read-yaml.ts'
import { ALIASES, type DraftFields, draftFields } from './fields.ts'

/** Front matter read and checked. */
export interface FrontMatter {
  readonly fields: DraftFields
  /** Where a field's value stands in the draft. */
  placeOf(path: Path): Place
  /** Where a field's text has its n-th to m-th brace, counted from 0. */
  placeOfBraces(path: Path, first: number, last: number): Place
  /** Keys whose values were refused and left out. */
  readonly refused: readonly string[]
  readonly findings: LocalFinding[]
}

/** Stands in for required fields that are missing or wrong, so that later stages can look for more problems. */
const FALLBACK = { headline: '?', date: '2000-01-01' }

/**
 * Reads the YAML between the fences. `fileDate` is the date that the draft's file name begins with: it
 * stands in for a missing `date`.
 */
export function readFrontMatter(yaml: string, fileDate: string | undefined): FrontMatter {
  const rule = 'front-matter-syntax'
  const { data, findings } = readYaml(sliceByGrayMatter(yaml), { firstLine: 2, rule })
  const spelt = (path: Path) => asWritten(path, data?.value)
  const placeOf = (path: Path) => data?.placeOf(spelt(path)) ?? { line: 1, column: 1 }
  const placeOfBraces = (path: Path, first: number, last: number) =>
    data?.placeOfBraces(spelt(path), first, last) ?? { line: 1, column: 1 }
  const nothing = () => ({
    fields: draftFields.parse(FALLBACK),
    placeOf,
    placeOfBraces,
    refused: Object.keys(draftFields.shape),
    findings,
  })
  if (!data) return nothing()
  if (data.value === null) {
    const message = 'the front matter is empty'
    const hint = 'write at least a headline and a date'
    findings.push({ severity: 'error', rule, message, hint, line: 1, column: 1 })
    return nothing()
  }
  findings.push(...commentsMeantAsValues(yaml))
  const value = data.value as Record<string, unknown>
  if (fileDate !== undefined && typeof value === 'object' && !Array.isArray(value)) value.date ??= fileDate
  const checked = checkFields(
    data,
    draftFields,
    {
      rule: 'front-matter-invalid',
      unknownKey: { rule: 'front-matter-unknown-key', severity: 'warning' },
      aliases: ALIASES,
      keepsEmpty: ['vars'],
    },
    FALLBACK,
  )
  findings.push(...checked.findings)
  if (checked.value === undefined) return nothing()
  const fields = checked.value
  const isDated =
    fields.date !== undefined || (value.occasion ?? null) !== null || checked.dropped.includes('date')
  if (!isDated) findings.push({ ...MISSING_DATE, ...placeOf(['date']) })
  findings.sort((a, b) => a.line - b.line || a.column - b.column)
  return { fields, placeOf, placeOfBraces, refused: checked.dropped, findings }
}

const MISSING_DATE = {
  severity: 'error',
  rule: 'front-matter-invalid',
  message: '"date" is missing',
  hint: 'for example: date: 2027-02-26',
} as const

/** A path with its key as the draft spells it: `title` for `headline`. */
function asWritten(path: Path, value: unknown): Path {
  const [key, ...rest] = path
  if (typeof value !== 'object' || value === null || Object.hasOwn(value, String(key))) return path
  const alias = Object.entries(ALIASES).find(([other, name]) => name === key && Object.hasOwn(value, other))
  return alias ? [alias[0], ...rest] : path
}

/**
 * gray-matter takes the slice apart and nothing else: the text it gets has fences of exactly three hyphens,
 * so it cannot name an engine, and its only engine hands the text back unread. Passing options also switches
 * off its cache, which answers a faulty file with empty data the second time.
 */
function sliceByGrayMatter(yaml: string): string {
  let slice = yaml
  const refuse = () => {
    throw new Error('unreachable engine of gray-matter')
  }
  const engines = {
    yaml: (text: string) => {
      slice = text
      return {}
    },
    json: refuse,
    js: refuse,
    javascript: refuse,
  }
  matter(`---\n${yaml}---\n`, { engines, language: 'yaml' })
  // gray-matter closes at any line that begins with the fence; ours is the longer one then.
  return slice.length >= yaml.trimEnd().length ? slice.replace(/^\n/, '') : yaml
}

/** `end_mark: ###` is an empty value and a comment to YAML; so is `reference: #7`. */
function commentsMeantAsValues(yaml: string): LocalFinding[] {
  return yaml.split('\n').flatMap((line, i) => {
    const match = /^(\w+):\s+(#\S.*|#+)$/.exec(line)
    if (!match || (match[1] !== 'end_mark' && match[2]?.startsWith('# '))) return []
    return [
      {
        severity: 'error' as const,
        rule: 'front-matter-invalid',
        message: `"${match[1]}" is empty: an unquoted # begins a comment`,
        hint: `put it in quotes: ${match[1]}: "${match[2]}"`,
        line: i + 2,
        column: line.indexOf('#') + 1,
      },
    ]
  })
}
