import { matchLanguage } from '../language/match-language.ts'

/** A text, or one per language tag. */
export type Localised = string | Readonly<Record<string, string>>

/** A text with the language it is in; none where it is a text for every language. */
export interface LocalisedText {
  readonly text: string
  readonly tag: string | undefined
}

/** The text for a language: its own, else the English, else the first one. */
export function inLanguage(text: Localised, tag: string): string {
  return localisedText(text, tag).text
}

/** The same with the tag of the language that was found. */
export function localisedText(text: Localised, tag: string): LocalisedText {
  if (typeof text === 'string') return { text, tag: undefined }
  const tags = Object.keys(text)
  const found = matchLanguage(tags, tag) ?? matchLanguage(tags, 'en') ?? tags[0]
  return { text: (found === undefined ? undefined : text[found]) ?? '', tag: found }
}
