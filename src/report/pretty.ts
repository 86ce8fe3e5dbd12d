import { styleText } from 'node:util'
import type { Finding } from '../finding.ts'
import type { BuildReport } from './report-schema.ts'

/** How findings and summaries are printed. */
export interface PrettyOptions {
  readonly color: boolean
  /** The line of a file that a finding speaks of, where it can still be read. */
  readonly sourceLine?: (path: string, line: number) => string | undefined
}

const COLORS = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** Longest source line shown, characters; longer ones are shown around the place. */
const LINE = 100

/** One finding: place, severity, rule, message; the source line with a caret; the hint. */
export function prettyFinding(finding: Finding, { color, sourceLine }: PrettyOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text
  const place = paint('bold', `${printable(finding.path)}:${finding.line}:${finding.column}`)
  const severity = paint(COLORS[finding.severity], finding.severity)
  const lines = [`${place} ${severity} ${finding.rule}: ${printable(finding.message)}`]
  const source = sourceLine?.(finding.path, finding.line)
  if (source !== undefined && source.trim() !== '') {
    const { text, caret } = excerpt(source, finding.column)
    lines.push(`    ${printable(text)}`, `    ${' '.repeat(caret)}${paint(COLORS[finding.severity], '^')}`)
  }
  if (finding.hint !== undefined) lines.push(`    hint: ${printable(finding.hint)}`)
  return lines.join('\n')
}

/** The last line of a run: what was built, what failed, how long it took. */
export function prettySummary({ summary }: BuildReport): string {
  const { built, unchanged, skipped, failed, seconds } = summary
  const parts = [
    built > 0 ? `${built} built` : '',
    unchanged > 0 ? `${unchanged} unchanged` : '',
    skipped > 0 ? `${skipped} skipped` : '',
    failed > 0 ? `${failed} failed` : '',
  ].filter((part) => part !== '')
  return `${parts.join(', ') || 'nothing to do'} in ${seconds.toFixed(1)} s`
}

/**
 * Makes text harmless for a terminal: control characters and bidi overrides as `\xNN` or `\u{…}`, so that no
 * draft can move the cursor, forge a line or turn one around.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0)
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`
  })
}

function excerpt(source: string, column: number): { text: string; caret: number } {
  const line = source.replaceAll('\t', ' ')
  const start = column - 1 > LINE - 20 ? column - 1 - LINE / 2 : 0
  const text = line.slice(start, start + LINE)
  return { text: start > 0 ? `…${text.slice(1)}` : text, caret: Math.max(0, column - 1 - start) }
}
