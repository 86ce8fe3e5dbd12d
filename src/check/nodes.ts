import type { Nodes } from 'mdast'
import type { Span } from './rule.ts'

const known = new WeakMap<Nodes, readonly Nodes[]>()

/** Every node of a tree, parents before their children; found once for a root, which rules do not change. */
export function nodesOf(tree: Nodes): readonly Nodes[] {
  // Of its many branches none is kept: what is kept by a weak key costs the collector of garbage most.
  if (tree.type !== 'root') return allOf(tree)
  const before = known.get(tree)
  if (before) return before
  const found = allOf(tree)
  known.set(tree, found)
  return found
}

function allOf(tree: Nodes): readonly Nodes[] {
  const found: Nodes[] = []
  const walk = (node: Nodes): void => {
    found.push(node)
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return found
}

/** Where a node stands in the draft. */
export function nodeSpan({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}

/** The letters of a node and all in it. */
export function lettersOf(node: Nodes): string {
  return nodesOf(node)
    .map((one) => ('value' in one ? one.value : ''))
    .join('')
}
