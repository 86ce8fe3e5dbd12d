import type { Nodes, Root } from 'mdast'
import type { Place } from '../finding.ts'
import { placeAt, placeOfNode } from './places.ts'

/** An image that a draft asks for. */
export interface ImageRequest extends Place {
  /** The address as written. */
  readonly url: string
}

/** Lists the images of a Markdown tree in order, each where it stands: Markdown's own and raw HTML's. */
export function findImages(tree: Root): ImageRequest[] {
  const definitions = new Map<string, string>()
  const requests: ImageRequest[] = []
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node.url)
  })
  walk(tree, (node) => {
    if (node.type === 'image') requests.push({ url: node.url, ...placeOfNode(node) })
    if (node.type === 'imageReference') {
      const url = definitions.get(node.identifier)
      if (url !== undefined) requests.push({ url, ...placeOfNode(node) })
    }
    if (node.type !== 'html') return
    for (const match of node.value.matchAll(
      /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
    )) {
      const url = (match[1] ?? match[2] ?? match[3] ?? '').replaceAll('&amp;', '&')
      requests.push({ url, ...placeAt(node.value, match.index, placeOfNode(node)) })
    }
  })
  return requests
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}
