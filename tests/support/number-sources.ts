import type { WordForm } from '../../src/language/anniversary-words.ts'
import { findLanguage } from '../../src/language/find-language.ts'
import { rbnf } from './rbnf.ts'

/**
 * What a source gets wrong or writes otherwise. What it prints must follow from our words and these reasons
 * exactly, so that neither an unlisted difference nor a listed one that has gone passes.
 */
export interface Known {
  readonly reason: string
  /** What the source makes of our words; a text it leaves alone is not concerned. */
  readonly prints: (ours: string, n: number) => string
}

/** A reason told as a function. */
export function known(reason: string, prints: Known['prints']): Known {
  return { reason, prints }
}

/** A reason told as words for other words. */
export function swap(reason: string, from: string | RegExp, to: string): Known {
  return { reason, prints: (text) => text.replaceAll(from, to) }
}

/** One kind of number in one form, and a source that has it too. */
export interface Row {
  readonly title: string
  readonly ours: (n: number) => string
  readonly theirs: (n: number) => string
  readonly known: readonly Known[]
}

/** The kinds of number that sources have. */
export type Kind = 'ordinal' | 'ordinalInWords' | 'cardinalInWords'

/** Our words; a fault is a failure of the test. */
export function ours(tag: string, kind: Kind, form: WordForm): (n: number) => string {
  const { anniversary } = findLanguage(tag).language
  return (n) => {
    const words = anniversary[kind](n, form)
    if (!words.ok) throw new Error(`${words.message}; ${words.hint}`)
    return words.text
  }
}

/** A row against the rules of CLDR. */
export function cldr(
  tag: string,
  kind: Kind,
  form: WordForm,
  ruleSet: string,
  known: readonly Known[] = [],
): Row {
  const language = tag === 'zh-Hant' ? tag : (tag.split('-')[0] ?? tag)
  const write = rbnf(language)
  const title = `${tag} ${kind} ${JSON.stringify(form)} = CLDR ${ruleSet}`
  return { title, ours: ours(tag, kind, form), theirs: (n) => write(ruleSet, n), known }
}

interface N2Words {
  toCardinal(n: number, options?: object): string
  toOrdinal(n: number, options?: object): string
}

/** A row against the package n2words. */
export async function n2words(
  tag: string,
  kind: Kind,
  form: WordForm,
  locale: string,
  known: readonly Known[] = [],
  options: object = {},
): Promise<Row> {
  const { toCardinal, toOrdinal }: N2Words = await import(`n2words/${locale}`)
  const write = kind === 'cardinalInWords' ? toCardinal : toOrdinal
  const title = `${tag} ${kind} ${JSON.stringify(form)} = n2words ${locale} ${JSON.stringify(options)}`
  return { title, ours: ours(tag, kind, form), theirs: (n) => write(n, options), known }
}

/** Where the source differs from 1 to 999 for no known reason, and the reasons that explain nothing any more. */
export function compare({ ours, theirs, known }: Row): { unexplained: string[]; gone: string[] } {
  const used = new Set<Known>()
  const explain = (n: number) =>
    known.reduce((text, reason) => {
      const printed = reason.prints(text, n)
      if (printed !== text) used.add(reason)
      return printed
    }, ours(n))
  const unexplained = Array.from({ length: 999 }, (_, i) => i + 1)
    .filter((n) => explain(n) !== theirs(n))
    .map((n) => `${n}: ${explain(n)} ≠ ${theirs(n)}`)
  return { unexplained, gone: known.filter((reason) => !used.has(reason)).map(({ reason }) => reason) }
}

/** What both sources write for 21st to 29th, which RAE takes, too; one word is the usual form (Ortografía, VIII.3.2). */
export const twenties = known('21st to 29th in two words: vigésimo primero', (text) =>
  text.replace(
    /vigesimo?((?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven)([oa]?))/,
    (_, unit: string, ending: string) => `vigésim${ending === 'a' ? 'a' : 'o'} ${unit}`,
  ),
)
