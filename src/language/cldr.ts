import { noAnniversaryWords } from './anniversary-words.ts'
import { type CivilDate, epochDay } from './civil-date.ts'
import { english } from './en.ts'
import type { Language } from './language.ts'

/** A language without a table of ours: English labels, dates by CLDR (in English where CLDR has none). */
export function cldrLanguage(locale: Intl.Locale): Language {
  const { longDate, fullDate } = cldrDates(locale) ?? english
  return {
    tag: locale.toString(),
    labels: english.labels,
    longDate,
    fullDate,
    // English sentences: a date in other words, or letters that run the other way, would garble them.
    embargo: english.embargo,
    notice: english.notice,
    change: english.change,
    anniversary: noAnniversaryWords(locale.toString()),
  }
}

function cldrDates(locale: Intl.Locale): Pick<Language, 'longDate' | 'fullDate'> | undefined {
  const long = dateFormat(locale, 'long')
  const found = new Intl.Locale(long.resolvedOptions().locale)
  // Lookup cuts `az-Arab` down to `az`: Latin words in a text of Arabic letters.
  const isSame = found.language === locale.language && scriptOf(found) === scriptOf(locale)
  if (!isSame) return undefined
  const full = dateFormat(locale, 'full')
  return { longDate: (date) => write(long, date), fullDate: (date) => write(full, date) }
}

// Gregorian and UTC, whatever the language's or the machine's own calendar and zone are.
function dateFormat(locale: Intl.Locale, dateStyle: 'long' | 'full'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat([locale.toString(), 'en-GB'], {
    // "best fit", and a list without English, could end at the machine's own language.
    localeMatcher: 'lookup',
    calendar: 'gregory',
    timeZone: 'UTC',
    dateStyle,
  })
}

function write(format: Intl.DateTimeFormat, date: CivilDate): string {
  // U+202F has no glyph in the release's fonts; U+00A0 holds as fast.
  return format.format(epochDay(date) * 86_400_000).replaceAll('\u202f', '\u00a0')
}

function scriptOf(locale: Intl.Locale): string | undefined {
  return locale.maximize().script
}
