/** Control characters, line separators and what turns the direction of text. */
const STEERING = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g

/** `##[command]` and `##vso[command]` command the runners of GitHub and Azure anywhere in a line. */
const COMMANDING = /#(?=#(?:\[|vso\[))/gi

/**
 * Makes text harmless for a terminal and a CI log: control characters and bidi overrides as `\xNN` or
 * `\u{…}`, so that no draft can move the cursor, forge a line, turn one around or command a runner.
 */
export function harmless(text: string): string {
  return text.replace(COMMANDING, '\\x23').replace(STEERING, (character) => {
    const code = character.charCodeAt(0)
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}

/** A path at the head of a line: one like `::error::.md` or `-x` is told as `./…`, and commands nobody. */
export function harmlessPath(path: string): string {
  const plain = path === '-' || /^[\p{L}\p{N}._/]/u.test(path)
  return harmless(plain ? path : `./${path}`)
}

/** JSON in which the same characters are escaped: it reads back the same. */
export function harmlessJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const keepLines = (character: string) => (character === '\n' ? character : escaped(character))
  return JSON.stringify(value, null, 2).replace(COMMANDING, escaped).replace(STEERING, keepLines)
}
