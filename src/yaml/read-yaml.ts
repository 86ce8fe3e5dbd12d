import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml'
import type { LocalFinding, Place } from '../finding.ts'
import { findBraces } from './find-braces.ts'
import { keyText, refusedYaml, type YamlFault } from './refused-yaml.ts'
import { yamlFault } from './yaml-hints.ts'

/** The way to a value: keys of maps and indexes of lists, from the root. */
export type Path = readonly (string | number)[]

/** A YAML file as plain data, with the place of every key and value. */
export interface YamlData {
  /** Maps, lists, strings, booleans, `null`, and numbers that read back as written. */
  readonly value: unknown
  /** Where the value at a path stands; the nearest parent's place where there is no such value. */
  placeOf(path: Path): Place
  /** Where the last key of a path stands. */
  placeOfKey(path: Path): Place
  /** Where the text at a path has its n-th to m-th brace, counted from 0; the whole text where it has not. */
  placeOfBraces(path: Path, first: number, last: number): Place
}

/** More characters than this are refused: no front matter or letterhead comes near. */
const MAX_LENGTH = 65_536

/**
 * Reads YAML 1.2 (core schema) without aliases, tags, directives or merge keys.
 * `firstLine` is the 1-based line of the file that `text` begins at; `rule` names the findings.
 * `longest` is how many characters are read at most. Numbers whose text would not survive (`+15551234567`, `1.10`, `007`) stay text.
 */
export function readYaml(
  text: string,
  { firstLine = 1, rule, longest = MAX_LENGTH }: { firstLine?: number; rule: string; longest?: number },
): { data?: YamlData; findings: LocalFinding[] } {
  const lines = new LineCounter()
  const at = (offset: number, end?: number): Place => {
    // Of a text that was not parsed no lines are known.
    const start = lines.lineStarts.length > 0 ? lines.linePos(offset) : { line: 1, col: 1 }
    const place = { line: start.line + firstLine - 1, column: start.col }
    if (end === undefined || end <= offset) return place
    const stop = lines.linePos(end)
    return { ...place, end: { line: stop.line + firstLine - 1, column: stop.col } }
  }
  const placeOfNode = (node: Node | undefined): Place =>
    node?.range ? at(node.range[0], node.range[1]) : { line: firstLine, column: 1 }

  const [document, faults] = parse(text, longest, lines, (offset) => at(offset).line)
  if (!document || faults.length > 0) {
    const findings = causes(faults).map(({ start, end, message, hint }): LocalFinding => {
      return { severity: 'error', rule, message, hint, ...at(start, end) }
    })
    return { findings: findings.filter(({ line }, i) => line !== findings[i - 1]?.line) }
  }
  return {
    findings: [],
    data: {
      value: plain(document.contents),
      placeOf: (path) => placeOfNode(nodeAt(document, path)),
      placeOfKey: (path) => {
        const parent = nodeAt(document, path.slice(0, -1))
        const name = String(path.at(-1))
        const key = isMap(parent) ? parent.items.find((item) => keyText(item.key) === name)?.key : undefined
        return placeOfNode(isNode(key) ? key : parent)
      },
      placeOfBraces: (path, first, last) => {
        const node = nodeAt(document, path)
        if (!isScalar(node) || !node.range) return placeOfNode(node)
        const braces = findBraces(text, node.range[0], node.range[1], 'yaml')
        const [from, to] = [braces[first], braces[last]]
        return from && to ? at(from.start, to.end) : placeOfNode(node)
      },
    },
  }
}

function parse(
  text: string,
  longest: number,
  lineCounter: LineCounter,
  lineOf: (offset: number) => number,
): [Document | undefined, YamlFault[]] {
  if (text.length > longest) {
    const message = `${text.length} characters of YAML, more than the ${longest} that are read`
    const hint =
      longest === MAX_LENGTH ? 'move long texts into the body of the draft' : 'take out old entries'
    return [undefined, [{ start: 0, message, hint }]]
  }
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    lineCounter,
    // We tell both places of a repeated key ourselves, and without comparing each with each.
    uniqueKeys: false,
  })
  const complaints = [...document.errors, ...document.warnings].map((error) =>
    yamlFault(error, text, document),
  )
  return [document, [...refusedYaml(document, text, lineOf), ...complaints]]
}

/** Faults in order; a quotation mark that is not closed makes nonsense of all that follows. */
function causes(faults: readonly YamlFault[]): YamlFault[] {
  const sorted = faults.toSorted((a, b) => a.start - b.start)
  const last = sorted.findIndex(({ final }) => final)
  return last < 0 ? sorted : sorted.slice(0, last + 1)
}

function nodeAt(document: Document, path: Path): Node | undefined {
  let node: unknown = document.contents
  for (const part of path) {
    const next = isMap(node)
      ? node.items.find(({ key }) => keyText(key) === String(part))?.value
      : isCollection(node)
        ? node.items[Number(part)]
        : undefined
    if (!isNode(next)) break
    node = next
  }
  return isNode(node) ? node : undefined
}

function plain(node: unknown): unknown {
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [keyText(key), plain(value)]))
  if (isCollection(node)) return node.items.map(plain)
  if (!isScalar(node)) return null
  const { value, source } = node
  return typeof value === 'number' && String(value) !== source ? source : value
}
