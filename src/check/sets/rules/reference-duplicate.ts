import { type DraftSummary, languageOf } from '../draft-summary.ts'
import { type Families, familiesOf } from '../families.ts'
import type { SetRule } from '../set-rule.ts'

/** Days within which versions in other languages may follow, where nothing says whose translations they are. */
const VERSIONS = 31

/** One reference, two releases. */
export const referenceDuplicate: SetRule = {
  id: 'reference-duplicate',
  group: 'facts',
  severity: 'error',
  isOfSet: true,
  doc: 'Catches a reference that two different releases of a run have. Translations of one release share it, and so do copies of a file, and a release that replaces the one it names in `corrects`.',
  source: 'United Nations document symbols: one symbol, one document, in all its languages.',
  bad: 'reference: PR/2027/07, and in another release of the run: reference: PR/2027/07',
  good: 'reference: PR/2027/07, and in another release of the run: reference: PR/2027/08',
  *check({ drafts }) {
    const families = familiesOf(drafts)
    for (const [reference, users] of usersOf(drafts)) {
      for (const [i, draft] of users.entries()) {
        const first = users.slice(0, i).find((other) => !mayShare(draft, other, families))
        if (first === undefined) continue
        yield {
          draft,
          at: draft.spots.reference,
          message: `"${reference}" is the reference of another release too: ${first.path}`,
          hint: 'give one of them a number of its own; a translation says so with translation_of',
          related: [{ draft: first, at: first.spots.reference, message: first.headline }],
        }
      }
    }
  },
}

/** The drafts that have a reference, the oldest first: the number is rather theirs. */
function usersOf(drafts: readonly DraftSummary[]): Map<string, DraftSummary[]> {
  const users = new Map<string, DraftSummary[]>()
  for (const draft of drafts) {
    if (draft.reference === undefined) continue
    const key = draft.reference.toUpperCase()
    const known = users.get(key)
    if (known) known.push(draft)
    else users.set(key, [draft])
  }
  for (const list of users.values()) list.sort((a, b) => (a.day ?? 0) - (b.day ?? 0))
  return users
}

function mayShare(a: DraftSummary, b: DraftSummary, families: Families): boolean {
  if (a.sha256 === b.sha256) return true
  // A replacement may keep the number of what it replaces.
  if (a.corrects === b.reference || b.corrects === a.reference) return true
  const isTranslated = a.translationOf !== undefined || b.translationOf !== undefined
  if (languageOf(a) === languageOf(b)) return isTranslated && families.isOneRelease(a, b)
  if (families.isOneRelease(a, b)) return true
  return a.day === undefined || b.day === undefined || Math.abs(a.day - b.day) <= VERSIONS
}
