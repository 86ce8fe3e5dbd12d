import type { HtmlPieces } from '../render/html.ts'

// Runs inside the page, from the DevTools: scripts of the page itself are off. Getters are taken from the
// prototype because an element named `fonts` or `images` would stand before the document's own.
const OWN = '(name) => Object.getOwnPropertyDescriptor(Document.prototype, name).get.call(document)'

/**
 * Waits for every image and every declared font, used or not: Chromium does not wait for a font that only a
 * margin box uses, and prints the first document of a page with a fallback. Animations are taken off: no frame is
 * drawn, so that what fades in would never be there. Answers the names of fonts that failed.
 */
export const AWAIT_ASSETS = `(async () => {
  const own = ${OWN}
  for (const animation of Document.prototype.getAnimations.call(document)) animation.cancel()
  await Promise.allSettled([...own('images')].filter((image) => !image.complete).map((image) => image.decode()))
  const faces = [...own('fonts')]
  const loads = await Promise.allSettled(faces.map((face) => face.load()))
  return faces.filter((face, index) => loads[index].status === 'rejected').map((face) => face.family)
})()`

/** The text that stands for the kept style sheet in a document handed to the swapper. */
const KEPT_STYLE = '/* kept */'

/**
 * An expression that answers the swapper of a page: a function that puts another document into it, keeps the style
 * sheet with the decoded fonts, and waits as `AWAIT_ASSETS` does. Policies stay in force whatever becomes of their
 * element, so they stay where they are. `null` where the page does not have that sheet in its head.
 */
export function swapperFor(document: HtmlPieces): string {
  return `(() => {
  const own = ${OWN}
  const isPolicy = (node) => node.localName === 'meta' && /^content-security-policy$/i.test(node.httpEquiv)
  const isStyle = (node) => node.localName === 'style'
  const [root, head] = [own('documentElement'), own('head')]
  const isKept = ({ textContent: text }) => text.length === ${sheetLength(document)} && text.includes('@font-face')
  const kept = [...head.children].find((node) => isStyle(node) && isKept(node))
  if (kept === undefined) return null
  return (html) => {
    const next = new DOMParser().parseFromString(html, 'text/html')
    for (const node of [...head.childNodes]) if (node !== kept && !isPolicy(node)) node.remove()
    let place = kept
    for (const node of [...next.head.childNodes]) {
      if (isStyle(node) && node.textContent.includes('${KEPT_STYLE}')) place = null
      else if (!isPolicy(node)) head.insertBefore(node, place)
    }
    for (const name of root.getAttributeNames()) root.removeAttribute(name)
    for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
    own('body').replaceWith(next.body)
    return ${AWAIT_ASSETS}
  }
})()`
}

/** The length of the text of the style element with the fonts, as a reader of HTML makes it. */
function sheetLength({ before, fonts, behind }: HtmlPieces): number {
  const sheet = before.slice(before.lastIndexOf('>') + 1) + fonts + behind.slice(0, behind.indexOf('</style'))
  return sheet.replaceAll('\r\n', '\n').length
}

/** The document as the swapper takes it: without the fonts, which the page has. */
export function withoutFonts({ before, behind }: HtmlPieces): string {
  return before + KEPT_STYLE + behind
}

/** The policies of a document, which bind the page for good: another document must have the same. */
export function contentPolicy({ before, behind }: HtmlPieces): string {
  return ((before + behind).match(/<meta\b[^>]*content-security-policy[^>]*>/gi) ?? []).join('\n')
}
