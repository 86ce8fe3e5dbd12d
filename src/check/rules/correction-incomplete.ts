import type { Rule } from '../rule.ts'

/** A correction that does not say of what, or what was wrong. */
export const correctionIncomplete: Rule = {
  id: 'correction-incomplete',
  group: 'facts',
  severity: 'error',
  doc: 'Catches a correction that does not name the release it corrects, its date, or what was changed.',
  source: 'Business Wire, CORRECTING and REPLACING: a correction says what it corrects.',
  bad: 'kind: correction',
  good: 'kind: correction, corrects: {reference: PR/2027/07, date: 2027-02-26, note: Correcting the number of years.}',
  *check({ fields, release, spanOf, draft }) {
    if (draft.refused.includes('corrects') || draft.refused.includes('kind')) return
    const { corrects } = fields
    const hint =
      'write corrects: {reference: PR/2027/07, date: 2027-02-26, note: Correcting the number of years.}'
    if (corrects === undefined) {
      if (release.kind !== 'correction') return
      yield { ...spanOf(['kind']), message: 'the correction does not say what it corrects', hint }
      return
    }
    // A re-issue changes nothing, a withdrawal all of it.
    const needsChanges = corrects.type !== 'reissue' && corrects.type !== 'withdrawal'
    const isSaid = corrects.note !== undefined || (corrects.changes ?? []).length > 0
    const missing = [
      ...(corrects.reference === undefined ? ['the reference of the release'] : []),
      ...(corrects.date === undefined ? ['its date'] : []),
      ...(needsChanges && !isSaid ? ['what was changed'] : []),
    ]
    if (missing.length === 0) return
    yield { ...spanOf(['corrects']), message: `the correction does not give ${missing.join(' and ')}`, hint }
  },
}
