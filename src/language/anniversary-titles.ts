import { capitalize } from './capitalize.ts'
import { findLanguage } from './find-language.ts'

/** The N-th anniversary in figures, as an entry of a calendar has it; no word depends on the name before it. */
const TITLES: Readonly<Record<string, (ordinal: string, n: number) => string>> = {
  en: (ordinal) => `${ordinal} anniversary`,
  fr: (ordinal) => `${ordinal} anniversaire`,
  es: (ordinal) => `${ordinal} aniversario`,
  de: (ordinal) => `${ordinal}\u00a0Jahrestag`,
  ru: (ordinal) => `${ordinal} годовщина`,
  az: (ordinal) => `${ordinal} ildönümü`,
  tr: (ordinal) => `${ordinal}\u00a0yıl dönümü`,
  ar: (ordinal) => `الذكرى ${ordinal}`,
  zh: (_, n) => `${n}周年`,
}

/** "Strelsau flood: 28th anniversary", in the language of the name; elsewhere than in the nine, figures alone. */
export function anniversaryTitle(name: string, n: number, tag: string): string {
  const { language, supported } = findLanguage(tag)
  const [base = ''] = language.tag.split('-')
  const form = base === 'ru' ? { case: 'nom' } : {}
  const ordinal = language.anniversary.ordinal(n, form)
  const title = TITLES[base]
  const told = supported && ordinal.ok && title ? title(ordinal.text, n) : String(n)
  return `${capitalize(name, tag)}${language.labels.colon}${told}`
}
