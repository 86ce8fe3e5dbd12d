import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { picture, split, type Word } from './words.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** What an HTML file says, to its reader and behind the page. */
export interface HtmlFacts {
  /** In document order. */
  readonly words: readonly Word[]
  /** `lang` of the document. */
  readonly language: string | undefined
  /** Title, metadata and addresses of links: what is read elsewhere than on the page. */
  readonly hidden: readonly string[]
  /** The program that wrote it. */
  readonly generator: string | undefined
  /** Metadata that tells others of the release, for sites that copy and index: `og:title`, `JSON-LD`. */
  readonly indexed: readonly string[]
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot ' +
    'th thead tr ul'
  ).split(' '),
)
const UNREAD = new Set(['head', 'script', 'style', 'template', 'title'])

/** Metadata that says what the release says; the name of the site alone does not. */
const TELLING = /^(?:article:.+|(?:og|twitter):(?:title|description))$/

/** Deepest nesting of elements that is read; a page of a person's has some twenty. */
const MAX_DEPTH = 500

/** Reads an HTML file. Throws an `Error` where it is nested too deeply. */
export function readHtml(html: string): HtmlFacts {
  const pieces: string[] = []
  const hidden: string[] = []
  const indexed = new Set<string>()
  let [language, generator]: (string | undefined)[] = []
  let begun = false
  const note = (element: Element) => {
    const { tagName } = element
    if (tagName === 'html') language = attribute(element, 'lang')
    if (tagName === 'a') hidden.push(attribute(element, 'href') ?? '')
    if (tagName === 'title') hidden.push(element.childNodes.map(textOf).join(''))
    const isJsonLd = tagName === 'script' && attribute(element, 'type') === 'application/ld+json'
    if (isJsonLd && /"headline"\s*:/.test(element.childNodes.map(textOf).join(''))) indexed.add('JSON-LD')
    if (tagName !== 'meta') return
    const content = attribute(element, 'content') ?? ''
    const name = attribute(element, 'property') ?? attribute(element, 'name') ?? ''
    if (TELLING.test(name)) indexed.add(name)
    if (name === 'generator') generator = content
    else hidden.push(content)
  }
  const walk = (node: Node, depth: number, read: boolean): void => {
    if (depth > MAX_DEPTH) throw new Error(`elements are nested more than ${MAX_DEPTH} deep`)
    if (read && node.nodeName === '#text') {
      begun ||= textOf(node).trim() !== ''
      pieces.push(textOf(node))
    }
    if (!('tagName' in node)) return
    note(node)
    const said = read && !isUnread(node)
    const gap = said && BLOCKS.has(node.tagName) ? '\n' : ''
    pieces.push(gap)
    if (said && node.tagName === 'img' && begun) pieces.push(picture(attribute(node, 'alt')))
    for (const child of node.childNodes) walk(child, depth + 1, said)
    pieces.push(gap)
  }
  for (const child of parse(html).childNodes) walk(child, 0, true)
  const words = split(pieces.join('')).map((text) => ({ text }))
  return { words, language, hidden: hidden.filter((text) => text !== ''), generator, indexed: [...indexed] }
}

/** The words of an HTML file, in document order. */
export function htmlWords(html: string): readonly Word[] {
  return readHtml(html).words
}

function textOf(node: Node): string {
  return 'value' in node ? node.value : ''
}

function isUnread(element: Element): boolean {
  return (
    UNREAD.has(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true' ||
    attribute(element, 'role') === 'doc-backlink'
  )
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((other) => other.name === name)?.value
}
