import type { Rule } from '../rule.ts'

/** Cyrillic letters that look like Latin ones; ә is the Azerbaijani ə of a wrong keyboard. */
const CYRILLIC = new Map(
  ['аa', 'еe', 'оo', 'рp', 'сc', 'уy', 'хx', 'іi', 'јj', 'ѕs', 'һh', 'ԁd', 'әə', 'АA', 'ВB', 'ЕE', 'КK', 'МM']
    .concat(['НH', 'ОO', 'РP', 'СC', 'ТT', 'ХX', 'УY', 'ІI', 'ЈJ', 'ЅS', 'ӘƏ'])
    .map(([a = '', b = '']) => [a, b]),
)
const GREEK = new Map(
  ['οo', 'νv', 'ΑA', 'ΒB', 'ΕE', 'ΖZ', 'ΗH', 'ΙI', 'ΚK', 'ΜM', 'ΝN', 'ΟO', 'ΡP', 'ΤT', 'ΥY', 'ΧX'].map(
    ([a = '', b = '']) => [a, b],
  ),
)
const FROM_LATIN = new Map([...CYRILLIC].map(([cyrillic, latin]) => [latin, cyrillic]))
const LATIN_TO_GREEK = new Map([...GREEK].map(([greek, latin]) => [latin, greek]))

const [IS_LATIN, IS_CYRILLIC, IS_GREEK] = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u]

/** A word with look-alike letters of another script: no search finds it, and fonts betray it. */
export const mixedScriptWord: Rule = {
  id: 'mixed-script-word',
  group: 'language',
  severity: 'error',
  doc: 'Catches a word in which a letter of another script stands for its look-alike: Cyrillic а in a Latin word.',
  source:
    'UTS #39, Unicode security mechanisms: confusables. Words that mix scripts with other letters, such as "μm", are left alone.',
  bad: 'Strels<U+0430>u',
  good: 'Strelsau',
  skips: ['code', 'address', 'name'],
  *check({ passages, tag }) {
    for (const passage of passages) {
      if (!IS_LATIN.test(passage.text) || !/[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(passage.text)) continue
      for (const { index, 0: word } of passage.text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
        const fresh = mended(word, tag)
        if (fresh === undefined || fresh.text === word) continue
        const [from, to] = [index, index + word.length]
        const span = passage.spanOf(from, to)
        const foreign = [...word].filter((char, i) => [...fresh.text][i] !== char)
        const codes = foreign.map(
          (char) => `${char} U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
        )
        const isPlain = !passage.isFilled(from, to) && span.end - span.start === word.length
        yield {
          ...span,
          message: `"${word}" is written with letters of two scripts: ${[...new Set(codes)].join(', ')} is ${fresh.foreign}`,
          hint: `write ${fresh.text} in ${fresh.own} letters`,
          ...(isPlain ? { fix: { ...span, text: fresh.text, safe: true } } : {}),
        }
      }
    }
  },
}

interface Mended {
  readonly text: string
  readonly own: string
  readonly foreign: string
}

function mended(word: string, tag: string): Mended | undefined {
  const chars = [...word]
  const latin = chars.filter((char) => IS_LATIN.test(char))
  const cyrillic = chars.filter((char) => IS_CYRILLIC.test(char))
  const greek = chars.filter((char) => IS_GREEK.test(char))
  if (latin.length === 0) return undefined
  const replace = (table: ReadonlyMap<string, string>) =>
    chars.map((char) => table.get(char) ?? char).join('')
  if (cyrillic.length > 0 && greek.length === 0) {
    const toLatin = cyrillic.every((char) => CYRILLIC.has(char))
    const toCyrillic = latin.every((char) => FROM_LATIN.has(char))
    const isCyrillicText = /^(?:ru|uk|bg|sr|be|mk|kk|ky|tg|mn)\b/.test(tag)
    const wantsCyrillic = toLatin && toCyrillic ? isCyrillicText : toCyrillic
    if (wantsCyrillic) return { text: replace(FROM_LATIN), own: 'Cyrillic', foreign: 'Latin' }
    return toLatin ? { text: replace(CYRILLIC), own: 'Latin', foreign: 'Cyrillic' } : undefined
  }
  // One Greek letter beside one Latin letter is a unit or a symbol.
  if (greek.length === 0 || cyrillic.length > 0 || chars.length < 4) return undefined
  if (greek.every((char) => GREEK.has(char))) return { text: replace(GREEK), own: 'Latin', foreign: 'Greek' }
  const toGreek = greek.length > latin.length && latin.every((char) => LATIN_TO_GREEK.has(char))
  return toGreek ? { text: replace(LATIN_TO_GREEK), own: 'Greek', foreign: 'Latin' } : undefined
}
