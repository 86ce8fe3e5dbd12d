import type { Nodes } from 'mdast'
import type { Span } from './rule.ts'

/** Every node of a tree, parents before their children. */
export function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* nodesOf(child)
}

/** Where a node stands in the draft. */
export function nodeSpan({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

/** The letters of a node and all in it. */
export function lettersOf(node: Nodes): string {
  return [...nodesOf(node)].map((one) => ('value' in one ? one.value : '')).join('')
}
