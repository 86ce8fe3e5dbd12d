import { type Document, visit, type YAMLError } from 'yaml'
import { TAG_HINT, YAML_TAG, type YamlFault } from './refused-yaml.ts'

/** Turns a complaint of the YAML parser into one fact and one cure, for the slips people really make. */
export function yamlFault(error: YAMLError, text: string, document: Document): YamlFault {
  const [start, end] = error.pos
  return /MISSING_CHAR/.test(error.code) && /quote/.test(error.message)
    ? openQuotation(start, text, document)
    : { start, end, ...explain(error.code, error.message, lineAt(text, start)) }
}

function explain(code: string, original: string, line: string): { message: string; hint: string } {
  const [, before = 'headline: '] = /^\s*(- |[\w-]+:\s)/.exec(line) ?? []
  const quoted = (example: string) => `put the value in quotes: ${before}${example}`
  if (/(?:[:[,]|^\s*-)\s*\{\{/.test(line)) {
    return { message: 'a value that begins with "{{" is not text to YAML', hint: quoted('"{{…}} …"') }
  }
  if (code === 'BAD_DQ_ESCAPE') {
    return line.includes('\\{{')
      ? { message: '"\\{" is no escape inside double quotes', hint: `use single quotes: ${before}'\\{{…'` }
      : {
          message: 'a backslash inside double quotes begins an escape',
          hint: `use single quotes: ${before}'…'`,
        }
  }
  const unspaced = /^\s*(?:- )?([\w-]+):[^\s/]/.exec(line)?.[1]
  if (unspaced && /implicit/i.test(original)) {
    return { message: `a blank is missing behind "${unspaced}:"`, hint: `write it so: ${unspaced}: …` }
  }
  if (/:.*:(?:\s|$)/.test(line) && /compact mapping|implicit/i.test(original)) {
    return { message: 'a value that holds ": " must be quoted', hint: quoted('"Ruritania: a statement"') }
  }
  const opening = /^\s*(?:- |[\w-]+:\s+)(["'])/.exec(line)?.[1]
  if (opening && /node end/.test(original)) {
    const message = 'text stands behind the closing quotation mark'
    const other = opening === '"' ? `'"Strelsau" and "Zenda"'` : `"Ruritania's statement"`
    return { message, hint: `put the whole value in the other quotation marks: ${before}${other}` }
  }
  if (code === 'TAB_AS_INDENT') return { message: 'a tab indents this line', hint: 'indent with blanks' }
  if (code === 'MULTIPLE_DOCS')
    return { message: 'a second YAML document begins here', hint: 'delete the line "---" or "..."' }
  if (code === 'TAG_RESOLVE_FAILED')
    return { message: `YAML tag "${original.replace(/^.*: /, '').replace(YAML_TAG, '!!')}"`, hint: TAG_HINT }
  if (code === 'RESOURCE_EXHAUSTION')
    return { message: 'lists or maps are nested too deep', hint: 'one or two levels are enough' }
  if (code === 'BAD_ALIAS' || code === 'BAD_SCALAR_START' || code === 'UNEXPECTED_TOKEN')
    return { message: `not YAML: ${lowerFirst(original)}`, hint: quoted('"…"') }
  return {
    message: `not YAML: ${lowerFirst(original)}`,
    hint: 'write `key: value` lines; quote values with special characters',
  }
}

/** A quotation mark without its partner: told where it opens, not where the file ends. */
function openQuotation(offset: number, text: string, document: Document): YamlFault {
  let start = offset
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] <= offset) start = range[0]
    },
  })
  const lineEnd = text.indexOf('\n', start)
  const next = lineEnd < 0 ? '' : lineAt(text, lineEnd + 1)
  const closed = lineEnd >= 0 && text.indexOf(text.charAt(start), lineEnd) > 0
  // The mark of another value would close it too; that is no quotation over several lines.
  return closed && !/^(?:[\w-]+:|- )/.test(next)
    ? {
        start,
        message: 'a quoted value goes on in lines that are not indented',
        hint: 'put two blanks before each line that goes on, or write the value on one line',
        final: true,
      }
    : {
        start,
        message: 'a quotation mark is not closed',
        hint: 'close it on the same line: "…"',
        final: true,
      }
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end)
}

function lowerFirst(message: string): string {
  return message.charAt(0).toLowerCase() + message.slice(1)
}
