import type { CheckContext } from './context.ts'
import { lettersOf, nodeSpan, nodesOf } from './nodes.ts'
import type { Span } from './rule.ts'

/** An address that a release links to. */
export interface LinkedAddress extends Span {
  readonly url: string
  /** The words that stand for it; none for a definition, and where the address itself is shown. */
  readonly words: string | undefined
}

/** The link addresses of a release as issued: the body's, then those of the front matter. */
export function addressesOf({
  tree,
  fields,
  spanOf,
  source,
}: Pick<CheckContext, 'tree' | 'fields' | 'spanOf' | 'source'>): LinkedAddress[] {
  const found: LinkedAddress[] = []
  for (const node of nodesOf(tree)) {
    if (node.type !== 'link' && node.type !== 'definition') continue
    const span = nodeSpan(node)
    const isShown = node.type === 'definition' || source[span.start] === '<'
    found.push({ ...span, url: node.url, words: isShown ? undefined : lettersOf(node) })
  }
  for (const [i, link] of (fields.links ?? []).entries()) {
    if (typeof link === 'string') found.push({ ...spanOf(['links', i]), url: link, words: undefined })
    else found.push({ ...spanOf(['links', i, 'url']), url: link.url, words: link.label })
  }
  for (const [i, { url, title }] of (fields.attachments ?? []).entries())
    if (url !== undefined) found.push({ ...spanOf(['attachments', i, 'url']), url, words: title })
  // An expression that has no value is told of elsewhere.
  return found.filter(({ url }) => !/\{\{|%7B%7B/i.test(url))
}

/** An address or a part of it without percent signs; a sign that encodes nothing is a plain one. */
export function plainAddress(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
