import type { DraftSummary } from '../draft-summary.ts'
import { looseReference, partsOf } from '../references.ts'
import type { SetRule } from '../set-rule.ts'

/** A correction of a release that there is not. */
export const correctionTargetUnknown: SetRule = {
  id: 'correction-target-unknown',
  group: 'facts',
  severity: 'warning',
  isOfSet: true,
  doc: 'Catches a correction of a reference that no draft of the run has, where a checked folder holds that series from an earlier number on, or the same reference in another spelling. A release of another year or series may lie elsewhere.',
  source: 'Business Wire, CORRECTING and REPLACING: a correction says what it corrects.',
  bad: 'corrects: {reference: PR/2027/70}, beside PR/2027/06, PR/2027/07 and PR/2027/08',
  good: 'corrects: {reference: PR/2027/07}, beside PR/2027/06, PR/2027/07 and PR/2027/08',
  *check({ drafts, isWhole }) {
    const known = new Set(drafts.map(({ reference }) => reference?.toUpperCase()))
    const spellings = new Map(drafts.map((draft) => [looseReference(draft.reference ?? ''), draft]))
    for (const draft of drafts) {
      const { corrects } = draft
      if (corrects === undefined || known.has(corrects.toUpperCase())) continue
      const same = spellings.get(looseReference(corrects))
      const neighbour = same ?? (isWhole ? neighbourOf(corrects, draft, drafts) : undefined)
      if (neighbour === undefined) continue
      yield {
        draft,
        at: draft.spots.corrects,
        message: `no release of this run has the reference "${corrects}" that is corrected`,
        hint: same ? `did you mean "${same.reference}"?` : 'mend the reference, or check its draft too',
        related: [{ draft: neighbour, at: neighbour.spots.reference, message: neighbour.headline }],
      }
    }
  },
}

/** The release of the same series with the highest number, where the run holds the series from below that number on. */
function neighbourOf(
  reference: string,
  draft: DraftSummary,
  drafts: readonly DraftSummary[],
): DraftSummary | undefined {
  const { series, number } = partsOf(reference)
  if (number === undefined) return undefined
  const others = drafts.flatMap((other) => {
    if (other === draft || other.reference === undefined) return []
    const parts = partsOf(other.reference)
    return parts.series === series && parts.number !== undefined ? [{ other, number: parts.number }] : []
  })
  others.sort((a, b) => b.number - a.number)
  const isBegun = others.some((one) => one.number < number)
  const isSeries = new Set(others.map((one) => one.number)).size > 1
  return isSeries && isBegun ? others[0]?.other : undefined
}
