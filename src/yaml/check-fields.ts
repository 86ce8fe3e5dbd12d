import * as z from 'zod/mini'
import type { LocalFinding } from '../finding.ts'
import { describeIssue, exampleOfKey, excerpt, jsonSchemaAt, valueName } from './describe-issue.ts'
import { nearest } from './nearest.ts'
import type { YamlData } from './read-yaml.ts'

/** What `checkFields` needs to know beside the schema. */
export interface CheckOptions {
  /** The rule of findings that name none of their own, e.g. `front-matter-invalid`. */
  readonly rule: string
  /** Rule and severity of unknown keys. */
  readonly unknownKey: { readonly rule: string; readonly severity: 'error' | 'warning' }
  /** Other accepted names of top-level keys: alias to canonical. */
  readonly aliases?: Readonly<Record<string, string>>
  /** Top-level maps whose empty values are kept as empty texts. */
  readonly keepsEmpty?: readonly string[]
}

/** The schema's value with the faulty keys left out, and everything that is wrong with it. */
export interface Checked<T> {
  readonly value: T | undefined
  readonly findings: LocalFinding[]
  /** Top-level keys whose values were refused and left out. */
  readonly dropped: readonly string[]
}

/**
 * Checks YAML data against a schema: all problems at once, each at its line and column with an accepted
 * example. What is right is kept: wrong top-level keys are dropped, then `fallback` fills required ones, so
 * that later stages can go on looking for problems.
 */
export function checkFields<S extends z.ZodMiniType>(
  data: YamlData,
  schema: S,
  options: CheckOptions,
  fallback: Readonly<Record<string, unknown>> = {},
): Checked<z.output<S>> {
  const findings: LocalFinding[] = []
  const input = withoutEmpty(data.value, options.keepsEmpty)
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    findings.push({
      severity: 'error',
      rule: options.rule,
      message: `expected \`key: value\` lines, got ${valueName(input)}`,
      hint: `for example: ${exampleOfKey(schema)}`,
      ...data.placeOf([]),
    })
    return { value: undefined, findings, dropped: [] }
  }
  const fields = input as Record<string, unknown>
  const written = resolveAliases(fields, data, options, findings)

  let result = z.safeParse(schema, fields)
  const unknown = innermost(result.error?.issues ?? []).filter((issue) => issue.code === 'unrecognized_keys')
  if (unknown.length > 0) {
    for (const issue of unknown) findings.push(...removeUnknown(fields, issue, data, schema, options))
    result = z.safeParse(schema, fields)
  }

  const dropped = new Set<string>()
  for (const issue of innermost(result.error?.issues ?? [])) {
    const path = issue.path as (string | number)[]
    const spelt = path.map((part, i) => (i === 0 ? (written.get(String(part)) ?? part) : part))
    findings.push({
      severity: 'error',
      ...describeIssue(issue, spelt, fields, schema, options.rule),
      ...data.placeOf(spelt),
    })
    if (path.length > 0) dropped.add(String(path[0]))
  }
  for (const key of dropped) {
    delete fields[key]
    if (key in fallback) fields[key] = fallback[key]
  }
  const repaired = dropped.size > 0 ? z.safeParse(schema, fields) : result
  findings.sort((a, b) => a.line - b.line || a.column - b.column)
  return { value: repaired.data, findings, dropped: [...dropped] }
}

/** Where a value fits none of several types, the complaint of the type it came nearest to. */
function innermost(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue]
    const near = issue.errors.find((branch) =>
      branch.every(
        (inner) => inner.path.length > 0 || inner.code === 'custom' || inner.code === 'unrecognized_keys',
      ),
    )
    if (!near) return [issue]
    return innermost(near.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
  })
}

/** Empty values, and empty texts such as forms write them, count as absent keys; inside lists they are faults. */
function withoutEmpty(value: unknown, kept: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEmpty(item))
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== '')
      .map(([key, item]) => [key, kept.includes(key) && isMap(item) ? withEmpty(item) : withoutEmpty(item)]),
  )
}

function withEmpty(map: object): unknown {
  return Object.fromEntries(
    Object.entries(map).map(([key, item]) => [key, item === null ? '' : withoutEmpty(item)]),
  )
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Gives alias keys their canonical names, in place; answers which spelling each canonical key had. */
function resolveAliases(
  fields: Record<string, unknown>,
  data: YamlData,
  options: CheckOptions,
  findings: LocalFinding[],
): Map<string, string> {
  const written = new Map<string, string>()
  for (const [alias, canonical] of Object.entries(options.aliases ?? {})) {
    if (!(alias in fields)) continue
    if (canonical in fields) {
      findings.push({
        severity: 'error',
        rule: options.rule,
        message: `"${alias}" and "${canonical}" are the same field`,
        hint: `keep "${canonical}"`,
        ...data.placeOfKey([alias]),
      })
    } else {
      fields[canonical] = fields[alias]
      written.set(canonical, alias)
    }
    delete fields[alias]
  }
  return written
}

function removeUnknown(
  fields: Record<string, unknown>,
  issue: z.core.$ZodIssueUnrecognizedKeys,
  data: YamlData,
  schema: z.ZodMiniType,
  options: CheckOptions,
): LocalFinding[] {
  const path = issue.path as (string | number)[]
  const parent = path.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], fields)
  const aliases = path.length === 0 ? Object.keys(options.aliases ?? {}) : []
  const known = [...Object.keys(jsonSchemaAt(schema, path).properties ?? {}), ...aliases]
  return issue.keys.map((key) => {
    delete (parent as Record<string, unknown>)[key]
    const near = nearest(key, known)
    return {
      severity: options.unknownKey.severity,
      rule: options.unknownKey.rule,
      message: `unknown key "${excerpt(key)}"`,
      hint: near ? `did you mean "${near}"?` : 'delete it, or check its spelling',
      ...data.placeOfKey([...path, key]),
    }
  })
}
