import type { CheckContext } from '../context.ts'
import type { Rule } from '../rule.ts'

/** Scripts by what a text has to hold of them. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}+/gu,
  Cyrl: /\p{Script=Cyrillic}+/gu,
  Arab: /\p{Script=Arabic}+/gu,
  Hans: /\p{Script=Han}+/gu,
  Hant: /\p{Script=Han}+/gu,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]+/gu,
  Grek: /\p{Script=Greek}+/gu,
  Hebr: /\p{Script=Hebrew}+/gu,
  Armn: /\p{Script=Armenian}+/gu,
  Geor: /\p{Script=Georgian}+/gu,
}

/** Below so many letters a text may be a list of names. */
const ENOUGH = 100

/** A translation that does not say what it is, and a text that is not in its language. */
export const translationUnmarked: Rule = {
  id: 'translation-unmarked',
  group: 'form',
  severity: 'error',
  doc: 'Catches a translation without its standing, and a text in another script than its language has.',
  source: 'Practice of foreign ministries: "Unofficial translation"; BCP 47, likely scripts.',
  bad: 'translation_of: PR/2027/07',
  good: 'translation_of: PR/2027/07, translation_status: unofficial',
  *check(context) {
    const { fields, spanOf, draft } = context
    if (fields.translation_of !== undefined && fields.translation_status === undefined) {
      if (!draft.refused.includes('translation_status'))
        yield {
          ...spanOf(['translation_of']),
          message: 'a translation does not say what its standing is',
          hint: 'write translation_status: official, unofficial or courtesy',
        }
    }
    const wrong = otherScript(context)
    if (wrong !== undefined && !draft.refused.includes('language'))
      yield {
        ...spanOf(['language']),
        message: `the language is "${context.tag}", and the text is in ${wrong} letters`,
        hint: 'write the language of the text: language: ru',
      }
  },
}

/** The script that nearly all letters have, where the language has another one. */
function otherScript({ passages, tag }: CheckContext): string | undefined {
  const own = LETTERS[scriptOf(tag)]
  const text = passages
    .filter(({ kind }) => kind === 'paragraph' || kind === 'heading')
    .map((passage) => passage.text)
    .join('')
  // Of a text in its own letters the first quarter is enough.
  const first = text.slice(0, text.length / 4)
  if (own === undefined || count(first, own) > text.length / 10) return undefined
  const all = count(text, /\p{L}+/gu)
  // An ideograph says as much as several letters.
  const isIdeographic = /\p{Script=Han}/u.test(text)
  if (all < (isIdeographic ? ENOUGH / 4 : ENOUGH)) return undefined
  if (count(first, own) > all / 10 || count(text, own) > all / 10) return undefined
  const other = Object.entries(LETTERS).find(([, letters]) => count(text, letters) > all * 0.8)
  return other && new Intl.DisplayNames('en', { type: 'script' }).of(other[0])
}

const scripts = new Map<string, string>()

/** The script that a language is usually written in. */
function scriptOf(tag: string): string {
  const script = scripts.get(tag) ?? new Intl.Locale(tag).maximize().script ?? ''
  scripts.set(tag, script)
  return script
}

/** How many characters the matches have. */
function count(text: string, letters: RegExp): number {
  return text.match(letters)?.reduce((sum, { length }) => sum + length, 0) ?? 0
}
