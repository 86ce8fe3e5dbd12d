import type { Rule } from '../rule.ts'

/** Phrases in which one word stands for another that sounds like it, and what is meant. */
const PHRASES: readonly (readonly [pattern: string, fresh: string])[] = [
  ['Security Counsel', 'Security Council'],
  ['(City|Town|County|European|Human Rights) Counsel(?! (?:to|for|of)\\b)', '$1 Council'],
  ['legal council(?! of)', 'legal counsel'],
  ['in regards to', 'in regard to'],
  ['with regards to', 'with regard to'],
  ['(could|should|would|might|must) of (?=been|had|done|gone|taken|made|seen)', '$1 have '],
  ['(was|were|been|being|is|are) lead by', '$1 led by'],
  ['(has|have|had) lead to', '$1 led to'],
  ['in principal(?=[,.;]| (?:agree|to|that|and))', 'in principle'],
  [
    '(basic|guiding|founding|first|moral|legal|general) principals(?= (?:of|that|which|and|set)\\b|[,.;])',
    '$1 principles',
  ],
  ['principle (reason|aim|goal|cause|author|architect|office)', 'principal $1'],
  [
    '(more|less|rather|better|worse|fewer|higher|lower|greater) then (?=(?:a|an|the|one|two|three|ten|ever|any|half|\\d+)\\b)',
    '$1 than ',
  ],
  ['(an?|the|any|no|little|lasting|direct|negative|positive) affect on', '$1 effect on'],
  ['the affects of', 'the effects of'],
  [
    '(?:will|would|may|could|can) (?:adversely |directly |negatively )?effect (?=the (?:lives|people|region|health|safety|environment)\\b)',
    '$0affect ',
  ],
  ['per say', 'per se'],
  ['case and point', 'case in point'],
  ['for all intensive purposes', 'for all intents and purposes'],
  ['free reign', 'free rein'],
  ['sneak peak', 'sneak peek'],
  ['peaked (my|our|your|their|his|her|the) interest', 'piqued $1 interest'],
  ['tow the (?:party )?line', 'toe the line'],
  ['baited breath', 'bated breath'],
  ['public moral(?= (?:is|was) )', 'public morale'],
  ['due diligents', 'due diligence'],
  ['(loose|loosing) (?=(?:their|his|her|its|our) (?:lives|life|homes?|jobs?)\\b)', ''],
  ['of upmost importance', 'of utmost importance'],
  ['(a|the) statue of limitations', '$1 statute of limitations'],
]

const PATTERNS = PHRASES.map(([source, fresh]) => {
  const end = / \(\?=/.test(source) ? '' : '(?!\\p{L})'
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}-])${source}${end}`, 'gu'), fresh }
})

/** Any of them: most texts have none. */
const ANY = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${PHRASES.map(([source]) => source).join('|')})`, 'u')

/** A word for another that sounds like it, in fixed phrases only. */
export const confusableWord: Rule = {
  id: 'confusable-word',
  group: 'language',
  severity: 'warning',
  languages: ['en'],
  doc: 'Catches a word for another that sounds like it, in a closed list of phrases: "Security Counsel", "in regards to", "was lead by".',
  source:
    'Business Wire, common errors in press releases: wrong words; Merriam-Webster, commonly confused words.',
  bad: 'the Security Counsel',
  good: 'the Security Council',
  skips: ['quotation', 'block-quote', 'code', 'address', 'name'],
  *check({ passages }) {
    for (const passage of passages) {
      if (!ANY.test(passage.text)) continue
      for (const { pattern, fresh } of PATTERNS) {
        for (const match of passage.text.matchAll(pattern)) {
          const written = match[0].trimEnd()
          const [from, to] = [match.index, match.index + written.length]
          const span = passage.spanOf(from, to)
          const text = freshOf(match, fresh)
          const isPlain = !passage.isFilled(from, to) && span.end - span.start === to - from
          yield {
            ...span,
            message: `"${written}": the word is another`,
            hint: `write "${text}"`,
            ...(isPlain ? { fix: { ...span, text, safe: false } } : {}),
          }
        }
      }
    }
  },
}

function freshOf(match: RegExpExecArray, fresh: string): string {
  const written = match[0].trimEnd()
  if (fresh === '') return written.replace('loos', 'los')
  if (fresh.startsWith('$0')) return written.replace(/effect$/u, 'affect')
  return fresh.replace('$1', match[1] ?? '').trimEnd()
}
