import type { DraftFields } from '../draft/fields.ts'
import { findLanguage } from '../language/find-language.ts'
import type { Labels } from '../language/language.ts'

/** What a release says of itself as a translation. */
export interface Translation {
  /** "Unofficial translation of PR/2027/07". */
  readonly standing: string
  /** "Authentic text: French", where the draft names another language than its own. */
  readonly authenticText: string | undefined
  /** Reference of the original. */
  readonly original: string | undefined
}

/** The lines on a translation; none where the draft does not tell its standing. */
export function composeTranslation(
  { translation_status, translation_of, authentic_language }: DraftFields,
  tag: string,
  labels: Labels,
): Translation | undefined {
  if (translation_status === undefined) return undefined
  const [before, after] = labels.original
  const original = translation_of !== undefined && isReference(translation_of) ? translation_of : undefined
  const authentic = authentic_language === undefined ? undefined : languageOf(authentic_language)
  return {
    standing: `${labels.translations[translation_status]}${original === undefined ? '' : before + original + after}`,
    authenticText:
      authentic === undefined || authentic === languageOf(tag)
        ? undefined
        : `${labels.authenticText}${labels.colon}${nameOf(authentic, tag)}`,
    original,
  }
}

/** True for a document number. A file or slug is known to the drafts beside it, and to no reader. */
export function isReference(named: string): boolean {
  const isPath = /^[a-z0-9._/-]*$/.test(named) && /[a-z]/.test(named)
  return /\d/.test(named) && !isPath && !/\.(?:md|markdown)$/i.test(named)
}

/** Language of a tag, without script and region: all that a line for readers names. */
function languageOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? tag
}

/** Name of a language (CLDR) in the language that the labels are in. */
function nameOf(language: string, tag: string): string {
  const names = new Intl.DisplayNames([findLanguage(tag).supported ? tag : 'en'], { type: 'language' })
  return names.of(language) ?? language
}
