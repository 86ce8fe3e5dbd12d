import type { Element, ElementContent, Root } from 'hast'

/** The words that the renderer adds to a body, in its language. */
export interface BodyWords {
  /** Heading over the footnotes. */
  readonly footnotes: string
  /** What a screen reader says of the link from a footnote back to the text. */
  readonly backToText: string
}

type Parent = Root | Element

/**
 * Gives the sanitised tree the form that every output prints: headings from `h2` on (the headline is the
 * only `h1`), footnotes, a paragraph of one image as a figure.
 */
export function shapeBody(root: Root, words: BodyWords): Root {
  const shift = 2 - Math.min(...depths(root), 2 + 5)

  const shape = (parent: Parent): void => {
    parent.children = parent.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return child.type === 'text' ? [child] : []
      const node = child
      shape(node)
      const level = headingLevel(node)
      if (level > 0) node.tagName = `h${Math.min(6, Math.max(2, level + shift))}`
      if (node.tagName === 'q') return [text('“'), ...node.children, text('”')]
      if (node.tagName === 'sup') return [footnoteReference(node) ?? node]
      if (node.tagName === 'section' && node.properties.dataFootnotes !== undefined)
        return [footnotes(node, words)]
      if (node.tagName === 'p') return [figure(node) ?? boldHeading(node) ?? node]
      return [node]
    }) as Parent['children'] & ElementContent[]
  }
  shape(root)
  return root
}

function* depths(parent: Parent): Generator<number> {
  for (const child of parent.children) {
    if (
      child.type !== 'element' ||
      (child.tagName === 'section' && child.properties.dataFootnotes !== undefined)
    )
      continue
    const level = headingLevel(child)
    if (level > 0) yield level
    yield* depths(child)
  }
}

function headingLevel(node: Element): number {
  return /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : 0
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

/** The mark of a footnote keeps its raised figure, linked; the text writes it with superscript figures. */
function footnoteReference(sup: Element): Element | undefined {
  const link = sup.children[0]
  if (link?.type !== 'element' || link.properties.dataFootnoteRef === undefined) return undefined
  const shown = link.children[0]
  const mark = shown?.type === 'text' ? shown.value : ''
  const { href, id } = link.properties
  return element('a', { href, ...(id ? { id } : {}), role: 'doc-noteref' }, [
    element('sup', {}, [text(mark)]),
  ])
}

function footnotes(section: Element, words: BodyWords): Element {
  const list = section.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'ol',
  )
  for (const item of list?.children ?? []) {
    if (item.type === 'element') giveBackLinks(item, words)
  }
  const heading = element('h2', { id: 'release-footnotes' }, [text(words.footnotes)])
  return element(
    'section',
    { role: 'doc-endnotes', ariaLabelledBy: ['release-footnotes'] },
    list ? [heading, list] : [heading],
  )
}

function giveBackLinks(node: Element, words: BodyWords): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.tagName !== 'a' || !String(child.properties.href ?? '').startsWith('#fnref-')) {
      giveBackLinks(child, words)
      continue
    }
    child.properties = { href: child.properties.href, role: 'doc-backlink', ariaLabel: words.backToText }
    child.children = [text('↑')]
  }
}

/** A paragraph that holds one image and nothing else is a figure; the image's title is its caption. */
function figure(paragraph: Element): Element | undefined {
  const content = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  const [image] = content
  if (content.length !== 1 || image?.type !== 'element' || image.tagName !== 'img') return undefined
  const { title, ...properties } = image.properties
  const picture = element('img', properties, [])
  if (!title) return element('figure', {}, [picture])
  return element('figure', {}, [picture, element('figcaption', {}, [text(String(title))])])
}

/** A paragraph all in bold is a heading to its reader; marked, so that it is not stranded at a page's foot. */
function boldHeading(paragraph: Element): Element | undefined {
  const [only] = paragraph.children
  const bold = only?.type === 'element' && ['strong', 'b'].includes(only.tagName)
  if (paragraph.children.length !== 1 || !bold) return undefined
  return { ...paragraph, properties: { ...paragraph.properties, className: ['heading'] } }
}
