import type { Finding, Place } from '../finding.ts'

/** What a log says of a rule. */
export interface SarifRule {
  readonly id: string
  readonly severity: 'off' | Finding['severity']
  readonly doc: string
  readonly bad: string
  readonly good: string
}

const LEVELS = { off: 'none', error: 'error', warning: 'warning', info: 'note' } as const

/** Findings as a SARIF log (OASIS, Static Analysis Results Interchange Format 2.1.0). */
export function sarifLog(
  findings: readonly Finding[],
  known: readonly SarifRule[],
  version: string,
): Record<string, unknown> {
  const found = [...new Set(findings.map(({ rule }) => rule))]
  const others = found.filter((id) => !known.some((rule) => rule.id === id)).sort()
  const rules = [
    ...known.map(({ id, severity, doc, bad, good }) => ({
      id,
      shortDescription: { text: doc },
      help: { text: `Bad: ${bad}\nGood: ${good}` },
      defaultConfiguration: { enabled: severity !== 'off', level: LEVELS[severity] },
    })),
    ...others.map((id) => ({ id })),
  ]
  const indexes = new Map(rules.map(({ id }, i) => [id, i]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'release', semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, indexes)),
      },
    ],
  }
}

function resultOf(finding: Finding, indexes: ReadonlyMap<string, number>) {
  const { rule, severity, message, hint, path, fix, related } = finding
  const text = hint === undefined ? message : `${message}. Hint: ${hint}`
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    level: LEVELS[severity],
    message: { text },
    locations: [{ physicalLocation: location(path, finding) }],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((one, id) => ({
            id,
            message: { text: one.message },
            physicalLocation: location(one.path ?? path, one),
          })),
        }),
    ...(fix === undefined
      ? {}
      : {
          fixes: [
            {
              artifactChanges: [
                {
                  artifactLocation: { uri: uriOf(path) },
                  replacements: [{ deletedRegion: region(fix), insertedContent: { text: fix.text } }],
                },
              ],
            },
          ],
        }),
  }
}

function location(path: string, place: Place) {
  return { artifactLocation: { uri: uriOf(path) }, region: region(place) }
}

function region({ line, column, end }: Place) {
  const last = end ?? { line, column }
  return { startLine: line, startColumn: column, endLine: last.line, endColumn: last.column }
}

/** A relative URI reference: a colon in its first part would be read as a scheme. */
function uriOf(path: string): string {
  const parts = path.split('/').map((part) => encodeURIComponent(wellFormed(part)))
  return parts.join('/')
}

/** A lone half of a surrogate pair cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd')
}
