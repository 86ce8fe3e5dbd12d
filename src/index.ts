/**
 * The library's door: everything a program needs to build releases without the command line.
 *
 * @example
 * const { report, exitCode } = await build({ drafts: ['draft.md'], output: 'out' })
 */
export { type BuildResult, build } from './build.ts'
export type { BuildOptions, Limits } from './build-options.ts'
export { BUILD_CARDS } from './check/build-cards.ts'
export { cataloguePage } from './check/catalogue.ts'
export type { Rule, RuleCard, RuleFinding } from './check/rule.ts'
export { RULES } from './check/rules.ts'
export { type CheckOptions, type CheckResult, check } from './check-drafts.ts'
export { type Config, loadConfig } from './config.ts'
export type { Draft } from './draft/draft.ts'
export { type DraftSource, type ReadDraft, readDraft } from './draft/read-draft.ts'
export { type ExitCode, type Finding, type Place, ReleaseError, type Severity } from './finding.ts'
export { FORMATS, type Format } from './formats.ts'
export { findLetterhead, type KnownLetterhead, listLetterheads } from './letterhead/find-letterhead.ts'
export type { Letterhead } from './letterhead/letterhead.ts'
export { loadLetterhead } from './letterhead/load-letterhead.ts'
export { type Circumstances, type Composed, composeRelease } from './release/compose-release.ts'
export type { Release } from './release/release.ts'
export { type HtmlDocument, type HtmlPieces, renderHtml } from './render/html.ts'
export type { PdfDocument } from './render/pdf/finish-pdf.ts'
export { renderPdf } from './render/pdf.ts'
export { renderText } from './render/text.ts'
export type { CheckedDraft, CheckReport } from './report/check-report.ts'
export type { BuildReport, OutputResult, ReleaseResult } from './report/report-schema.ts'
export { ALL_RULES } from './verify/all-rules.ts'
export type { Problem, Verification, VerifiedRelease } from './verify/verification.ts'
export { type VerifyOptions, type VerifyResult, verify } from './verify/verify.ts'
export { VERSION } from './version.ts'
