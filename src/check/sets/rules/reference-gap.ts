import type { DraftSummary } from '../draft-summary.ts'
import { partsOf } from '../references.ts'
import type { SetRule } from '../set-rule.ts'

/** More numbers than this are missing: the run does not hold the series. */
const MOST = 20

/** A number of a series that no draft of the run has. */
export const referenceGap: SetRule = {
  id: 'reference-gap',
  group: 'facts',
  severity: 'off',
  isOfSet: true,
  doc: 'Catches numbers that are missing between two references of a series in a checked folder. Off until a project turns it on.',
  source: 'United Nations document symbols: running numbers.',
  bad: 'PR/2027/06, PR/2027/08',
  good: 'PR/2027/06, PR/2027/07, PR/2027/08',
  *check({ drafts, isWhole }) {
    if (!isWhole) return
    for (const [series, members] of seriesOf(drafts)) {
      for (const [i, { draft, number, width }] of members.entries()) {
        const last = members[i - 1]
        if (last === undefined || number - last.number < 2 || number - last.number > MOST) continue
        const nameOf = (n: number) => series.replace('#', String(n).padStart(width, '0'))
        const [from, to] = [nameOf(last.number + 1), nameOf(number - 1)]
        yield {
          draft,
          at: draft.spots.reference,
          message: `${from === to ? `"${from}" is` : `"${from}" to "${to}" are`} missing before "${draft.reference}"`,
          hint: 'check the other drafts too, or mend the number',
          related: [{ draft: last.draft, at: last.draft.spots.reference, message: 'the number before' }],
        }
      }
    }
  },
}

interface Member {
  readonly draft: DraftSummary
  readonly number: number
  readonly width: number
}

/** The first draft of each number by series, in the order of the numbers; suffixes of corrections are no series. */
function seriesOf(drafts: readonly DraftSummary[]): Map<string, Member[]> {
  const all = new Map<string, Map<number, Member>>()
  for (const draft of drafts) {
    const { reference } = draft
    if (reference === undefined || /\b(?:Corr|Rev|Add)\b/i.test(reference)) continue
    const { series, number, width } = partsOf(reference)
    if (number === undefined) continue
    const members = all.get(series) ?? new Map<number, Member>()
    all.set(series, members)
    if (!members.has(number)) members.set(number, { draft, number, width })
  }
  return new Map(
    [...all].map(([series, members]) => [series, [...members.values()].sort((a, b) => a.number - b.number)]),
  )
}
