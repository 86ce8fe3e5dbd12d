import type { LocalFinding } from '../finding.ts'

/** A draft cut at its fences. */
export interface SplitDraft {
  /** What stands between the fences. */
  readonly yaml: string
  /** Offset of the first character behind the closing fence's line. */
  readonly bodyStart: number
}

const FENCE = /^---[ \t]*$/
const EXAMPLE = 'a draft begins: --- / headline: A statement on the floods / date: 2027-02-26 / ---'

/**
 * Finds both fences ourselves: gray-matter would take a language after the first one as a request to run
 * code, close at `---- x`, and swallow a file without a closing fence.
 */
export function splitDraft(source: string): SplitDraft | { finding: LocalFinding } {
  const firstEnd = endOfLine(source, 0)
  const first = source.slice(0, firstEnd)
  if (!FENCE.test(first)) return { finding: openingFault(source, first) }
  for (let start = firstEnd + 1; start <= source.length; start = endOfLine(source, start) + 1) {
    const end = endOfLine(source, start)
    if (!FENCE.test(source.slice(start, end))) continue
    return { yaml: source.slice(firstEnd + 1, start), bodyStart: Math.min(end + 1, source.length) }
  }
  return { finding: unclosedFault(source) }
}

function endOfLine(source: string, from: number): number {
  const end = source.indexOf('\n', from)
  return end < 0 ? source.length : end
}

function fault(message: string, hint: string, line = 1): LocalFinding {
  return { severity: 'error', rule: 'front-matter-syntax', message, hint, line, column: 1 }
}

function openingFault(source: string, first: string): LocalFinding {
  if (/^-{4,}/.test(first)) {
    return fault(`the first line is "${shown(first)}"`, 'three hyphens open the front matter: ---')
  }
  if (first.startsWith('---')) {
    const language = shown(first.slice(3).trim())
    if (language === '')
      return fault('an unusual blank stands after the opening fence', 'a line with only three hyphens: ---')
    return fault(
      `"${language}" stands after the opening fence`,
      'front matter is YAML and names no language: a line with only ---',
    )
  }
  if (first.startsWith('+++')) {
    return fault('the front matter is TOML', 'write it as YAML between two lines ---')
  }
  const blank = /^(?:[^\S\n]*\n)+(?=---)/.exec(source)
  if (blank) return fault('a blank line stands before the front matter', 'begin the file with ---')
  if (/^\s+---/.test(first)) return fault('blanks stand before the opening fence', 'begin the file with ---')
  return fault('the draft has no front matter', EXAMPLE)
}

function unclosedFault(source: string): LocalFinding {
  const lines = source.split('\n')
  const near = lines.findIndex(
    (line, i) =>
      i > 0 && /^(?:\s*-{2,}|\s*[–—]+|\.{3}|\+{3})[^\S\n]*\S{0,12}$/.test(line) && !/^\s*- /.test(line),
  )
  if (near > 0) {
    const line = shown(lines[near] ?? '')
    return fault(
      `the front matter is not closed: "${line}" is no closing fence`,
      'close it with a line of three hyphens: ---',
      near + 1,
    )
  }
  return fault('the front matter is not closed', 'close it with a line of three hyphens: ---')
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
