import { type ApprovedWords, approvedWords, type Said, saidIn } from '../approved-quotes.ts'
import type { CheckContext } from '../context.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { differenceWithin, type WordDifference } from '../scan/word-difference.ts'

/** Words from which on a sentence is told from any other; letters, where words have no blanks. */
const [LEAST, LEAST_LETTERS] = [6, 14]

/** Of so many words one may be another: with more it is another sentence. */
const OF_WORDS = 5

/** Longest excerpt of the approved words in a hint. */
const EXCERPT = 140

/** Words that somebody has nearly said. */
export const quoteDrift: Rule = {
  id: 'quote-drift',
  group: 'facts',
  severity: 'warning',
  isOfQuotations: true,
  doc: 'Catches a quotation that is nearly but not quite one of `quotes.yaml`, of a speaker whom the release names. What is left out at its ends, marked by an ellipsis or put in square brackets is no difference, and neither are capitals and marks.',
  source: 'The list of approved quotations of the project, quotes.yaml.',
  bad: '“acts of particular gravity against our people”',
  good: '“acts of special gravity against our people”',
  skips: ['code', 'address'],
  *check(context) {
    const entries = ofNamed(context)
    if (entries.length === 0) return
    for (const said of saidIn(context, LEAST, LEAST_LETTERS)) {
      const drift = nearestOf(said, entries)
      if (drift) yield findingOf(said, drift)
    }
  },
}

/** The approved quotations of those whom the release names. */
function ofNamed(context: CheckContext): ApprovedWords[] {
  const own = approvedWords(context)
  if (own.length === 0) return []
  const text = context.passages.map((passage) => passage.text).join('\n')
  // The last part of a name: "Hentzau", as "Ms Hentzau said"; letters may follow in languages with cases.
  return own.filter(({ quote }) => text.includes(quote.speaker.split(' ').at(-1) ?? quote.speaker))
}

interface Drift {
  readonly entry: ApprovedWords
  readonly difference: WordDifference
}

/** The approved quotation that a sentence nearly is; none where it is one, or another sentence. */
function nearestOf({ keys, line }: Said, entries: readonly ApprovedWords[]): Drift | undefined {
  if (entries.some((entry) => entry.line.includes(line))) return undefined
  const most = Math.floor(keys.length / OF_WORDS)
  let best: Drift | undefined
  for (const entry of entries) {
    if (keys.filter((key) => !entry.known.has(key)).length > most) continue
    const difference = differenceWithin(keys, entry.keys, Math.min(most, best?.difference.distance ?? most))
    if (difference && difference.distance < (best?.difference.distance ?? most + 1))
      best = { entry, difference }
  }
  return best
}

function findingOf({ passage, start, end, words }: Said, { entry, difference }: Drift): RuleFinding {
  const said = passage.text.slice(start, end)
  const { from, to, otherFrom, otherTo } = difference
  const here = said.slice(words[from]?.start, words[to - 1]?.end)
  const there = entry.quote.text.slice(entry.words[otherFrom]?.start, entry.words[otherTo - 1]?.end)
  // Where words are missing, the one behind them is shown, or the last.
  const first = words[Math.min(from, words.length - 1)]
  const last = to > from ? words[to - 1] : first
  const { speaker, source } = entry.quote
  return {
    ...passage.spanOf(start + (first?.start ?? 0), start + (last?.end ?? 0)),
    message: differenceOf(to > from ? here : '', otherTo > otherFrom ? there : '', speaker),
    hint: `approved: "${excerptOf(entry, otherFrom, otherTo)}"${source === undefined ? '' : ` (${source})`}`,
  }
}

function differenceOf(here: string, there: string, speaker: string): string {
  const approved = `the approved quotation of ${speaker}`
  if (here === '') return `"${there}" of ${approved} is missing`
  return there === '' ? `"${here}" is not in ${approved}` : `"${here}" is "${there}" in ${approved}`
}

/** The approved words around the difference. */
function excerptOf({ quote: { text }, words }: ApprovedWords, from: number, to: number): string {
  if (text.length <= EXCERPT) return text
  const first = Math.max(0, from - 6)
  const last = Math.min(words.length, Math.max(to, from) + 6)
  const [start, end] = [words[first]?.start ?? 0, words[last - 1]?.end ?? text.length]
  return `${first > 0 ? '… ' : ''}${text.slice(start, end)}${last < words.length ? ' …' : ''}`
}
