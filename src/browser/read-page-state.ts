// Runs inside the page, from the DevTools: scripts of the page itself are off. Getters are taken from the prototype
// because an element named `fonts` or `images` would stand before the document's own.
const OWN = '(name) => Object.getOwnPropertyDescriptor(Document.prototype, name).get.call(document)'

/**
 * Waits for every image and every declared font, used or not: Chromium does not wait for a font that only a margin
 * box uses, and prints the first document of a page with a fallback. Answers the names of fonts that failed.
 */
export const AWAIT_ASSETS = `(async () => {
  const own = ${OWN}
  await Promise.allSettled([...own('images')].filter((image) => !image.complete).map((image) => image.decode()))
  const faces = [...own('fonts')]
  const loads = await Promise.allSettled(faces.map((face) => face.load()))
  return faces.filter((face, index) => loads[index].status === 'rejected').map((face) => face.family)
})()`

/** The text that stands for the kept style sheet in a document handed to `swapDocument`. */
export const KEPT_STYLE = '/* kept */'

/**
 * Puts another document into a page that keeps its style sheet with the decoded fonts. `html` has a style element
 * with \`KEPT_STYLE\` in its place. A content security policy cannot be taken back, so an equal one stays.
 */
export function swapDocument(html: string): string {
  return `(() => {
  const own = ${OWN}
  const next = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html')
  const [root, head] = [own('documentElement'), own('head')]
  const nextHead = [...next.head.childNodes]
  const marker = nextHead.find((node) => node.localName === 'style' && node.textContent === ${JSON.stringify(KEPT_STYLE)})
  const kept = [...head.children].filter((node) => node.localName === 'style')
    .reduce((a, b) => (b.textContent.length > a.textContent.length ? b : a))
  const isPolicy = (node) => node.localName === 'meta' && /^content-security-policy$/i.test(node.httpEquiv)
  const policies = [...head.children].filter(isPolicy)
  for (const node of [...head.childNodes]) if (node !== kept && !policies.includes(node)) node.remove()
  let before = true
  for (const node of nextHead) {
    if (node === marker) before = false
    else if (!(isPolicy(node) && policies.some((policy) => policy.isEqualNode(node)))) {
      if (before) head.insertBefore(document.adoptNode(node), kept)
      else head.append(document.adoptNode(node))
    }
  }
  for (const name of root.getAttributeNames()) root.removeAttribute(name)
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value)
  own('body').replaceWith(document.adoptNode(next.body))
  return Boolean(marker)
})()`
}
