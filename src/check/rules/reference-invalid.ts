import type { CheckContext } from '../context.ts'
import type { Rule, RuleFinding } from '../rule.ts'

/** A year between separators, beside a running number: `PR/2027/07`, `37-2027`. */
const YEAR = /(?<![\p{L}\p{N}])((?:19|20)\d\d)(?=[/.-]\d)|(?<=\d[/.-])((?:19|20)\d\d)(?![\p{L}\p{N}])/gu

/** Releases are reused for so many years at most. */
const FARTHEST = 30

/** A reference that was left from another release, or is not of the house's form. */
export const referenceInvalid: Rule = {
  id: 'reference-invalid',
  group: 'facts',
  severity: 'error',
  doc: "Catches a reference whose year is not the year of the date, and one that does not match the house's pattern (`check: {reference: …}` in the configuration).",
  source: 'United Nations document symbols: one symbol, one document.',
  bad: 'reference: PR/2026/07, with date: 2027-02-26',
  good: 'reference: PR/2027/07',
  *check(context) {
    if (context.draft.refused.includes('reference')) return
    yield* ofPattern(context)
    yield* ofYear(context)
  },
}

function* ofPattern({ fields, settings, spanOf, release }: CheckContext): Generator<RuleFinding> {
  const { reference } = fields
  const { reference: pattern } = settings
  if (pattern === undefined) return
  if (reference === undefined) {
    if (release.kind !== 'press-release' && fields.series === undefined) return
    yield {
      ...spanOf(['reference']),
      severity: 'warning',
      message: 'there is no reference, and the house numbers its releases',
      hint: `write one that matches ${pattern}`,
    }
  } else if (!new RegExp(`^(?:${pattern})$`, 'u').test(reference) && !reference.includes('{{')) {
    yield {
      ...spanOf(['reference']),
      message: `the reference "${reference}" is not of the house's form`,
      hint: `it matches ${pattern}`,
    }
  }
}

function* ofYear({ fields, draft, date, anniversary, spanOf }: CheckContext): Generator<RuleFinding> {
  const { reference = '', corrects, translation_of } = fields
  // A correction and a translation carry the reference of the release that they belong to.
  const isOfOther = corrects !== undefined || translation_of !== undefined
  if (date === undefined || isOfOther || /\/(?:Corr|Rev|Add)\.?\d/i.test(reference)) return
  const years = [...reference.matchAll(YEAR)].map(([year]) => Number(year))
  const [year] = years
  if (year === undefined || years.includes(date.year)) return
  // A running number may look like a year far away.
  if (year > date.year + 1 || year < date.year - FARTHEST) return
  const isLiteral = fields.expressions && !(draft.fields.reference ?? '').includes('{{')
  yield {
    ...spanOf(['reference']),
    message: `the reference "${reference}" is of ${year}, the release of ${date.year}`,
    hint:
      anniversary !== undefined && isLiteral
        ? `write reference: "${reference.replace(String(year), '{{release.year}}')}"`
        : 'mend the year, or the date',
    related: [{ ...spanOf(['date']), message: 'the date' }],
  }
}
