import type { Phrase } from '../check/scan/find-phrases.ts'
import type { ScannedText, Step, Turn } from './roll.ts'
import { changed, left, textOf } from './step.ts'
import { expressionFor, rewritePhrase } from './write-phrase.ts'

/** Below it "N years" is too common to be the anniversary's for certain. */
const RARE = 10

/** What becomes of the numbers of a passage: "28th anniversary", "28 years", "twenty-eight years ago". */
export function phraseSteps(text: ScannedText, turn: Turn): Step[] {
  return text.phrases.flatMap((phrase) => phraseStep(text, phrase, turn))
}

function phraseStep({ passage }: ScannedText, phrase: Phrase, turn: Turn): Step[] {
  const written = textOf(passage, phrase)
  const { n, kind, isAnniversary } = phrase
  const rule = 'ordinal-stale'
  const [old, fresh] = [turn.from.years, turn.to.years]
  const leave = (message: string, hint: string, severity: 'warning' | 'info' = 'warning') => [
    left(passage, phrase, { rule, message, hint, severity }),
  ]
  if (old === undefined || fresh === undefined || n !== old) {
    const isTold = kind === 'ago' || (isAnniversary && kind !== 'years')
    if (!isTold || (fresh === old && old !== undefined)) return []
    const why =
      old === undefined ? 'no date or year of the text says which event it counts from' : `N is ${old}`
    return leave(
      `"${written}": ${why}`,
      `a year later it is ${n + 1}: change it, or give \`occasion\` with its date`,
    )
  }
  if (!isAnniversary && kind === 'ordinal') {
    // "28." ends sentences, "第28" articles of law; first to third count anything.
    return n < 4 || /^\P{L}*\d+\P{L}*$/u.test(written) || turn.language.tag.startsWith('zh')
      ? []
      : leave(
          `"${written}" without "anniversary" behind it`,
          `is it the anniversary's? then it is ${fresh}`,
          'info',
        )
  }
  if (passage.isQuoted(phrase.start, phrase.end)) return leave(`"${written}" in a quotation`, '')
  if (!isAnniversary) return []
  if (kind === 'years' && n < RARE) return leave(`"${written}": since the event?`, `if so, write ${fresh}`)
  if (turn.recurring) {
    const expression = expressionFor(phrase, written, turn.language.tag)
    if (expression !== undefined) return changed(passage, phrase, expression, 'expression')
    return leave(`no expression writes "${written}" in this form every year`, 'word it so that one fits')
  }
  const [one, ...others] = rewritePhrase(phrase, written, fresh, turn.language.tag)
  if (one === undefined) return leave(`"${written}" has no form for ${fresh}`, 'use figures')
  if (others.length > 0) {
    return leave(
      `"${written}" can become ${[one, ...others].join(' or ')}`,
      'choose the case that the sentence asks for',
    )
  }
  return [...article(passage, phrase, one, turn), ...changed(passage, phrase, one, `N is ${fresh}`)]
}

// "an eighth anniversary", but "a ninth": by the sound of 8, 11, 18, 80 and 800.
function article(passage: ScannedText['passage'], { start }: Phrase, next: string, turn: Turn): Step[] {
  const match = /(?<![\p{L}’'-])an? $/iu.exec(passage.text.slice(0, start))
  if (!match || !turn.language.tag.startsWith('en')) return []
  const isVowel = /^(?:e|8|1[18](?!\d))/i.test(next)
  const written = match[0].trimEnd()
  const at = { start: match.index, end: match.index + written.length }
  return changed(passage, at, (written[0] ?? 'a') + (isVowel ? 'n' : ''), 'the article before it')
}
