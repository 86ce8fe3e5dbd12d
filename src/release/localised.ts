/** A text, or one per language tag. */
export type Localised = string | Readonly<Record<string, string>>

/** The text for a language: its own tag, its language without region, English, else the first one. */
export function inLanguage(text: Localised, tag: string): string {
  if (typeof text === 'string') return text
  const [language = ''] = tag.split('-')
  return text[tag] ?? text[language] ?? text.en ?? Object.values(text)[0] ?? ''
}
