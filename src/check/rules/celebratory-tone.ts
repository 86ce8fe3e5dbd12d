import type { CheckContext } from '../context.ts'
import { isOwned, otherYears, sentenceAt } from '../other-anniversary.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'

/**
 * Words of joy by language, as patterns of whole words. Words that mourning uses too ("proud of their
 * courage", "honoured") are not among them.
 */
const JOY: Readonly<Record<string, string>> = {
  en: 'celebrat(?:e|es|ed|ing|ion|ions|ory)|jubilees?|festive|festivit(?:y|ies)|joyful(?:ly)?|joyous(?:ly)?|birthday|(?:golden|silver|diamond) anniversary|happy to (?:mark|announce|observe|commemorate)|(?:pleased|delighted|thrilled|excited) to (?:mark|announce|observe|commemorate)|congratulat(?:e|es|ed|ions)',
  fr: "célèbr(?:e|ent)|célébr(?:er|ons|ez|ée?s?|ant|ations?|era|eront)|jubilés?|festi(?:f|ve|fs|ves|vités?)|réjouissances?|heureu(?:x|se|ses) de (?:marquer|commémorer|annoncer)|noces d[’'](?:or|argent)|féliciter?|félicitations",
  es: 'celebra(?:r|mos|n|ción|ciones|do|ron|rá|rán)?|celebró|jubileos?|festiv(?:o|a|os|as|idad|idades)|festejos?|festejar|jubilos[oa]s?|feliz aniversario|(?:nos complace|se complace en) (?:conmemorar|anunciar)|bodas de (?:oro|plata)|felicitaciones',
  de: 'feiert|feiern(?:d|de)?|gefeiert|Jubiläum|Jubiläums\\p{L}*|Jubiläen|festlich\\p{L}*|Festakt|freudig\\p{L}*|Geburtstag|freuen uns|freut sich|herzlichen Glückwunsch|Glückwünsche|gratulier(?:en|t)',
  ru: 'празднует|празднуют|праздновани[еяюм]|праздник\\p{L}*|праздничн\\p{L}*|юбиле[йяюем]\\p{L}*|юбилейн\\p{L}*|торжеств[ао]|ликовани\\p{L}*|радостн\\p{L}*|поздравля\\p{L}*|рады сообщить',
  az: 'bayram\\p{L}*|yubiley\\p{L}*|təbrik\\p{L}*|sevincl[əi]\\p{L}*|şən\\p{L}*',
  tr: 'kutl[au](?:r|dı|yor|maya|ması|nıyor|maları|mak)\\p{L}*|jübile\\p{L}*|bayram\\p{L}*|şenlik\\p{L}*|coşku\\p{L}*|tebrik\\p{L}*|mutluluk(?:la)?|sevinçle',
  ar: '(?:و?[تني]?حتفل|[وب]?ال?احتفال|احتفال)\\p{L}*|يوبيل\\p{L}*|اليوبيل|بهجة|سعداء|مهرجان\\p{L}*|تهان\\p{L}*',
  zh: '庆祝|慶祝|欢庆|歡慶|喜迎|热烈祝贺|熱烈祝賀|佳节|佳節|喜悦|喜悅|节日|節日',
}

const NEGATED =
  /(?:(?<!\p{L})(?:not?|never|ne|non|nicht|kein\p{L}*|не|لا|لم|لن)\s+(?:\p{L}+\s+)?|[没沒]有|不)$/iu

/** Joy at a day of mourning. */
export const celebratoryTone: Rule = {
  id: 'celebratory-tone',
  group: 'facts',
  severity: 'error',
  languages: Object.keys(JOY),
  doc: 'Catches words of joy ("celebrate", "jubilee") and exclamation marks in a release whose occasion is a commemoration (occasion: kind: commemoration).',
  source: 'Diplomatic practice: tragedies are marked, commemorated or remembered, never celebrated.',
  bad: 'celebrates the 28th anniversary of the tragedy',
  good: 'marks the 28th anniversary of the tragedy',
  skips: ['quotation', 'block-quote', 'code', 'address', 'name'],
  *check(context) {
    const { draft, passages, tag } = context
    if (draft.fields.occasion?.kind !== 'commemoration') return
    const language = tag.split('-')[0] ?? ''
    const words = JOY[language]
    if (words === undefined) return
    const pattern =
      language === 'zh'
        ? new RegExp(words, 'gu')
        : new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'giu')
    for (const passage of passages) {
      for (const { index, 0: written } of passage.text.matchAll(pattern)) {
        const end = index + written.length
        if (passage.isQuoted(index, end) || NEGATED.test(passage.text.slice(Math.max(0, index - 40), index)))
          continue
        // Names of works and bodies: "the Festive Committee".
        const isName =
          language !== 'de' &&
          index > 0 &&
          /^\p{Lu}/u.test(written) &&
          passage.kind === 'paragraph' &&
          !/[.!?] $/.test(passage.text.slice(Math.max(0, index - 40), index))
        if (isName || isOfOther(context, passage, index, end)) continue
        const message = `"${written}" is a word of joy, and the occasion is a commemoration`
        yield {
          ...passage.spanOf(index, end),
          message,
          hint: 'write, for example: marks, commemorates, remembers',
        }
      }
      for (const { index } of passage.text.matchAll(/(?<=\p{L}[”»"]?\s?)[!！](?=\s|$|\p{sc=Han})/gu)) {
        if (passage.isQuoted(index, index + 1)) continue
        const message = 'an exclamation mark, and the occasion is a commemoration'
        yield { ...passage.spanOf(index, index + 1), message, hint: 'end with a full stop' }
      }
    }
  },
}

/** "The fund celebrated its 30th anniversary in 2024": another anniversary than that of the release. */
function isOfOther(context: CheckContext, passage: IssuedPassage, start: number, end: number): boolean {
  const { scanOf, anniversary } = context
  if (anniversary === undefined) return false
  const sentence = sentenceAt(passage, { start, end })
  return scanOf(passage).phrases.some(
    (phrase) =>
      phrase.start >= end &&
      phrase.end <= sentence.end &&
      phrase.n !== anniversary.years &&
      isOwned(passage, phrase) &&
      // Next to ours it is a slip of the year.
      (Math.abs(phrase.n - anniversary.years) > 1 || otherYears(context, passage, phrase).length > 0),
  )
}
