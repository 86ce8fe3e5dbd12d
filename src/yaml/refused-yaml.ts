import { type Document, isAlias, isCollection, isMap, isNode, isScalar, type Node, visit } from 'yaml'

/** One thing that is wrong, between two offsets of the text. */
export interface YamlFault {
  readonly start: number
  readonly end?: number | undefined
  readonly message: string
  readonly hint: string
  /** True where everything behind it is a consequence of it. */
  readonly final?: boolean
}

/** Deeper nesting than this is refused; no field goes deeper than five. */
const MAX_DEPTH = 20

/** What YAML's own tags begin with when they are written out. */
export const YAML_TAG = 'tag:yaml.org,2002:'
/** The cure for tags. */
export const TAG_HINT = 'delete it, or put the value in quotes: "!…"'

/** Keys that could reach a prototype, and the merge key of YAML 1.1. */
const REFUSED_KEYS = ['__proto__', 'constructor', 'prototype', '<<']

/**
 * What a data file has no need of and some parsers act on: directives, tags, anchors, aliases, dangerous and
 * repeated keys, deep nesting. `lineOf` tells the line of an offset.
 */
export function refusedYaml(
  document: Document,
  text: string,
  lineOf: (offset: number) => number,
): YamlFault[] {
  const faults: YamlFault[] = []
  const fault = (node: Node | undefined, message: string, hint: string) => {
    const [start = 0, end] = node?.range ?? []
    faults.push({ start, end, message, hint })
  }
  const directive = /^%\S+/m.exec(text)
  if (directive) {
    faults.push({
      start: directive.index,
      message: `YAML directive "${directive[0]}"`,
      hint: 'delete the line',
    })
  }
  visit(document, {
    Node(_, node, path) {
      if (isAlias(node)) {
        fault(node, `YAML alias "*${node.source}"`, 'write the value out, or quote it: "*"')
      } else if (node.anchor) {
        fault(node, `YAML anchor "&${node.anchor}"`, 'write the value out, or quote it: "&"')
      } else if (node.tag !== undefined) {
        fault(node, `YAML tag "${node.tag.replace(YAML_TAG, '!!')}"`, TAG_HINT)
      } else if (isMap(node) && text.startsWith('{{', node.range?.[0])) {
        fault(
          node,
          'a value that begins with "{{" is not text to YAML',
          'put the whole value in quotes: "{{…}} …"',
        )
        return visit.SKIP
      } else if (isCollection(node) && path.filter(isCollection).length >= MAX_DEPTH) {
        fault(node, `lists or maps nested more than ${MAX_DEPTH} deep`, 'one or two levels are enough')
        return visit.BREAK
      }
      if (isMap(node)) {
        const first = new Map<string, number>()
        for (const { key } of node.items) {
          const name = keyText(key)
          const at = isNode(key) ? (key.range?.[0] ?? 0) : 0
          const known = name === undefined ? undefined : first.get(name)
          const place = isNode(key) ? key : node
          if (name === undefined) fault(place, 'a key that is no text', 'write `key: value` lines')
          else if (REFUSED_KEYS.includes(name)) fault(place, `the key "${name}" is not allowed`, 'delete it')
          else if (known !== undefined) {
            fault(place, `the key "${name}" stands in line ${lineOf(known)} already`, 'keep one of them')
          } else first.set(name, at)
        }
      }
      return undefined
    },
  })
  return faults
}

/** A key of a map as it is written; `undefined` for one that is empty, a list or a map. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined
  const text = key.source ?? String(key.value ?? '')
  return text === '' ? undefined : text
}
