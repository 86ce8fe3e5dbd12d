import type { DraftFields } from '../draft/fields.ts'
import type { Language } from '../language/language.ts'
import type { CorrectionView } from '../letterhead/view.ts'

/** The correction notice in the words of a language; what a draft says of its own is text. */
export function composeCorrection(
  corrects: DraftFields['corrects'],
  language: Language,
): CorrectionView | undefined {
  if (corrects === undefined) return undefined
  const { type = 'correction', reference, date, note, changes = [] } = corrects
  return {
    sentence: language.notice({ type, reference, date }),
    note: note ?? null,
    changes: changes.map((change) => language.change(change)),
  }
}
