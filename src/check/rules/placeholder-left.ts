import type { Rule } from '../rule.ts'

const WORDS =
  /(?<![\p{L}\p{N}])(?:TK(?:TK)*|TBC|TBD|TBA|X{2,}|\?{3,}|_{3,}|lorem ipsum)(?![\p{L}\p{N}])|\[(?:insert|name|names|date|place|city|title|quote|number|phone|e-?mail|link|url|to be (?:confirmed|added|inserted)|your [a-z ]+)\b[^\]\n]{0,60}\](?!\()/giu

/** Some of what each of them has: most passages have none of it. */
const ANY = /tk|tb[acd]|xx|\?{3}|_{3}|lorem|\[/iu

/** What stands in for a fact that somebody was to find. */
export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  group: 'facts',
  severity: 'error',
  doc: 'Catches a placeholder that was never filled: TK, XX, TBC, [NAME], [insert …], ???, lorem ipsum.',
  source: 'Newsroom practice: TK, "to come", marks what is missing; it must not be printed.',
  bad: 'Ambassador [NAME] said',
  good: 'Ambassador Hentzau said',
  skips: ['code', 'address'],
  *check({ passages }) {
    for (const passage of passages) {
      if (!ANY.test(passage.text)) continue
      for (const match of passage.text.matchAll(WORDS)) {
        const [written] = match
        const before = passage.text.slice(0, match.index)
        const isRoman =
          /^X{2,3}$/.test(written) && isNumeral(before, passage.text.slice(match.index + written.length))
        // "tk", "Tbc" with small letters are no placeholders; nor is "xx".
        const isSmall = /^(?:tk|tb|x)/i.test(written) && /\p{Ll}/u.test(written)
        if (isSmall || isRoman) continue
        const span = passage.spanOf(match.index, match.index + written.length)
        yield { ...span, message: `"${written}" is a placeholder`, hint: 'write what it stands for' }
      }
    }
  },
}

/** A Roman numeral: "the XX century", "Alfonso XX", "XX. Jahrhundert", "XX-й". */
function isNumeral(before: string, after: string): boolean {
  return (
    /\p{Lu}\p{Ll}+ $|(?:siglo|siècle|век|века|century|Jahrhundert|the|chapter|vol\.|tome) $/iu.test(before) ||
    /^(?:e\b|-|\.? ?(?:century|centuries|Jahrhundert|век|век\p{L}*|siècle|əsr|yüzyıl|Olymp|Congress|Session))/iu.test(
      after,
    )
  )
}
