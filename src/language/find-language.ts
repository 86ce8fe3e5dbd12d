import { noAnniversaryWords } from './anniversary-words.ts'
import { arabic } from './ar.ts'
import { azerbaijani } from './az.ts'
import { cldrLanguage } from './cldr.ts'
import { german } from './de.ts'
import { americanEnglish, english } from './en.ts'
import { spanish } from './es.ts'
import { french } from './fr.ts'
import type { Language } from './language.ts'
import { russian } from './ru.ts'
import { turkish } from './tr.ts'
import { simplifiedChinese, traditionalChinese } from './zh.ts'

/** What is known of the language a tag names. */
export interface FoundLanguage {
  /** The table of that language, or English labels with CLDR dates. */
  readonly language: Language
  /** Direction of its script, for `dir`. */
  readonly direction: 'ltr' | 'rtl'
  /** False where the release must warn that labels are in English. */
  readonly supported: boolean
}

// By language and script: `az-Arab` and `ru-Latn` are not what our tables are written in.
const tables: Readonly<Record<string, Language>> = {
  'en-Latn': english,
  'fr-Latn': french,
  'es-Latn': spanish,
  'de-Latn': german,
  'ru-Cyrl': russian,
  'az-Latn': azerbaijani,
  'tr-Latn': turkish,
  'ar-Arab': arabic,
  'zh-Hans': simplifiedChinese,
  'zh-Hant': traditionalChinese,
}

/** The languages with tables of their own, with their variants. */
export const LANGUAGES: readonly Language[] = [...Object.values(tables), americanEnglish]

// Scripts in use today that run from right to left (Unicode Bidi_Class R and AL).
const RIGHT_TO_LEFT = new Set(
  'Adlm Arab Aran Hebr Mand Mend Nkoo Rohg Samr Syrc Syre Syrj Syrn Thaa Yezi'.split(' '),
)

/**
 * Finds the language for a BCP 47 tag, by its language, its script as CLDR's likely subtags complete it,
 * and for English its region. A tag that is not well-formed is treated as English, not supported.
 */
export function findLanguage(tag: string): FoundLanguage {
  return remembered(languages, tag, lookUp)
}

/** Tags of a process; drafts of strangers may name many. */
const MOST_TAGS = 1000
const languages = new Map<string, FoundLanguage>()
const locales = new Map<string, Intl.Locale | undefined>()

function remembered<T>(known: Map<string, T>, tag: string, find: (tag: string) => T): T {
  if (known.has(tag)) return known.get(tag) as T
  if (known.size >= MOST_TAGS) known.clear()
  const found = find(tag)
  known.set(tag, found)
  return found
}

function lookUp(tag: string): FoundLanguage {
  const locale = localeOf(tag)
  if (!locale)
    return {
      language: { ...english, anniversary: noAnniversaryWords(tag) },
      direction: 'ltr',
      supported: false,
    }
  const script = locale.maximize().script ?? ''
  const direction = RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr'
  const table = tables[`${locale.language}-${script}`]
  if (!table) return { language: cldrLanguage(locale), direction, supported: false }
  // The region as written: likely subtags would make every plain `en` American.
  const language = table === english && locale.region === 'US' ? americanEnglish : table
  return { language, direction, supported: true }
}

/**
 * True for a well-formed BCP 47 tag (RFC 5646) that names a language of two or three letters.
 * Left out: private tags (`x-…`) and `i-…`, which name none, and words such as `english`, which the
 * grammar would take for a registered language of five to eight letters, of which there are none.
 */
export function isLanguageTag(text: string): boolean {
  return localeOf(text) !== undefined
}

/** The locale of a tag as `Intl` takes it, which is stricter than BCP 47; `undefined` where there is none. */
export function localeOf(tag: string): Intl.Locale | undefined {
  return remembered(locales, tag, readLocale)
}

function readLocale(tag: string): Intl.Locale | undefined {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return undefined
  // Intl does not know extended language subtags; RFC 5646, 4.5: `zh-cmn-Hans` means `cmn-Hans`.
  const canonical = tag.replace(/^(?:ar|kok|lv|ms|sgn|sw|uz|zh)-([a-z]{3})(?=-|$)/i, '$1')
  try {
    return new Intl.Locale(canonical)
  } catch {
    return undefined
  }
}
