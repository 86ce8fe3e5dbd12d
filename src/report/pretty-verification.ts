import type { Problem, Verification } from '../verify/verification.ts'
import { harmless, harmlessPath } from './harmless.ts'

const NAMES = { html: 'HTML', pdf: 'PDF', text: 'text' } as const
const SENTENCE = 600

/** A problem: file, what is wrong, the words that differ among their neighbours, the cure. */
export function prettyProblem({ severity, rule, path, message, hint, difference }: Problem): string {
  const lines = [`${harmlessPath(path)}: ${severity} ${rule}: ${harmless(message.slice(0, SENTENCE))}`]
  for (const passage of difference ? [difference.expected, difference.found] : []) {
    const { format, before, word, after } = passage
    const marked = word === '' ? '«end»' : `«${word}»`
    const said = [before, marked, after].filter((part) => part !== '').join(' ')
    // The bar keeps words like `::error::` from being a command of GitHub's, which skips spaces.
    lines.push(`    | ${`${NAMES[format]}:`.padEnd(5)} ${harmless(said)}`)
  }
  if (hint !== undefined) lines.push(`    hint: ${harmless(hint)}`)
  return `${lines.join('\n')}\n`
}

/** The last line: how many releases are as they should be. */
export function prettyVerificationSummary({ summary }: Verification): string {
  const { verified, differ, problems } = summary
  const releases = `${verified} ${verified === 1 ? 'release' : 'releases'} verified`
  const differing = `${differ} ${differ === 1 ? 'differs' : 'differ'}`
  const told = problems === 0 ? '' : ` (${problems} ${problems === 1 ? 'problem' : 'problems'})`
  return `${releases}, ${differing}${told}`
}
