import { ImageRefusal } from '../image-refusal.ts'
import { countUnfolding } from './count-unfolding.ts'
import { type SvgElement, scanSvg } from './scan-svg.ts'
import { elementReferences, picturePixels, styleReferences } from './svg-rules.ts'
import { svgSize } from './svg-size.ts'

/** Larger drawings are maps or traced photographs, which print better and faster as pictures. */
const LARGEST_BYTES = 2 * 2 ** 20
const MOST_ELEMENTS = 50_000
const DEEPEST = 256
/** Elements a drawing may unfold into through `use`, patterns and the like. */
const MOST_UNFOLDED = 500_000

const SIMPLER = 'save it as plain SVG from the drawing program, or as PNG'

/** True when a file claims to be an SVG drawing; whether it is one, only `readSvg` tells. */
export function looksLikeSvg(bytes: Buffer): boolean {
  const head = bytes.toString('utf8', 0, 4096)
  return (
    /^\ufeff?\s*</.test(head) && /<(?:[\w-]+:)?svg[\s>]/.test(head) && !/<(?:!doctype\s+)?html\b/i.test(head)
  )
}

/**
 * Reads the size in pixels of an SVG drawing that is safe and whole.
 * Throws `ImageRefusal` when it holds script, foreign content, references to elsewhere or entities,
 * when it is not well-formed UTF-8 XML, or when it unfolds into too much (`pixels`: for pictures inside).
 */
export function readSvg(bytes: Buffer, pixels: number): { width: number; height: number } {
  if (bytes.length > LARGEST_BYTES) throw new ImageRefusal('is an SVG larger than 2 MB', SIMPLER)
  const text = decode(bytes)
  const unfolding = countUnfolding()
  let root: SvgElement | undefined
  let elements = 0
  let pictured = 0
  const addPictures = (references: readonly string[]): readonly string[] => {
    for (const reference of references) pictured += picturePixels(reference)
    if (pictured > pixels)
      throw new ImageRefusal('is an SVG with pictures of too many pixels inside', SIMPLER)
    return references
  }
  const whole = scanSvg(text, {
    open(element) {
      root ??= element
      if (++elements > MOST_ELEMENTS || element.depth > DEEPEST) throw tooComplex()
      unfolding.open(element, addPictures(elementReferences(element)))
    },
    close(element, words) {
      if (element.name === 'style') addPictures(styleReferences(words))
      unfolding.close(element)
    },
  })
  if (!whole || root?.name !== 'svg')
    throw new ImageRefusal('is a damaged SVG (not well-formed XML)', SIMPLER)
  if (![...root.attributes.values()].includes('http://www.w3.org/2000/svg')) {
    throw new ImageRefusal(
      'is an SVG without its namespace',
      'add xmlns="http://www.w3.org/2000/svg" to <svg>',
    )
  }
  if (unfolding.size() > MOST_UNFOLDED) throw tooComplex()
  return svgSize(root.attributes)
}

function decode(bytes: Buffer): string {
  const utf8 = new ImageRefusal('is an SVG that is not UTF-8', SIMPLER)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw utf8
  }
  const encoding = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1]
  if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding)) throw utf8
  // What it declares stands in brackets; looked for in two steps, for one pattern would take quadratic time.
  const doctype = text.search(/<!DOCTYPE/i)
  if (doctype >= 0 && /[[>]/.exec(text.slice(doctype))?.[0] === '[') {
    throw new ImageRefusal('is an SVG with a document type of its own', SIMPLER)
  }
  if (text.includes('<?xml-stylesheet'))
    throw new ImageRefusal('is an SVG with a style sheet elsewhere', SIMPLER)
  return text
}

function tooComplex(): ImageRefusal {
  return new ImageRefusal('is an SVG with too many elements', SIMPLER)
}
