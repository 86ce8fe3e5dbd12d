import type { Html, Nodes, Parent, Root } from 'mdast'
import { type Brace, countBraces, findBraces } from '../yaml/find-braces.ts'
import { type ExpressionFault, scanExpressions } from './scan-expressions.ts'

/** What becomes of the expressions of a tree; offsets point into its source. */
export interface Filling {
  /** The text that stands for `{{…}}`. */
  value(expression: string, start: number, end: number): string
  /** Told of braces that cannot be read where they stand. */
  fault(kind: ExpressionFault | 'split' | 'html' | 'image', start: number, end: number): void
}

/**
 * Puts values into the texts and link addresses of a tree, as text; code stays as it is. The tree given is
 * left alone, and every node keeps its position in the source.
 */
export function expandTree(tree: Root, source: string, filling: Filling): Root {
  const definitions = addressesOf(tree)
  const expand = <N extends Nodes>(node: N, later: () => string): N => {
    if (node.type === 'text') {
      const braces = bracesOf(node, source)
      return { ...node, value: fill(node.value, braces, node, filling, later) }
    }
    if (node.type === 'html') reportHtml(node, source, filling)
    const filled: Nodes = { ...node }
    if ('children' in filled) {
      const siblings = (node as Parent).children
      filled.children = siblings.map((child, i) =>
        expand(child, () =>
          siblings
            .slice(i + 1)
            .map(textOf)
            .join(''),
        ),
      ) as typeof filled.children as never
    }
    if (filled.type === 'link' || filled.type === 'definition') {
      const braces = bracesOfAddress(filled, source)
      filled.url = asAddress(fill(filled.url, braces, filled, filling), filled.url)
    }
    if (filled.type === 'image' || filled.type === 'imageReference') {
      const braces = bracesOf(filled, source)
      const alt = filled.alt ?? ''
      filled.alt = fill(alt, braces, filled, filling)
      const url = filled.type === 'image' ? filled.url : (definitions.get(filled.identifier) ?? '')
      if (url.includes('{{')) {
        const own = filled.type === 'image' ? braces.slice(countBraces(alt)) : []
        const [start, end] = [own[0]?.start, own[countBraces(url) - 1]?.end]
        filling.fault('image', start ?? startOf(filled), end ?? endOf(filled))
      }
      if (filled.type === 'image' && filled.title) {
        const before = countBraces(alt) + countBraces(filled.url)
        filled.title = fill(filled.title, braces.slice(before), filled, filling)
      }
    }
    return filled as N
  }
  return expand(tree, () => '')
}

/** A text with its expressions replaced; `later` tells what stands behind it in the same paragraph. */
function fill(
  text: string,
  braces: readonly Brace[],
  node: Nodes,
  filling: Filling,
  later: () => string = () => '',
): string {
  if (!text.includes('{{')) return text
  const known = new Map([...text.matchAll(/[{}]/g)].map(({ index }, i) => [index, braces[i]]))
  const braceAt = (index: number) => known.get(index)
  const span = (start: number, length: number): [number, number] => [
    braceAt(start)?.start ?? startOf(node),
    braceAt(start + length - 1)?.end ?? endOf(node),
  ]
  const pieces = scanExpressions(text, (index) => braceAt(index)?.isBare === false)
  const filled = pieces.map((piece) => {
    if (piece.kind === 'text') return piece.text
    const at = span(piece.start, piece.text.length)
    if (piece.kind === 'expression') return filling.value(piece.text, ...at)
    const isSplit = piece.kind === 'open' && later().includes('}}')
    filling.fault(isSplit ? 'split' : piece.kind, ...at)
    return piece.text
  })
  return filled.join('')
}

function bracesOf({ position }: Nodes, source: string): Brace[] {
  const [start, end] = [position?.start.offset, position?.end.offset]
  return start === undefined || end === undefined ? [] : findBraces(source, start, end, 'markdown')
}

/** The braces of an address: behind the words of a link, or inside `<https://…>`. */
function bracesOfAddress(node: Extract<Nodes, { type: 'link' | 'definition' }>, source: string): Brace[] {
  const start = node.position?.start.offset ?? 0
  const isAutolink = node.type === 'link' && source[start] === '<'
  const words =
    node.type === 'link' ? node.children.at(-1)?.position?.end.offset : source.indexOf(']:', start)
  const from = isAutolink ? start : (words ?? start)
  return bracesOf(node, source).filter((brace) => brace.start >= from)
}

/** What a value brings into an address must not end it: blanks and quotation marks are encoded. */
function asAddress(filled: string, written: string): string {
  return filled === written ? filled : filled.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent)
}

/** Raw HTML is no text of the tree: braces in it would be printed as they stand. Comments are not printed. */
function reportHtml(node: Html, source: string, filling: Filling): void {
  const { start, end } = node.position ?? {}
  const braces = findBraces(source, start?.offset ?? 0, end?.offset ?? 0, 'html')
  let [first, from] = [0, 0]
  // No brace of HTML is escaped by Markdown.
  for (const piece of scanExpressions(withoutComments(node.value), () => false)) {
    if (piece.kind === 'text') continue
    first += countBraces(node.value.slice(from, piece.start))
    from = piece.start
    const last = first + countBraces(piece.text) - 1
    filling.fault('html', braces[first]?.start ?? 0, braces[last]?.end ?? 0)
  }
}

/** HTML with blanks for its comments; one that is never closed is no comment. */
function withoutComments(html: string): string {
  const parts: string[] = []
  let from = 0
  for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', open)
    if (end < 0) break
    parts.push(html.slice(from, open), ' '.repeat(end + 3 - open))
    from = end + 3
  }
  return parts.join('') + html.slice(from)
}

/** Addresses that references lead to; the first definition of a name counts. */
function addressesOf(tree: Root): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>()
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !addresses.has(node.identifier))
      addresses.set(node.identifier, node.url)
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
  return addresses
}

function startOf({ position }: Nodes): number {
  return position?.start.offset ?? 0
}

function endOf({ position }: Nodes): number {
  return position?.end.offset ?? 0
}

function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node && node.type === 'text' ? node.value : ''
}
