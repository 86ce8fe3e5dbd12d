import { styleText } from 'node:util'
import type { Finding } from '../finding.ts'
import { displayWidth } from '../markdown/text/display-width.ts'
import { harmless, harmlessPath } from './harmless.ts'
import type { BuildReport, ReleaseResult } from './report-schema.ts'

/** How findings and summaries are printed. */
export interface PrettyOptions {
  readonly color: boolean
  /** The line of a file that a finding speaks of, where it can still be read. */
  readonly sourceLine?: (path: string, line: number) => string | undefined
}

const COLORS = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/** Longest source line shown, characters; longer ones are shown around the place. */
const LINE = 100

/** Longest message or hint shown, characters. */
const MESSAGE = 500

/** One finding: place, severity, rule, message; the source line behind a bar, with a caret; places in other drafts; the hint. */
export function prettyFinding(finding: Finding, { color, sourceLine }: PrettyOptions): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text
  const place = paint('bold', `${harmlessPath(finding.path)}:${finding.line}:${finding.column}`)
  const severity = paint(COLORS[finding.severity], finding.severity)
  const lines = [`${place} ${severity} ${finding.rule}: ${shortened(finding.message)}`]
  // Nothing is shown of what must not be read.
  const source = finding.rule === 'draft-unreadable' ? undefined : sourceLine?.(finding.path, finding.line)
  // What has no place stands at the opening fence, which tells nothing.
  if (source !== undefined && source.trim() !== '' && !/^---\s*$/.test(source)) {
    const { text, caret } = excerpt(source, finding.column)
    // The bar keeps a source line like `::error::…` from being a command of GitHub's, which skips spaces.
    lines.push(`    | ${text}`, `    | ${' '.repeat(caret)}${paint(COLORS[finding.severity], '^')}`)
  }
  for (const { path, line, column, message } of finding.related ?? [])
    if (path !== undefined)
      lines.push(`    see ${harmlessPath(path)}:${line}:${column}: ${shortened(message)}`)
  if (finding.hint !== undefined) lines.push(`    hint: ${shortened(finding.hint)}`)
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

/** A release as one line names it: its draft, and the year where it recurs. */
export function prettyRelease({ draft, year }: Pick<ReleaseResult, 'draft' | 'year'>): string {
  return year === undefined ? harmlessPath(draft) : `${harmlessPath(draft)} for ${year}`
}

/** What took longest, for --verbose: at most three, the slowest first. */
export function prettySlowest(
  took: readonly { readonly draft: string; readonly milliseconds: number }[],
): string {
  const slowest = [...took].sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 3)
  const parts = slowest.map(
    ({ draft, milliseconds }) => `${harmlessPath(draft)} ${(milliseconds / 1000).toFixed(2)} s`,
  )
  return `slowest: ${parts.join(', ')}`
}

function shortened(text: string): string {
  return harmless(text.length > MESSAGE ? `${text.slice(0, MESSAGE)}…` : text)
}

/** The part of a line around a column, as a terminal shows it, and how many columns stand before the caret. */
function excerpt(source: string, column: number): { text: string; caret: number } {
  const line = source.replaceAll('\t', ' ')
  const start = column - 1 > LINE - 20 ? column - 1 - LINE / 2 : 0
  const shown = (from: number, to: number) => `${start > 0 ? '…' : ''}${harmless(line.slice(from, to))}`
  return { text: shown(start, start + LINE), caret: displayWidth(shown(start, Math.max(0, column - 1))) }
}
