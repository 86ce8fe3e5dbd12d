import type { Element, ElementContent, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize } from 'hast-util-sanitize'
import { SANITIZE_SCHEMA } from './allowed-html.ts'

/**
 * Parses the raw HTML in a tree as a browser would (HTML5) and keeps what the allow-list names. A link whose
 * address, as the browser reads it, `refuses` says no to is taken off its words.
 */
export function sanitizeRawHtml(root: Root, refuses: (href: string) => boolean): Root {
  const parsed = raw(root) as Root
  dropLinks(parsed, refuses)
  return sanitize(parsed, SANITIZE_SCHEMA) as Root
}

function dropLinks(parent: Root | Element, refuses: (href: string) => boolean): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child]
    dropLinks(child, refuses)
    const { href } = child.properties
    return child.tagName === 'a' && href !== undefined && refuses(String(href)) ? child.children : [child]
  })
}
