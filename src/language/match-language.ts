import { localeOf } from './find-language.ts'

/**
 * Of the tags that a map has, the one that serves a language: the tag itself, else a shorter form of it (the
 * lookup of RFC 4647), else one of the same region, one without region, the first. Only tags of the same
 * language in the same script serve, as CLDR's likely subtags complete them: `zh-TW` takes `zh-Hant`, not `zh`.
 */
export function matchLanguage(tags: readonly string[], wanted: string): string | undefined {
  const exact = tags.find((tag) => tag === wanted) ?? tags.find((tag) => isSame(tag, wanted))
  const locale = localeOf(wanted)
  if (exact !== undefined || !locale) return exact
  const near = tags.flatMap((tag) => {
    const own = localeOf(tag)
    return own && scriptOf(own) === scriptOf(locale) ? [{ tag, own }] : []
  })
  const inShort = prefixesOf(locale).flatMap((prefix) => near.filter(({ own }) => own.toString() === prefix))
  const inRegion = near.filter(({ own }) => own.region === locale.region)
  const inNoRegion = near.filter(({ own }) => own.region === undefined)
  return [...inShort, ...inRegion, ...inNoRegion, ...near][0]?.tag
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** Language and script: `zh-Hant` for `zh-TW`. */
function scriptOf(locale: Intl.Locale): string {
  const { language, script } = locale.maximize()
  return `${language}-${script}`
}

/** From the whole tag to its language alone: `zh-Hant-TW`, `zh-Hant`, `zh`. */
function prefixesOf(locale: Intl.Locale): string[] {
  const parts = locale.toString().split('-')
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('-'))
}
