import type { Fix, LocalFinding } from '../finding.ts'

/** Passes after which fixes that still find something to mend are left. */
export const PASSES = 5

/** The safe fixes of findings that can be made together: from first to last, overlapping ones left out. */
export function safeFixes(findings: readonly Pick<LocalFinding, 'fix'>[]): Fix[] {
  const safe = findings.flatMap(({ fix }) => (fix?.safe ? [fix] : []))
  const kept: Fix[] = []
  for (const fix of safe.toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    const last = kept.at(-1)
    if (last === undefined || fix.range[0] > last.range[1]) kept.push(fix)
  }
  return kept
}

/**
 * Applies fixes from last to first to a file as it is on disk. Ranges are those of the text with LF and
 * without byte order mark; line ends and mark of the file are kept.
 */
export function applyFixes(written: string, fixes: readonly Fix[]): string {
  const at = writtenOffsets(written)
  const lineEnd = /\r\n?|\n/.exec(written)?.[0] ?? '\n'
  return fixes
    .toSorted((a, b) => b.range[0] - a.range[0])
    .reduce((text, { range: [start, end], text: fresh }) => {
      const put = fresh.replaceAll('\n', lineEnd)
      return text.slice(0, at[start]) + put + text.slice(at[end])
    }, written)
}

/** Where each character of the text with LF stands in the file. */
function writtenOffsets(written: string): number[] {
  const at: number[] = []
  for (let i = /^\uFEFF*/.exec(written)?.[0].length ?? 0; i < written.length; i++) {
    at.push(i)
    if (written[i] === '\r' && written[i + 1] === '\n') i++
  }
  at.push(written.length)
  return at
}
