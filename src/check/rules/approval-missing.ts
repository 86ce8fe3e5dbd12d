import type { Rule } from '../rule.ts'

/** Off until the house asks for it: `check: {rules: {approval-missing: error}}`. */
export const approvalMissing: Rule = {
  id: 'approval-missing',
  group: 'form',
  severity: 'off',
  doc: 'Catches a release that is approved or released and does not say by whom. Off until a project turns it on.',
  source: 'Practice of ministries: no release without the name of whoever approved it.',
  bad: 'status: approved',
  good: 'status: approved, approved_by: Anna Hentzau',
  *check({ fields, spanOf, draft }) {
    const isOut = fields.status === 'approved' || fields.status === 'released'
    if (!isOut || fields.approved_by !== undefined || draft.refused.includes('approved_by')) return
    yield {
      ...spanOf(['status']),
      message: `the release is "${fields.status}", and nobody has approved it`,
      hint: 'write approved_by: Anna Hentzau',
    }
  },
}
