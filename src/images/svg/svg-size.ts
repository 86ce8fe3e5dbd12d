import { ImageRefusal } from '../image-refusal.ts'

/** CSS pixels of a unit; `em` and `ex` as browsers take them for an image, which has no text around it. */
const UNITS: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  em: 16,
  rem: 16,
  ex: 8,
}

/**
 * Answers the size of an SVG in CSS pixels, rounded: `width` and `height`, else in the proportion of the
 * `viewBox`, else the 300 × 150 of CSS. Throws `ImageRefusal` when a side is 0.
 */
export function svgSize(attributes: ReadonlyMap<string, string>): { width: number; height: number } {
  const box = /^\s*[-+.\de]+[\s,]+[-+.\de]+[\s,]+([-+.\de]+)[\s,]+([-+.\de]+)\s*$/i.exec(
    attributes.get('viewBox') ?? '',
  )
  const [boxWidth, boxHeight] = [positive(box?.[1]), positive(box?.[2])]
  const [width, height] = [pixels(attributes.get('width')), pixels(attributes.get('height'))]
  const ratio = boxWidth && boxHeight ? boxWidth / boxHeight : undefined
  const size = {
    width: Math.round(width ?? (height && ratio ? height * ratio : (boxWidth ?? 300))),
    height: Math.round(height ?? (width && ratio ? width / ratio : (boxHeight ?? 150))),
  }
  if (size.width >= 1 && size.height >= 1) return size
  throw new ImageRefusal(
    'is an SVG of no size',
    'give <svg> a width and a height, e.g. width="300" height="150"',
  )
}

function positive(number: string | undefined): number | undefined {
  const value = Number(number)
  return Number.isFinite(value) && value > 0 ? value : undefined
}

/** Percentages and relative units mean nothing for an image by itself: `undefined`. */
function pixels(length: string | undefined): number | undefined {
  const match = /^\s*\+?((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([a-z]*)\s*$/i.exec(length ?? '')
  const unit = UNITS[match?.[2]?.toLowerCase() ?? '?']
  return match && unit !== undefined ? Number(match[1]) * unit : undefined
}
