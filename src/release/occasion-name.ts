import type { NameForms } from '../language/anniversary-words.ts'
import { findLanguage } from '../language/find-language.ts'
import { matchLanguage } from '../language/match-language.ts'
import { fault, type OccasionFault } from './occasion-date.ts'

/** A name as one text, or as a text for each case. */
export type NameInLanguage = string | Readonly<Record<string, string>>

/** `occasion.name`: one text, or one per language tag, or per language and case (contract, "Occasion"). */
export type OccasionName = string | Readonly<Record<string, NameInLanguage>>

/** Names of cases that any language knows: no language of a release is called so, though ISO 639-3 has some. */
const CASES = ['nom', 'gen', 'dat', 'acc', 'ins', 'prep', 'loc', 'abl']

/** Languages without a table: one text serves every phrase. */
const UNDECLINED: NameForms = {
  usual: 'nom',
  declines: false,
  cases: ['nom'],
  example: '{nom: Strelsau flood}',
}

/**
 * The name of an occasion in the release's language. Without a case: the text as it is, or of several forms
 * the one that the language's usual phrase needs. With a case: that form. A missing form is an error wherever
 * nouns decline; elsewhere the nominative, or the one text, serves. Never the name in another language.
 */
export function nameOf(
  name: OccasionName,
  tag: string,
  grammaticalCase?: string,
): { readonly ok: true; readonly text: string } | OccasionFault {
  const forms = findLanguage(tag).language.anniversary.name ?? UNDECLINED
  const own = typeof name === 'string' ? name : inLanguage(name, tag)
  if (own === undefined) return faultOfLanguage(Object.keys(name), tag, forms)

  const given: Readonly<Record<string, string>> = typeof own === 'string' ? {} : own
  if (grammaticalCase !== undefined && ![...CASES, ...Object.keys(given)].includes(grammaticalCase)) {
    const all = forms.cases.map((form) => `case="${form}"`).join(', ')
    return fault('name', `"${grammaticalCase}" is no case of names in "${tag}"`, `use ${all}`)
  }
  if (typeof own === 'string') {
    if (grammaticalCase === undefined || !forms.declines) return { ok: true, text: own }
    return faultOfCase(tag, grammaticalCase, [], forms)
  }
  const asked = grammaticalCase ?? forms.usual
  const text = own[asked] ?? (forms.cases.length === 1 ? own.nom : undefined)
  return text === undefined ? faultOfCase(tag, asked, Object.keys(own), forms) : { ok: true, text }
}

function inLanguage(name: Exclude<OccasionName, string>, tag: string): NameInLanguage | undefined {
  const found = matchLanguage(Object.keys(name), tag)
  return found === undefined ? undefined : name[found]
}

function faultOfLanguage(known: readonly string[], tag: string, { example }: NameForms): OccasionFault {
  return known.some((key) => CASES.includes(key))
    ? fault('name', 'the forms of the name belong to no language', `put them under one: {${tag}: ${example}}`)
    : fault('name', `the occasion has no name in "${tag}"`, `add it: {${tag}: ${example}}`)
}

function faultOfCase(tag: string, asked: string, known: readonly string[], forms: NameForms): OccasionFault {
  const instead = known.map((form) => `, or ask for case="${form}"`).join('')
  const hint = `give each form: {${tag}: ${forms.example}}${instead}`
  return fault('name', `the name in "${tag}" has no form "${asked}"`, hint)
}
