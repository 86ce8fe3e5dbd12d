import type { Finding, LocalFinding } from '../finding.ts'
import type { Format } from '../formats.ts'
import { judgeOutputs, type OutputSettings } from './judge-outputs.ts'
import type { BuiltOutput } from './output-rule.ts'
import { readOutput } from './read-output.ts'
import type { Problem } from './verification.ts'

/** A document that was built and is not written yet. */
export interface BuiltDocument {
  readonly format: Format
  readonly bytes: Uint8Array
}

/** What the rules on outputs say of the documents of one release, at the head of its draft. Never rejects. */
export async function checkBuilt(
  documents: readonly BuiltDocument[],
  embargoed: boolean,
  settings: OutputSettings,
): Promise<LocalFinding[]> {
  const outputs: BuiltOutput[] = []
  const unread: LocalFinding[] = []
  for (const { format, bytes } of documents) {
    const facts = await readOutput(format, bytes)
    if (!('reason' in facts)) outputs.push({ format, path: format, facts })
    else
      unread.push(
        atHead({ severity: 'error', rule: 'output-unreadable', message: `the ${format} ${facts.reason}` }),
      )
  }
  const problems = judgeOutputs({ outputs, embargoed }, settings)
  return [...unread, ...problems.map(findingOf)]
}

function findingOf({ severity, rule, message, hint, difference }: Problem): LocalFinding {
  const told = difference ? `${message}: ${sayOf(difference)}` : message
  return atHead({ severity, rule, message: told, ...(hint === undefined ? {} : { hint }) })
}

function sayOf({ expected, found }: NonNullable<Problem['difference']>): string {
  const [is, due] = [found, expected].map(({ word }) => (word === '' ? 'its end' : `"${word}"`))
  const behind = expected.before === '' ? '' : ` behind "${expected.before}"`
  return `${is} stands where ${due} should${behind}`
}

function atHead(finding: Pick<Finding, 'severity' | 'rule' | 'message' | 'hint'>): LocalFinding {
  return { ...finding, line: 1, column: 1 }
}
