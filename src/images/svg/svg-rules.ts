import { ImageRefusal } from '../image-refusal.ts'
import { readRaster } from '../read-raster.ts'
import type { SvgElement } from './scan-svg.ts'

const CURE = 'save it as plain SVG with everything inside, text as paths, or as PNG'

/** Elements that run something, or bring in what is no drawing. */
const FORBIDDEN = new Set(
  'script foreignobject handler listener iframe object embed audio video canvas link meta base form'.split(
    ' ',
  ),
)

const ANIMATIONS = new Set(['set', 'animate', 'animatemotion', 'animatetransform', 'discard'])

/** Names, labels and drawing programs' own attributes, which may say anything. */
const NEVER_CSS = /:|^(?:id|class|name|data-.*|aria-.*)$/i

/**
 * Answers what an element refers to: `#fragment`s and pictures as data URLs.
 * Throws `ImageRefusal` for script, foreign content, event handlers and any other reference.
 */
export function elementReferences({ name, attributes }: SvgElement): string[] {
  if (FORBIDDEN.has(name)) throw new ImageRefusal(`is an SVG with a ${name} element`, CURE)
  return [...attributes].flatMap(([full, value]) => {
    const attribute = full.slice(full.indexOf(':') + 1).toLowerCase()
    if (/^on[a-z]/i.test(full)) throw new ImageRefusal('is an SVG with an event handler', CURE)
    if (full === 'xml:base') throw elsewhere()
    if (
      ANIMATIONS.has(name) &&
      attribute === 'attributename' &&
      /^\s*(?:[\w-]+:)?(?:href|src|on\w+)\s*$/i.test(value)
    ) {
      throw new ImageRefusal('is an SVG that animates a reference', CURE)
    }
    if (attribute === 'href' || attribute === 'src') return [allowed(value)]
    return NEVER_CSS.test(full) ? [] : styleReferences(value)
  })
}

/** The same for CSS, in a `style` element or any attribute. Escapes cannot hide anything: they are resolved first. */
export function styleReferences(css: string): string[] {
  if (!/url|[\\@(]/i.test(css)) return []
  const plain = css.replace(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_, hex: string | undefined, other = '') =>
    hex ? String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)) : other,
  )
  if (/@import|\b(?:image-set|image|src|cross-fade|element)\s*\(/i.test(plain)) throw elsewhere()
  return [...plain.matchAll(/url\s*\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))/gi)].map((found) =>
    allowed(found[1] ?? found[2] ?? found[3] ?? ''),
  )
}

function allowed(reference: string): string {
  const target = reference.trim()
  if (target.startsWith('#') || /^data:image\/(?:png|jpeg|gif|webp)[;,]/i.test(target)) return target
  throw elsewhere()
}

function elsewhere(): ImageRefusal {
  return new ImageRefusal('is an SVG that refers to something outside itself', CURE)
}

/** The pixels of a picture inside a drawing, 0 for a fragment; throws `ImageRefusal` when it is no picture. */
export function picturePixels(reference: string): number {
  if (reference.startsWith('#')) return 0
  const data = /^[^,;]*;base64,([\s\S]*)$/i.exec(reference)?.[1]
  const raster = data === undefined ? undefined : readRaster(Buffer.from(data, 'base64'))
  if (raster === undefined || raster === 'damaged') {
    throw new ImageRefusal('is an SVG with a damaged picture inside', CURE)
  }
  return raster.width * raster.height
}
