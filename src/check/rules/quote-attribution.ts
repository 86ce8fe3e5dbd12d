import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'
import { countWords } from '../scan/sentences.ts'

/** Verbs and phrases that say whose words they are, by language. */
const SPEECH: Readonly<Record<string, string>> = {
  en: 'sa(?:id|ys?|ying)|told|tells?|stat(?:ed?|es|ing|ement)|add(?:ed|s)|wrote|writes?|writing|written|accord(?:ing|s)|explain\\w*|not(?:ed|es|ing)|remark\\w*|declar\\w*|emphasi[sz]\\w*|stress\\w*|reiterat\\w*|quot\\w*|cit(?:ed?|es|ing)|read(?:s|ing)?|call(?:ed|s|ing)|ask(?:ed|s)|warn\\w*|recall\\w*|conclud\\w*|comment\\w*|affirm\\w*|announc\\w*|report\\w*|describ\\w*|argu\\w*|respond\\w*|repl(?:y|ied|ies)|words?|provid(?:es|ed)|adopt\\w*|entitled|titled|defin\\w*|spoke|speech|observ\\w*|express\\w*|insist\\w*|suggest\\w*|claim\\w*|term(?:ed|s)|motto|slogan|theme',
  fr: 'dit|déclar\\p{L}*|affirm\\p{L}*|ajout\\p{L}*|selon|précis\\p{L}*|soulign\\p{L}*|expliqu\\p{L}*|écri\\p{L}*|rappel\\p{L}*|estim\\p{L}*|conclu\\p{L}*|indiqu\\p{L}*|intitulée?s?|propos|mots?|termes|cit\\p{L}*|not\\p{L}*|not[ea]\\p{L}*|demand\\p{L}*|répon\\p{L}*',
  es: 'dijo|dice\\p{L}*|declar\\p{L}*|afirm\\p{L}*|añad\\p{L}*|según|señal\\p{L}*|explic\\p{L}*|escrib\\p{L}*|record\\p{L}*|indic\\p{L}*|subray\\p{L}*|manifest\\p{L}*|palabras|agreg\\p{L}*|titulad\\p{L}*|concluy\\p{L}*|expres\\p{L}*|cit\\p{L}*|asegur\\p{L}*',
  de: 'sag\\p{L}*|erklär\\p{L}*|laut|so|beton\\p{L}*|heißt|hieß|schr(?:ieb|eib)\\p{L}*|meint\\p{L}*|füg\\p{L}*|bericht\\p{L}*|zufolge|Worte\\p{L}*|Titel|Motto|forder\\p{L}*|frag\\p{L}*|antwort\\p{L}*|nenn\\p{L}*|nannt\\p{L}*|genannt|zitier\\p{L}*|lautet\\p{L}*|unterstr\\p{L}*|erinner\\p{L}*|kommentier\\p{L}*|bezeichn\\p{L}*|definier\\p{L}*|spricht|sprach\\p{L}*',
}

/** Words that make a quotation more than a term of art. */
const WORDS = 10

/** A quotation that does not say whose words it has. */
export const quoteAttribution: Rule = {
  id: 'quote-attribution',
  group: 'form',
  severity: 'info',
  languages: Object.keys(SPEECH),
  doc: `Catches a quotation of ${WORDS} words or more in a paragraph without a verb of speech and without a name; the paragraphs beside it may have them.`,
  source: 'Associated Press Stylebook: attribution; journalistic practice.',
  bad: '“We stood on the bank until the water had gone down again.”',
  good: '“We stood on the bank until the water had gone down again,” said Ada Rassendyll.',
  skips: ['code', 'block-quote'],
  *check({ passages, tag }) {
    const verbs = new RegExp(`(?<!\\p{L})(?:${SPEECH[tag.split('-')[0] ?? '']})(?!\\p{L})`, 'iu')
    const prose = passages.filter(({ kind, fixed }) => kind === 'paragraph' && fixed === undefined)
    for (const [i, passage] of prose.entries()) {
      const { text, ranges } = passage
      const long = ranges.find(
        ([from, to]) => countWords(text.slice(from, to)) >= WORDS && !isTitle(text.slice(from, to)),
      )
      if (
        long === undefined ||
        !/[“„«"]/.test(text[long[0]] ?? '') ||
        !/[”“»"]/.test(text[long[1] - 1] ?? '')
      )
        continue
      const own = unquoted(passage)
      const before = prose[i - 1]
      const after = prose[i + 1]
      const isIntroduced =
        before !== undefined &&
        (verbs.test(unquoted(before)) || /:\s*$/.test(before.text) || hasName(unquoted(before)))
      const isFollowed =
        after !== undefined &&
        (verbs.test(unquoted(after)) || /^\s*[—–-]/.test(after.text) || hasName(unquoted(after)))
      if (verbs.test(own) || hasName(own) || isIntroduced || isFollowed) continue
      const [from, to] = [long[0], Math.min(long[1], long[0] + 40)]
      yield {
        ...passage.spanOf(from, to),
        message: 'a quotation without a speaker',
        hint: 'say whose words they are: said Ada Rassendyll',
      }
    }
  },
}

function unquoted({ text, ranges }: IssuedPassage): string {
  return ranges.reduceRight((rest, [from, to]) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)
}

// Two capitalised words in a row, or a signature.
function hasName(text: string): boolean {
  return (
    /(?<!\p{L})(?!(?:Der|Die|Das|Ein|Eine|Den|Dem|Des|Im|Am|In)\s)\p{Lu}[\p{Ll}.’'-]*\s+(?:(?:of|de|von|van|the|du)\s+)?\p{Lu}\p{Ll}/u.test(
      text,
    ) || /^\s*[—–]\s*\p{Lu}/u.test(text)
  )
}

// Names of laws and books: most of the long words have capitals.
function isTitle(text: string): boolean {
  const long = text.split(/\s+/u).filter((word) => word.length > 4)
  return long.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length * 2 > long.length
}
