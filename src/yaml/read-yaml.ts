import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import type { LocalFinding, Place } from '../finding.ts'
import { yamlHint } from './yaml-hints.ts'

/** The way to a value: keys of maps and indexes of lists, from the root. */
export type Path = readonly (string | number)[]

/** A YAML file as plain data, with the place of every key and value. */
export interface YamlData {
  /** Maps without prototype, lists, strings, booleans, `null`, and numbers that read back as written. */
  readonly value: unknown
  /** Where the value at a path stands; the nearest parent's place where there is no such value. */
  placeOf(path: Path): Place
  /** Where the last key of a path stands. */
  placeOfKey(path: Path): Place
}

/** Deeper nesting than this is refused; no field goes deeper than five. */
const MAX_DEPTH = 20
/** More characters than this are refused: the duplicate-key check is quadratic. */
const MAX_LENGTH = 65_536

/**
 * Reads YAML 1.2 (core schema) without aliases, tags, directives or merge keys.
 * `firstLine` is the 1-based line of the file that `text` begins at; `rule` names the findings.
 * Numbers whose text would not survive (`+15551234567`, `1.10`, `007`) stay text.
 */
export function readYaml(
  text: string,
  { firstLine = 1, rule }: { firstLine?: number; rule: string },
): { data?: YamlData; findings: LocalFinding[] } {
  const lines = new LineCounter()
  const at = (offset: number, end?: number): Place => {
    const start = lines.linePos(offset)
    const place = { line: start.line + firstLine - 1, column: start.col }
    if (end === undefined || end <= offset) return place
    const stop = lines.linePos(end)
    return { ...place, end: { line: stop.line + firstLine - 1, column: stop.col } }
  }
  const refuse = (place: Place, message: string, hint: string): LocalFinding => ({
    severity: 'error',
    rule,
    message,
    hint,
    ...place,
  })
  const start = { line: firstLine, column: 1 }
  if (text.length > MAX_LENGTH) {
    const message = `${text.length} characters of YAML, more than the ${MAX_LENGTH} that are read`
    return { findings: [refuse(start, message, 'move long texts into the body of the draft')] }
  }
  const tooDeep = /(?:[[{]\s*){20}|(?:- ){20}/.exec(text)
  if (tooDeep) {
    lines.addNewLine(0)
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) lines.addNewLine(i + 1)
    return {
      findings: [
        refuse(
          at(tooDeep.index),
          `lists or maps nested more than ${MAX_DEPTH} deep`,
          'one or two levels are enough',
        ),
      ],
    }
  }

  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    lineCounter: lines,
    uniqueKeys: true,
    logLevel: 'silent',
  })
  const findings: LocalFinding[] = []
  for (const problem of [...document.errors, ...document.warnings]) {
    const { message, hint } = yamlHint(problem.code, problem.message, text, problem.pos[0])
    findings.push(refuse(at(problem.pos[0], problem.pos[1]), message, hint))
  }
  findings.push(...refusedFeatures(document, text, at, refuse))
  if (findings.length > 0) return { findings: causes(findings) }

  const root = document.contents as Node | null
  return {
    findings,
    data: {
      value: root === null ? null : plain(root, 0),
      placeOf: (path) => {
        const range = nodeAt(document, path)?.range
        return range ? at(range[0], range[1]) : start
      },
      placeOfKey: (path) => {
        const parent = nodeAt(document, path.slice(0, -1))
        const key = String(path.at(-1))
        const pair = isMap(parent)
          ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
          : undefined
        const range = pair && isNode(pair.key) ? pair.key.range : parent?.range
        return range ? at(range[0], range[1]) : start
      },
    },
  }
}

/** Directives, tags, anchors, aliases and dangerous keys: what a data file has no need of. */
function refusedFeatures(
  document: Document,
  text: string,
  at: (offset: number, end?: number) => Place,
  refuse: (place: Place, message: string, hint: string) => LocalFinding,
): LocalFinding[] {
  const findings: LocalFinding[] = []
  const directive = /^%\S+/m.exec(text)
  if (directive)
    findings.push(refuse(at(directive.index), `YAML directive "${directive[0]}"`, 'delete the line'))
  visit(document, (_, node) => {
    const range = isNode(node) ? node.range : undefined
    const place = at(range?.[0] ?? 0, range?.[1])
    if (isAlias(node))
      findings.push(refuse(place, `YAML alias "*${node.source}"`, 'write the value out, or quote it: "*"'))
    else if (isNode(node) && 'anchor' in node && node.anchor) {
      findings.push(refuse(place, `YAML anchor "&${node.anchor}"`, 'write the value out, or quote it: "&"'))
    } else if (isNode(node) && node.tag?.startsWith('!')) {
      findings.push(refuse(place, `YAML tag "${node.tag}"`, 'delete it, or quote the value: "!"'))
    } else if (
      isPair(node) &&
      isScalar(node.key) &&
      ['__proto__', 'constructor', 'prototype'].includes(String(node.key.value))
    ) {
      findings.push(refuse(at(node.key.range?.[0] ?? 0), `key "${node.key.value}"`, 'delete it'))
    }
  })
  return findings
}

function nodeAt(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node
  }
  return undefined
}

/**
 * One broken line often gives several errors of the parser; the first tells the cause. A quotation mark that
 * is not closed makes nonsense of all that follows.
 */
function causes(findings: LocalFinding[]): LocalFinding[] {
  const sorted = [...findings].sort((a, b) => a.line - b.line || a.column - b.column)
  const open = sorted.findIndex(({ message }) => /quotation mark is not closed|quoted value/.test(message))
  const told = open < 0 ? sorted : sorted.slice(0, open + 1)
  return told.filter((finding, i) => i === 0 || finding.line !== told[i - 1]?.line)
}

function plain(node: unknown, depth: number): unknown {
  if (isScalar(node)) {
    if (typeof node.value !== 'number') return typeof node.value === 'bigint' ? node.source : node.value
    return String(node.value) === node.source ? node.value : node.source
  }
  if (isMap(node)) {
    const map: Record<string, unknown> = Object.create(null)
    for (const { key, value } of node.items) {
      map[String(isScalar(key) ? (key.source ?? key.value) : key)] =
        depth < MAX_DEPTH ? plain(value, depth + 1) : null
    }
    return map
  }
  if (isNode(node) && 'items' in node) {
    return (node.items as unknown[]).map((item) => (depth < MAX_DEPTH ? plain(item, depth + 1) : null))
  }
  return null
}
