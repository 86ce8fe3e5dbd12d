import type { Rule } from '../rule.ts'

/** Forms that the house avoids: `check.terms` of the configuration. */
export const terminology: Rule = {
  id: 'terminology',
  group: 'language',
  severity: 'warning',
  doc: 'Catches a form that the project avoids: `check: terms: [{use: …, avoid: [...]}]` in release.config.yaml.',
  source: 'The house list of the project.',
  bad: 'Ivory Coast',
  good: 'Côte d’Ivoire',
  skips: ['code', 'address'],
  *check({ passages, settings, masks }) {
    const rows = settings.terms.flatMap(({ use, avoid }) =>
      avoid
        .filter((form) => form.trim() !== '' && form !== use)
        .map((form) => ({ use, form, pattern: patternOf(form) })),
    )
    for (const { use, form, pattern } of rows) {
      for (const passage of passages) {
        for (const { index, 0: written } of passage.text.matchAll(pattern)) {
          const [from, to] = [index, index + written.length]
          const span = passage.spanOf(from, to)
          // "Zenda Bridge" within "New Zenda Bridge", which is the form of the house.
          if (masks.covers('name', span)) continue
          const isCapital = /^\p{Lu}/u.test(written) && /^\p{Ll}/u.test(form)
          const text = isCapital ? use.charAt(0).toUpperCase() + use.slice(1) : use
          // A fix that its own rule would report again is none.
          const isPlain = !passage.isFilled(from, to) && span.end - span.start === written.length
          const isFinal = rows.every((row) => use.search(row.pattern) < 0)
          yield {
            ...span,
            message: `"${written}" is a form that the project avoids`,
            hint: `write "${text}"`,
            ...(isPlain && isFinal && text !== written ? { fix: { ...span, text, safe: true } } : {}),
          }
        }
      }
    }
  },
}

// Whole words; with a small first letter it may also begin a sentence. Chinese and Japanese have no blanks.
function patternOf(form: string): RegExp {
  const escaped = form
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]")
  const first = form.charAt(0)
  const upper = first.toUpperCase()
  const source = first !== upper && upper.length === 1 ? `[${first}${upper}]${escaped.slice(1)}` : escaped
  const isUnspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(form)
  return new RegExp(isUnspaced ? source : `(?<![\\p{L}\\p{N}\\p{M}])${source}(?![\\p{L}\\p{N}\\p{M}])`, 'gu')
}
