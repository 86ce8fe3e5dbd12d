/** Turns a complaint of the YAML parser into one fact and one cure, for the slips people really make. */
export function yamlHint(
  code: string,
  original: string,
  text: string,
  offset: number,
): { message: string; hint: string } {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const lineEnd = text.indexOf('\n', offset)
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
  const key = /^\s*(?:- )?([\w-]+)\s*:/.exec(line)?.[1] ?? 'headline'

  if (/:\s*\{\{/.test(line)) {
    return {
      message: 'a value that begins with "{{" is not text to YAML',
      hint: `put the value in quotes: ${key}: "{{…}} …"`,
    }
  }
  if (code === 'BAD_DQ_ESCAPE') {
    return line.includes('\\{{')
      ? { message: '"\\{" is no escape inside double quotes', hint: `use single quotes: ${key}: '\\{{…'` }
      : {
          message: 'a backslash inside double quotes begins an escape',
          hint: `use single quotes: ${key}: '…'`,
        }
  }
  if (
    /:.*:\s/.test(line) &&
    (code === 'BLOCK_AS_IMPLICIT_KEY' || /compact mapping|implicit/i.test(original))
  ) {
    return {
      message: 'a value that holds ": " must be quoted',
      hint: `put the value in quotes: ${key}: "Ruritania: a statement"`,
    }
  }
  if (code === 'DUPLICATE_KEY') {
    const first = text
      .slice(0, lineStart)
      .split('\n')
      .findIndex((other) => other.trimStart().startsWith(`${key}:`))
    const above = countLines(text, lineStart) - first
    const where = first < 0 ? 'twice' : above === 1 ? 'in the line above too' : `${above} lines above too`
    return { message: `the key "${key}" stands ${where}`, hint: 'keep one of them' }
  }
  if (code === 'TAB_AS_INDENT') return { message: 'a tab indents this line', hint: 'indent with spaces' }
  if (code === 'MISSING_CHAR' && /quote/.test(original)) {
    const opening = openQuote(text, key, offset)
    if (opening !== undefined && text.indexOf(opening, text.indexOf('\n', offset)) > 0) {
      return {
        message: `the quoted value of "${key}" goes on in lines that are not indented`,
        hint: 'put two blanks before each line that goes on, or write the value on one line',
      }
    }
    return { message: 'a quotation mark is not closed', hint: `close it on the same line: ${key}: "…"` }
  }
  if (code === 'BAD_SCALAR_START' || code === 'UNEXPECTED_TOKEN') {
    return { message: `not YAML: ${firstSentence(original)}`, hint: `put the value in quotes: ${key}: "…"` }
  }
  if (code === 'MULTIPLE_DOCS')
    return { message: 'a second YAML document begins here', hint: 'delete the line "---" or "..."' }
  if (code === 'TAG_RESOLVE_FAILED')
    return { message: `YAML tag: ${firstSentence(original)}`, hint: 'delete the tag' }
  return {
    message: `not YAML: ${firstSentence(original)}`,
    hint: 'write `key: value` lines; quote values with special characters',
  }
}

function firstSentence(message: string): string {
  const first = message.split('\n')[0] ?? message
  return first.charAt(0).toLowerCase() + first.slice(1)
}

function countLines(text: string, end: number): number {
  let count = 0
  for (let i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) count++
  return count
}

/** The quotation mark that the value of a key on this line opens with. */
function openQuote(text: string, key: string, offset: number): string | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  return new RegExp(`${key}\\s*:\\s*(["'])`).exec(text.slice(lineStart))?.[1]
}
