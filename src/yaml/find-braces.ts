/** One brace of a text as a source writes it. */
export interface Brace {
  /** Where it begins in the source. */
  readonly start: number
  /** Just behind it. */
  readonly end: number
  /** False where an escape or a character reference stands for it: it is meant literally. */
  readonly isBare: boolean
}

/** Escapes and references of CommonMark, as far as braces matter; every other escape is skipped. */
const MARKDOWN = /[{}]|\\[!-/:-@[-`{-~]|&(?:#0*12[35]|#x0*7[bd]|lcub|rcub|lbrace|rbrace);/gi
/** The same inside double quotes of YAML. */
const YAML_QUOTED = /[{}]|\\(?:x7[bd]|u007[bd]|U0000007[bd]|[\s\S])/gi

/**
 * The braces of a piece of source in their order. A parser changes what stands between them, but neither
 * their number nor their order: the n-th brace of a text is the n-th of its source.
 */
export function findBraces(
  source: string,
  start: number,
  end: number,
  syntax: 'markdown' | 'yaml' | 'html',
): Brace[] {
  const piece = source.slice(start, end)
  const isQuoted = syntax === 'yaml' && piece.startsWith('"')
  const tokens = syntax === 'markdown' ? MARKDOWN : isQuoted ? YAML_QUOTED : /[{}]/g
  return [...piece.matchAll(tokens)].flatMap(({ 0: token, index }) => {
    const isBare = token.length === 1
    if (!isBare && !isBrace(token)) return []
    const at = start + index
    return [{ start: at, end: at + token.length, isBare }]
  })
}

/** How many braces a text has. */
export function countBraces(text: string): number {
  return text.match(/[{}]/g)?.length ?? 0
}

function isBrace(token: string): boolean {
  return token.startsWith('&') || /^\\(?:[{}]$|x7|u007|u0000007)/i.test(token)
}
