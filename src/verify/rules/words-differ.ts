import { compareOutputs } from '../compare-outputs.ts'
import type { OutputRule } from '../output-rule.ts'

/** Rule 76: the same words in every format. */
export const wordsDiffer: OutputRule = {
  id: 'words-differ',
  group: 'output',
  severity: 'error',
  doc: 'Catches the first word in which HTML, PDF and text part; where two agree, the third is told of.',
  source: 'Contract, "Output": the same words.',
  bad: 'HTML: five metres; text: six metres',
  good: 'HTML: five metres; text: five metres',
  check: ({ outputs }) =>
    compareOutputs(
      outputs.map(({ format, path, facts }) => ({ format, path, words: facts.words })),
      languageOf(outputs.map(({ facts }) => facts.language)),
    ),
}

/** The language whose rules capitals follow; any other than a known one has none of its own. */
function languageOf(said: readonly (string | undefined)[]): string {
  try {
    return Intl.getCanonicalLocales(said.find(Boolean))[0] ?? 'en'
  } catch {
    return 'en'
  }
}
