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

/** The text that stands for the kept style sheet in a document handed to `swapDocument`. */
export const KEPT_STYLE = '/* kept */'

/**
 * Puts another document into a page that keeps its style sheet with the decoded fonts. Policies stay in force
 * whatever becomes of their element, so they stay where they are.
 */
export function swapDocument({ rest: html, length }: SplitDocument): string {
  return `(() => {
  const own = ${OWN}
  const next = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')
  const isPolicy = (node) => node.localName === 'meta' && /^content-security-policy$/i.test(node.httpEquiv)
  const isStyle = (node) => node.localName === 'style'
  const [root, head] = [own('documentElement'), own('head')]
  // Not the longest: a letterhead's own sheet may have more in it than the fonts.
  const kept = [...head.children].find((node) => isStyle(node) && node.textContent.length === ${length})
  for (const node of [...head.childNodes]) if (node !== kept && !isPolicy(node)) node.remove()
  let place = kept
  for (const node of [...next.head.childNodes]) {
    if (isStyle(node) && node.textContent === ${JSON.stringify(KEPT_STYLE)}) place = null
    else if (!isPolicy(node)) head.insertBefore(node, place)
  }
  for (const name of root.getAttributeNames()) root.removeAttribute(name)
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
  own('body').replaceWith(next.body)
})()`
}

/** The policies of a document, which bind the page for good: another document must have the same. */
export function contentPolicy(html: string): string {
  return (html.match(/<meta\b[^>]*content-security-policy[^>]*>/gi) ?? []).join('\n')
}

const MIN_KEPT = 4096

/** A document and the style sheet that a page may keep. */
export interface SplitDocument {
  /** The sheet with its opening tag, as it stands in the document. */
  readonly style: string
  /** The length of the sheet alone when it was read, in code units. */
  readonly length: number
  /** The document with `KEPT_STYLE` in the sheet's place. */
  readonly rest: string
}

/** Takes the first large style sheet, which carries the fonts, out of a document in standards mode. */
export function splitDocument(html: string): SplitDocument | undefined {
  const head = html.indexOf('</head>')
  if (head < 0 || !/^\s*<!doctype html>/i.test(html)) return undefined
  for (const match of html.slice(0, head).matchAll(/(<style\b[^>]*>)([\s\S]*?)<\/style>/gi)) {
    const [whole, open = '', style = ''] = match
    if (style.length < MIN_KEPT) continue
    const rest = `${html.slice(0, match.index)}${open}${KEPT_STYLE}</style>${html.slice(match.index + whole.length)}`
    // A reader of HTML makes one line feed of CR LF.
    return { style: open + style, length: style.replaceAll('\r\n', '\n').length, rest }
  }
  return undefined
}
