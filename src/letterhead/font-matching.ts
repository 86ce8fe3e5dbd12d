/** Upright or slanted, as CSS `font-style` names them. */
export type FontStyle = 'normal' | 'italic'

/** One cut of a family: its weight (1 to 1000, regular 400, bold 700) and style. */
export interface FontCut {
  readonly weight: number
  readonly style: FontStyle
}

/**
 * Answers the cut a browser takes for a wanted one (CSS Fonts 4, 5.2): style before weight, so that
 * bold italic falls back to italic, and italic of a family without italics to upright.
 * Choosing as the browser does is what makes an embedded face the one that is used. No cuts: `undefined`.
 */
export function matchCut<Cut extends FontCut>(cuts: readonly Cut[], wanted: FontCut): Cut | undefined {
  const sameStyle = cuts.filter((cut) => cut.style === wanted.style)
  const candidates = sameStyle.length > 0 ? sameStyle : cuts
  return [...candidates].sort((a, b) => distance(a.weight, wanted) - distance(b.weight, wanted))[0]
}

/** Regular tries up to 500, then lighter, then heavier; bold tries heavier, then lighter. */
function distance(weight: number, wanted: FontCut): number {
  const away = Math.abs(weight - wanted.weight)
  if (wanted.weight > 500) return weight >= wanted.weight ? away : 1000 + away
  if (weight >= wanted.weight && weight <= 500) return away
  return weight < wanted.weight ? 1000 + away : 2000 + away
}
