import type { Kind } from '../../language/language.ts'
import { matchLanguage } from '../../language/match-language.ts'
import type { Rule } from '../rule.ts'

/** Kinds that end with a paragraph about the issuer. */
const NEEDY: readonly Kind[] = ['press-release', 'announcement']

/** The paragraph about the issuer, where the letterhead has one. */
export const boilerplateMissing: Rule = {
  id: 'boilerplate-missing',
  group: 'form',
  severity: 'warning',
  doc: "Catches a press release or announcement without boilerplate where the letterhead has some, and a boilerplate that is not in the release's language.",
  source: 'Business Wire: the boilerplate tells who the issuer is.',
  bad: 'a letterhead with boilerplate, and a draft without',
  good: 'boilerplate: about-mission',
  *check({ fields, letterhead, tag, spanOf, release, draft }) {
    if (draft.refused.includes('boilerplate')) return
    const known = letterhead.fields.boilerplate ?? {}
    const ids = Object.keys(known)
    const given = fields.boilerplate
    if (given === undefined) {
      if (ids.length === 0 || !NEEDY.includes(release.kind) || fields.corrects !== undefined) return
      yield {
        ...spanOf(['boilerplate']),
        message: `there is no boilerplate, and the letterhead "${letterhead.name}" has ${ids.join(', ')}`,
        hint: `write boilerplate: ${ids[0]}`,
      }
      return
    }
    const entry = Object.hasOwn(known, given) ? known[given] : undefined
    if (entry === undefined || typeof entry.text === 'string') return
    const written = Object.keys(entry.text)
    if (matchLanguage(written, tag) !== undefined) return
    yield {
      ...spanOf(['boilerplate']),
      message: `the boilerplate "${given}" is not in the language of the release, "${tag}"`,
      hint: `add ${tag} to it in letterhead.yaml: it is in ${written.join(', ')}`,
    }
  },
}
