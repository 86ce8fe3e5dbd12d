import { tests } from 'commonmark-spec'
import type { Element, Nodes, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { toHast } from 'mdast-util-to-hast'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts'
import { toBody } from '../../src/markdown/to-body.ts'

/** CommonMark 0.31.2; the specification writes tabs as arrows. */
const examples = tests.map(({ number, markdown, html }) => ({
  number,
  markdown: markdown.replaceAll('→', '\t'),
  html: html.replaceAll('→', '\t').trim(),
}))

/** Examples that the conversion reads otherwise than the specification, with the reason: none. */
const DIFFERENT: Readonly<Record<number, string>> = {}

/** Examples with HTML that a release may not hold: it goes, with a warning; the words stay. */
const HTML_REMOVED: readonly number[] = [
  150, 163, 169, 170, 171, 172, 173, 176, 178, 180, 182, 201, 491, 524, 536, 613, 614, 615, 616, 617, 627,
  629,
]
/** Examples with links that a release may not have (no scheme, an unknown one): the words stay. */
const LINK_REFUSED: readonly number[] = [
  21, 22, 23, 31, 32, 33, 159, 162, 187, 192, 193, 194, 195, 196, 198, 200, 202, 203, 204, 205, 206, 214, 215,
  216, 217, 218, 344, 404, 419, 422, 433, 473, 474, 476, 477, 482, 483, 484, 485, 486, 487, 489, 492, 495,
  496, 498, 499, 500, 502, 503, 504, 505, 506, 507, 509, 510, 512, 514, 515, 516, 517, 518, 519, 521, 522,
  527, 528, 529, 530, 531, 532, 533, 534, 535, 539, 540, 541, 542, 543, 544, 549, 550, 553, 554, 555, 556,
  557, 558, 559, 560, 561, 562, 564, 565, 566, 567, 568, 569, 570, 571, 593, 596, 598, 599, 601, 630, 631,
  642, 643,
]

/** Examples with other words: closed scripts and styles go with their content, a browser hides CDATA. */
const OTHER_WORDS: readonly number[] = [170, 172, 176, 178, 182, 629]

const PREFORMATTED = ['pre', 'textarea']
const BLOCKS = /^(?:blockquote|br|div|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul|script|style)$/

/** A tree without the line breaks that no browser shows: those beside blocks and at the ends of blocks. */
function normal(node: Nodes, inPre = false): unknown {
  if (node.type === 'text' || node.type === 'comment')
    return [node.type, node.value.replace(/[ \t]*\n[ \t]*/g, '\n')]
  if (node.type !== 'element' && node.type !== 'root') return [node.type]
  const name = node.type === 'root' ? 'root' : node.tagName
  const pre = inPre || PREFORMATTED.includes(name)
  const isEdge = (sibling: Nodes | undefined) =>
    sibling === undefined
      ? name === 'root' || BLOCKS.test(name)
      : sibling.type !== 'text' && (sibling.type !== 'element' || BLOCKS.test(sibling.tagName))
  const children = node.children.flatMap((child, i) => {
    if (child.type !== 'text' || pre)
      return child.type === 'text' && child.value === '' ? [] : [normal(child, pre)]
    let { value } = child
    if (isEdge(node.children[i - 1])) value = value.trimStart()
    if (isEdge(node.children[i + 1])) value = value.trimEnd()
    return value === '' ? [] : [normal({ type: 'text', value })]
  })
  return [name, node.type === 'element' ? node.properties : {}, ...children]
}

function holdsRaw(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(holdsRaw))
}

/** The specification's HTML as a browser reads it. */
function specified(html: string): Root {
  return raw({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root
}

/** What the reader reads of a tree. */
function words(node: Nodes): string {
  if (node.type === 'text') return node.value
  // The title of an image is read as its caption.
  if (node.type === 'element' && node.tagName === 'figcaption') return ''
  return 'children' in node ? (node as Element).children.map(words).join('') : ''
}

describe('CommonMark', () => {
  it('has 652 examples', () => {
    expect(examples).toHaveLength(652)
  })

  it('is read as specified, but for the listed examples', () => {
    const different = examples.filter(({ markdown, html }) => {
      const tree = toHast(parseMarkdown(markdown), { allowDangerousHtml: true }) as Root
      const got = holdsRaw(tree) ? (raw(tree) as Root) : tree
      return JSON.stringify(normal(got)) !== JSON.stringify(normal(specified(html)))
    })
    expect(different.map(({ number }) => number)).toEqual(Object.keys(DIFFERENT).map(Number))
  })

  it('loses to our policies only what they tell', async () => {
    const lost: number[] = []
    const told: Record<string, number[]> = { 'html-removed': [], 'link-refused': [] }
    for (const { number, markdown, html } of examples) {
      const { root, findings } = await toBody(parseMarkdown(markdown), { footnotes: '', backToText: '' })
      for (const rule of new Set(findings.map((finding) => finding.rule))) told[rule]?.push(number)
      const left = words(root).replace(/\s+/g, '')
      if (left !== words(specified(html)).replace(/\s+/g, '')) lost.push(number)
    }
    expect(lost).toEqual(OTHER_WORDS)
    expect(told).toEqual({ 'html-removed': HTML_REMOVED, 'link-refused': LINK_REFUSED })
  })
})
