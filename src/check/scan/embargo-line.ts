/** Words with which a line begins that announces an embargo, by language. */
const WORDS: Readonly<Record<string, string>> = {
  en: '(?:strictly )?(?:under )?embargo(?:ed)?(?: until| till| to|:)|not for (?:release|publication)(?: or (?:broadcast|release|publication))?,? (?:before|until)|hold for release until',
  fr: "(?:sous )?embargo(?: strict)? ?(?:jusqu[’']?(?:au|à|en)?|:)|ne pas (?:diffuser|publier) avant",
  de: 'sperrfrist(?: bis|:)|gesperrt bis|mit sperrfrist bis',
  es: '(?:bajo )?embargo ?(?:hasta|:)|embargad[oa] hasta|no (?:publicar|difundir) (?:antes|hasta)',
  ru: '(?:окончание )?эмбарго(?: до|:)|не (?:публиковать|для публикации) (?:до|ранее)',
}

/** Words that say the opposite, by language; the label of the language is one more. */
const IMMEDIATE: Readonly<Record<string, string>> = {
  en: 'for immediate (?:release|publication)',
  fr: 'pour (?:diffusion|publication) immédiate',
  de: '(?:zur )?sofortigen (?:veröffentlichung|freigabe)',
  es: 'para (?:su )?(?:difusión|publicación) inmediata',
  ru: 'для немедленной публикации',
}

/** The languages whose embargo lines are known. */
export const EMBARGO_LANGUAGES = Object.keys(WORDS)

const begin = (words: string) => new RegExp(`^[\\s*[(–—-]*(?:${words})(?![\\p{L}])`, 'iu')
const EMBARGO_BEGINS = mapped(WORDS, begin)
const IMMEDIATE_BEGINS = mapped(IMMEDIATE, (words) => new RegExp(`^[\\s*[(–—-]*(${words})`, 'iu'))

function mapped(words: Readonly<Record<string, string>>, make: (source: string) => RegExp) {
  return new Map(Object.entries(words).map(([language, source]) => [language, make(source)]))
}

/** A line is short: a sentence about an embargo is none. */
const LONGEST = 140

/** True where a passage is a line that announces an embargo, typed by hand. */
export function isEmbargoLine(text: string, tag: string): boolean {
  if (text.length > LONGEST) return false
  const begins = EMBARGO_BEGINS.get(tag.split('-')[0] ?? '')?.test(text) === true
  return begins && (/\d/.test(text) || NOON.test(text)) && isLine(text)
}

/** A line has a clock, or is in capitals with day and year; "Embargo until 2030 hurts the trade" is a sentence. */
function isLine(text: string): boolean {
  const isLoud = /^[^\p{Ll}]*\p{Lu}{4}/u.test(text)
  const hasTime = /\d[:.]\d\d|\d ?h\b|\d ?(?:a\.?m|p\.?m|uhr|hrs|hours|час)/iu.test(text)
  const hasDay = /(?<!\d)\d{1,2}(?!\d)/.test(text)
  return NOON.test(text) || (hasDay && (hasTime || (isLoud && /\d{4}/.test(text))))
}

/** Words for the two hours that are misread. */
export const NOON =
  /(?<![\p{L}\p{N}])(?:midnight|noon|mitternacht|minuit|midi|medianoche|mediodía|полночь|полуночи|полдень|полудня)(?![\p{L}\p{N}])/iu

/** Where "For immediate release" stands, as a line of its own or at the head of one. */
export function immediateIn(text: string, tag: string): { start: number; end: number } | undefined {
  const match = IMMEDIATE_BEGINS.get(tag.split('-')[0] ?? '')?.exec(text)
  // "For immediate release of the hostages" goes on.
  if (!match || !/^[\s*\]).,:!–—-]*(?:$|\p{Lu}|\d)/u.test(text.slice(match[0].length))) return undefined
  const end = match[0].length
  return { start: end - (match[1]?.length ?? 0), end }
}
