import type { CheckContext } from '../context.ts'
import { nodeSpan, nodesOf } from '../nodes.ts'
import type { Rule, RuleFinding, Span } from '../rule.ts'

const WORDS =
  /(?<![\p{L}\p{N}])(?:TK(?:TK)*|TBC|TBD|TBA|X{2,}|\?{3,}|_{3,}|lorem ipsum|Lorem)(?![\p{L}\p{N}])|\[(?:insert|name|names|date|place|city|title|quote|number|phone|e-?mail|link|url|to be (?:confirmed|added|inserted)|your [a-z ]+)\b[^\]\n]{0,60}\](?!\()/giu

/** `<DATE>`, `<FULL NAME>`: Markdown takes it for HTML, and the build drops it. */
const TAG = /<(\p{Lu}[\p{Lu}_-]{2,})(?: [\p{Lu}_ -]+)?>/gu

/** Tags that somebody may write in capitals. */
const HTML = new Set(
  (
    'A ABBR ACRONYM ADDRESS ARTICLE ASIDE B BDI BDO BIG BLOCKQUOTE BODY BR BUTTON CAPTION CENTER CITE CODE COL ' +
    'DATA DD DEL DETAILS DFN DIR DIV DL DT EM FIGCAPTION FIGURE FONT FOOTER FORM HEAD HEADER HR HTML I IFRAME IMG ' +
    'INPUT INS KBD LABEL LEGEND LI LINK MAIN MAP MARK META NAV NOBR OBJECT OL OPTION P PRE Q S SAMP SCRIPT SECTION ' +
    'SELECT SMALL SPAN STRIKE STRONG STYLE SUB SUMMARY SUP SVG TABLE TBODY TD TFOOT TH THEAD TIME TITLE TR TT U UL ' +
    'VAR VIDEO WBR'
  ).split(' '),
)

/** Mailboxes that nobody has: `foo@example`, and those of the domains that are kept for examples. */
const MAILBOX = /[\w.+-]+@example(?:\.(?:com|net|org))?(?![\w-]|\.\w)/giu

/** Some of what each of them has: most passages have none of it. */
const ANY = /tk|tb[acd]|xx|\?{3}|_{3}|lorem|\[/iu

/** What stands in for a fact that somebody was to find. */
export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  group: 'facts',
  severity: 'error',
  doc: 'Catches a placeholder that was never filled: TK, XX, TBC, [NAME], <DATE>, [insert …], ???, lorem ipsum, foo@example.',
  source: 'Newsroom practice: TK, "to come", marks what is missing; it must not be printed.',
  bad: 'Ambassador [NAME] said',
  good: 'Ambassador Hentzau said',
  *check(context) {
    yield* asTags(context)
    yield* asMailboxes(context)
    for (const passage of context.passages) {
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
        if (!context.masks.touches('code', span) && !context.masks.touches('address', span))
          yield placeholder(span, written)
      }
    }
  },
}

function placeholder(span: Span, written: string): RuleFinding {
  return { ...span, message: `"${written}" is a placeholder`, hint: 'write what it stands for' }
}

function* asTags({ tree, source }: CheckContext): Generator<RuleFinding> {
  for (const node of nodesOf(tree)) {
    if (node.type !== 'html') continue
    const { start, end } = nodeSpan(node)
    for (const { 0: written, 1: name = '', index } of source.slice(start, end).matchAll(TAG)) {
      // An element of somebody else's has an end.
      if (HTML.has(name) || source.includes(`</${name}>`)) continue
      yield placeholder({ start: start + index, end: start + index + written.length }, written)
    }
  }
}

function* asMailboxes({ passages, source, masks }: CheckContext): Generator<RuleFinding> {
  if (!/@example/i.test(source)) return
  for (const passage of passages) {
    const { start, end } = passage.spanOf(0, passage.text.length)
    for (const { 0: written, index } of source.slice(start, end).matchAll(MAILBOX)) {
      const span = { start: start + index, end: start + index + written.length }
      if (!masks.touches('code', span)) yield placeholder(span, written)
    }
  }
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
