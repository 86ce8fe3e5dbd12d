import type { Finding } from '../finding.ts'
import { harmless } from './harmless.ts'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * A finding as a workflow command of GitHub Actions, one line. What a draft says is escaped as GitHub's
 * toolkit does it, so that it can neither end the line nor begin a command.
 */
export function githubAnnotation({
  severity,
  rule,
  message,
  hint,
  path,
  line,
  column,
  end,
}: Finding): string {
  const properties = {
    file: path,
    line,
    col: column,
    ...(end === undefined
      ? {}
      : { endLine: end.line, ...(end.line === line ? { endColumn: end.column } : {}) }),
    title: rule,
  }
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
  const text = hint === undefined ? message : `${message}. Hint: ${hint}`
  return `::${COMMANDS[severity]} ${list.join(',')}::${data(text)}`
}

function data(text: string): string {
  const escaped = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  return harmless(escaped)
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
