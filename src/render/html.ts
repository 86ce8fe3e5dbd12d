import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Image } from '../images/read-images.ts'
import { chooseFaces, type MissingGlyph } from '../letterhead/font-choice.ts'
import type { Release } from '../release/release.ts'
import { htmlHead } from './html-head.ts'
import { pageText } from './page-css.ts'
import { textRuns } from './text-runs.ts'
import { viewOf } from './view.ts'

/** Stands for the head while the body is printed: which fonts it needs is known only then. */
const HEAD_MARK = '\u0000head\u0000'

/**
 * A self-contained HTML document, one piece behind the other: most of it are its fonts, the same from one release
 * to the next, and what is the same need not be looked at, encoded or handed to a browser again.
 */
export interface HtmlPieces {
  /** Up to the content of the style element that holds the fonts. */
  readonly before: string
  /** The rules of the fonts. */
  readonly fonts: string
  readonly behind: string
}

/** A release as one self-contained HTML file. */
export interface HtmlDocument extends HtmlPieces {
  /** The file, in UTF-8. */
  bytes(): Uint8Array
  /** Characters that no embedded font has. */
  readonly missing: readonly MissingGlyph[]
}

/** Renders a release as HTML; `tool` is the name and version for `generator`. */
export function renderHtml(release: Release, tool: string): HtmlDocument {
  const view = viewOf(release, {
    head: HEAD_MARK,
    rich: (root) => richHtml(root, release.images),
    link: (link) => link.text,
    references: () => [],
  })
  const page = release.letterhead.html(view)
  const runs = textRuns(page)
  const fonts = chooseFaces(release.letterhead.fonts, {
    ...runs,
    regular: runs.regular + pageText(release),
  })
  const [before = '', after = ''] = page.split(HEAD_MARK)
  const [start, end] = htmlHead(release, tool)
  const pieces = {
    before: `${before.trimStart()}${start}`,
    fonts: fonts.css,
    behind: `${end}${after.trimEnd()}\n`,
  }
  return {
    ...pieces,
    bytes: () =>
      Buffer.concat([Buffer.from(pieces.before), encodedFonts(pieces.fonts), Buffer.from(pieces.behind)]),
    missing: fonts.missing,
  }
}

/** Most choices of fonts kept encoded: letterheads and scripts of one batch, some 100 kB each. */
const MOST_ENCODED = 32
const encoded = new Map<string, Uint8Array>()

/** Most of a file are its fonts, the same in one release after the other: encoded once. */
function encodedFonts(css: string): Uint8Array {
  const bytes = encoded.get(css) ?? Buffer.from(css)
  if (encoded.size >= MOST_ENCODED) encoded.clear()
  encoded.set(css, bytes)
  return bytes
}

/** Prints a tree with its images inlined. */
export function richHtml(root: Root, images: ReadonlyMap<string, Image>): string {
  // Always: an address that was not read must not stay in a file that loads nothing.
  const tree = { ...root, children: root.children.map((child) => inline(child as ElementContent, images)) }
  return toHtml(tree as Root, { characterReferences: { useNamedReferences: true } }).trim()
}

function inline(node: ElementContent, images: ReadonlyMap<string, Image>): ElementContent {
  if (node.type !== 'element') return node
  if (node.tagName !== 'img')
    return { ...node, children: node.children.map((child) => inline(child, images)) }
  const image = images.get(String(node.properties.src))
  // Without its file the draft has failed; what is printed here is never written.
  const source = image ? { src: image.dataUrl, width: image.width, height: image.height } : { src: '' }
  return { ...node, properties: { ...node.properties, ...source } } satisfies Element
}
