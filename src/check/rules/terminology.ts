import type { CheckContext } from '../context.ts'
import { replacement } from '../replacement.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import type { HouseTerm } from '../settings.ts'

/** Forms that the house avoids: `check.terms` of the configuration, and `terms.yaml`. */
export const terminology: Rule = {
  id: 'terminology',
  group: 'language',
  severity: 'warning',
  doc: 'Catches a form that the project avoids, and in English a missing or needless article of a name: `check: terms: [{use: …, avoid: [...], article: the}]` in release.config.yaml, or `terms.yaml` beside it.',
  source: 'The house list of the project.',
  bad: 'Ivory Coast',
  good: 'Côte d’Ivoire',
  skips: ['code', 'address'],
  *check(context) {
    const terms = context.settings.terms.filter(({ language }) => isFor(language, context.tag))
    yield* ofForms(context, terms)
    if (/^en(?:-|$)/i.test(context.tag)) yield* ofArticles(context, terms)
  },
}

/** True where a term of a language is meant for a release: `zh` for `zh-Hans`, too. */
function isFor(language: string | undefined, tag: string): boolean {
  return language === undefined || `${tag}-`.toLowerCase().startsWith(`${language}-`.toLowerCase())
}

function* ofForms({ passages, masks }: CheckContext, terms: readonly HouseTerm[]): Generator<RuleFinding> {
  const rows = terms.flatMap(({ use, avoid = [] }) =>
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
}

/** Behind these words a name without its article stands alone. */
const BEFORE_NAME = '(?<![\\p{L}-])(?:in|of|from|to|with|by|for|at|between|across|throughout|against)\\s'

/** What follows a name that is no part of a longer one. */
const AFTER_NAME =
  '(?=[.,;:!?)”]|$|\\s(?:and|or|on|in|at|to|for|is|was|has|had|will|are|were|which|who|with|by|from|during|since|until|after|before)(?!\\p{L}))'

/** The same, where an article before it could also be that of a noun that follows. */
const AFTER_ALONE = '(?=[.;:!?)”]|$|\\s(?:is|was|has|had|will|which|who)(?!\\p{L}))'

function* ofArticles({ passages }: CheckContext, terms: readonly HouseTerm[]): Generator<RuleFinding> {
  // Headlines leave articles out.
  const prose = passages.filter(({ kind, field }) => kind === 'paragraph' || field === 'summary')
  for (const { use, article } of terms) {
    if (article === undefined || use.trim() === '') continue
    const name = literal(use)
    const pattern =
      article === 'the'
        ? new RegExp(`(?<=${BEFORE_NAME})${name}${AFTER_NAME}`, 'gu')
        : new RegExp(`(?<![\\p{L}\\p{N}])[Tt]he\\s${name}${AFTER_ALONE}`, 'gu')
    for (const passage of prose) {
      for (const { index, 0: written } of passage.text.matchAll(pattern)) {
        const [from, to] = [index, index + written.length]
        const text = article === 'the' ? `the ${use}` : use
        yield {
          ...passage.spanOf(from, to),
          message: article === 'the' ? `"${use}" has the article "the"` : `"${use}" has no article`,
          hint: `write "${text}"`,
          ...replacement(passage, { start: from, end: to }, text, false),
        }
      }
    }
  }
}

// Whole words; with a small first letter it may also begin a sentence. Chinese and Japanese have no blanks.
function patternOf(form: string): RegExp {
  const escaped = literal(form)
  const first = form.charAt(0)
  const upper = first.toUpperCase()
  const source = first !== upper && upper.length === 1 ? `[${first}${upper}]${escaped.slice(1)}` : escaped
  const isUnspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(form)
  return new RegExp(isUnspaced ? source : `(?<![\\p{L}\\p{N}\\p{M}])${source}(?![\\p{L}\\p{N}\\p{M}])`, 'gu')
}

/** A form as a pattern: any blanks, either apostrophe. */
function literal(form: string): string {
  return form
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+')
    .replace(/['’]/g, "['’]")
}
