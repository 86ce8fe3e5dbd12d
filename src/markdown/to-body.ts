import type { Element, ElementContent, Root as HastRoot } from 'hast'
import type { Definition, Html, Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast'
import { type Handlers, type State, toHast } from 'mdast-util-to-hast'
import type { LocalFinding } from '../finding.ts'
import { cleanHtml } from './clean-html.ts'
import { findImages } from './find-images.ts'
import { isDeeper } from './find-knot.ts'
import { refuseLink } from './link-policy.ts'
import { placeAt, placeOfNode } from './places.ts'
import { type BodyWords, shapeBody } from './shape-body.ts'

/** Deeper trees than this come from HTML that was never closed. */
const MAX_DEPTH = 200

/** A body as every output prints it. */
export interface Body {
  /** Sanitised tree; images still carry the address as written. */
  readonly root: HastRoot
  readonly findings: LocalFinding[]
}

/**
 * Turns a Markdown tree into the tree that HTML and text are printed from: raw HTML passes the allow-list,
 * links and headings our policy, footnotes and figures get their form. Pure; the raw HTML parser is loaded
 * only for drafts that need it.
 */
export async function toBody(tree: Root, words: BodyWords): Promise<Body> {
  const findings: LocalFinding[] = []
  const html = firstHtml(tree)
  let root = toHast(tree, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    handlers: policies(findings),
  }) as HastRoot
  if (html) {
    const { sanitizeRawHtml } = await import('./sanitize-raw-html.ts')
    try {
      root = sanitizeRawHtml(root, (href) => refusesRawLink(href, tree, findings))
    } catch (error) {
      if (error instanceof RangeError) return tooDeep(html, findings)
      throw error
    }
    if (isDeeper(root, MAX_DEPTH)) return tooDeep(html, findings)
    const known = new Set(findImages(tree).map(({ url }) => url))
    if (dropImages(root, known)) findings.push(hiddenImage(html))
  }
  return { root: shapeBody(root, words), findings }
}

function firstHtml(node: Nodes, wanted: (node: Html) => boolean = () => true): Html | undefined {
  if (node.type === 'html') return wanted(node) ? node : undefined
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = firstHtml(child, wanted)
    if (found) return found
  }
  return undefined
}

/** Links of raw HTML stand under the same policy; where is told by the piece of HTML that holds the address. */
function refusesRawLink(href: string, tree: Root, findings: LocalFinding[]): boolean {
  const refused = refuseLink(href)
  if (!refused) return false
  const html = firstHtml(tree, (node) => node.value.includes(href)) ?? firstHtml(tree)
  const offset = Math.max(0, html?.value.indexOf(href) ?? 0)
  const place = html ? placeAt(html.value, offset, placeOfNode(html)) : placeOfNode(tree)
  findings.push({ severity: 'warning', rule: 'link-refused', ...refused, ...place })
  return true
}

/** Takes out images that `findImages` did not see, and so nobody read; true where there were any. */
function dropImages(parent: HastRoot | Element, known: ReadonlySet<string>): boolean {
  let dropped = false
  parent.children = (parent.children as ElementContent[]).filter((child) => {
    if (child.type !== 'element') return true
    const kept = child.tagName !== 'img' || known.has(String(child.properties.src ?? ''))
    if (!kept || dropImages(child, known)) dropped = true
    return kept
  })
  return dropped
}

function hiddenImage(html: Html): LocalFinding {
  const message = 'an image in HTML whose address cannot be read'
  const hint = 'write it in Markdown: ![The ceremony](ceremony.jpg)'
  return { severity: 'error', rule: 'image-refused', message, hint, ...placeOfNode(html) }
}

/** HTML that is nested beyond all prose is not printed: the stack would not last. */
function tooDeep(html: Html, findings: LocalFinding[]): Body {
  const message = `HTML nested more than ${MAX_DEPTH} deep`
  const finding = { severity: 'error', rule: 'draft-too-large', message, hint: 'close each tag' } as const
  return {
    root: { type: 'root', children: [] },
    findings: [...findings, { ...finding, ...placeOfNode(html) }],
  }
}

/** How nodes that our policy speaks of become elements; everything else is CommonMark's own. */
function policies(findings: LocalFinding[]): Handlers {
  const link = (state: State, node: Link | LinkReference, url: string): Element | ElementContent[] => {
    const refused = refuseLink(url)
    const children = state.all(node) as Element['children']
    if (!refused) return { type: 'element', tagName: 'a', properties: { href: url }, children }
    findings.push({ severity: 'warning', rule: 'link-refused', ...refused, ...placeOfNode(node) })
    return children as ElementContent[]
  }
  const image = (node: Image | ImageReference, url: string, title?: string | null): Element => {
    const properties = { src: url, alt: node.alt ?? '', ...(title ? { title } : {}) }
    return { type: 'element', tagName: 'img', properties, children: [] }
  }
  const definition = (state: State, node: { identifier: string }): Definition | undefined =>
    state.definitionById.get(node.identifier.toUpperCase())
  return {
    link: (state: State, node: Link) => link(state, node, node.url),
    linkReference: (state: State, node: LinkReference) => {
      const target = definition(state, node)
      return target ? link(state, node, target.url) : revert(state, node)
    },
    image: (_state: State, node: Image) => image(node, node.url, node.title),
    imageReference: (state: State, node: ImageReference) => {
      const target = definition(state, node)
      return target ? image(node, target.url, target.title) : { type: 'text', value: `![${node.alt ?? ''}]` }
    },
    html: (_state: State, node: Html) => {
      const cleaned = cleanHtml(node.value, placeOfNode(node))
      findings.push(...cleaned.findings)
      return { type: 'raw', value: cleaned.html }
    },
  }
}

/** A reference to nothing is the text it was typed as. */
function revert(state: State, node: LinkReference): ElementContent[] {
  return [
    { type: 'text', value: '[' },
    ...(state.all(node) as ElementContent[]),
    { type: 'text', value: ']' },
  ]
}
