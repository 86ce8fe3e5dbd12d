/** Characters of scripts written without spaces. Hangul is not here: Korean breaks at its spaces. */
const UNSPACED =
  '\\u2e80-\\u2fff\\u3000-\\u312f\\u31a0-\\u31bf\\u31f0-\\u31ff\\uff00-\\uffef\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'

/** One address in angle brackets, one unspaced character with its marks, or one run of anything else. */
const FRAGMENT = new RegExp(`<[!-~][^<>]*>|[${UNSPACED}]\\p{M}*|[^${UNSPACED}<]+|<`, 'gu')
/** A cheap first look: compiling the script classes costs a Latin release more than all its words. */
const MAY_BE_UNSPACED = /[\u2e80-\uffff]/
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')

/** Never breakable on either side: no-break spaces, the word joiner, and Hangul beside Han. */
const GLUE = '\\u00a0\\u2007\\u202f\\u2060\\p{Script=Hangul}'

/** Kinsoku: what no line may begin with (closing marks, small kana, iteration and length marks). */
const NOT_FIRST = new RegExp(
  `^[${GLUE}\\u3000，。、；：？！）］｝」』》〉】〕〗〙〛｠〟’”»›…‥—–・‐゠〜～ーゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧ-ｰ｡｣､･ﾞﾟ％‰℃.,;:!?)\\]}>%]`,
  'u',
)

/** Kinsoku: what no line may end with (opening marks and signs that stand before a number). */
const NOT_LAST = new RegExp(`[${GLUE}（［｛「『《〈【〔〖〘〚｟〝‘“«‹￥＄￡＃№$£¥€#(\\[{<]$`, 'u')

const DIGIT_LAST = /[0-9０-９]$/
const UNIT_FIRST = /^[\p{Script=Han}]/u

/**
 * Cuts a word (a text without U+0020) into the pieces between which a line may break. Only Chinese and
 * Japanese have such places inside a word; an address in angle brackets and a number with its unit stay whole.
 */
export function breakPoints(word: string): readonly string[] {
  if (!MAY_BE_UNSPACED.test(word) || !HAS_UNSPACED.test(word)) return [word]
  const pieces: string[] = []
  let before = ''
  for (const fragment of word.match(FRAGMENT) ?? []) {
    if (before !== '' && staysWith(before, fragment)) pieces.push((pieces.pop() ?? '') + fragment)
    else pieces.push(fragment)
    before = fragment
  }
  return pieces
}

function staysWith(before: string, after: string): boolean {
  return NOT_FIRST.test(after) || NOT_LAST.test(before) || (DIGIT_LAST.test(before) && UNIT_FIRST.test(after))
}
