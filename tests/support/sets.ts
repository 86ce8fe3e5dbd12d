import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contextOf } from '../../src/check/context.ts'
import { checkSet } from '../../src/check/sets/check-set.ts'
import { summaryOf } from '../../src/check/sets/draft-summary.ts'
import { type CheckFields, checkSettings } from '../../src/check/settings.ts'
import { readDraft } from '../../src/draft/read-draft.ts'
import type { Letterhead } from '../../src/letterhead/letterhead.ts'
import { composeRelease } from '../../src/release/compose-release.ts'
import { ALL_RULES } from '../../src/verify/all-rules.ts'
import { type Case, draftOf } from './check.ts'
import { NOW } from './releases.ts'

const LIMITS = { draftBytes: 400_000, imageBytes: 1_000_000, imagePixels: 1_000_000 }

/** The drafts of one run, by their paths. */
export type SetCase = Readonly<Record<string, Case>>

/** What a rule of sets must report, and what it must leave alone. */
export interface SetCases {
  readonly rules?: CheckFields['rules']
  readonly bad: readonly SetCase[]
  readonly good: readonly SetCase[]
}

const FOLDER = join(import.meta.dirname, '../check/set-cases')

/** The labelled cases of every rule of sets, by its name. */
export function setTables(): Map<string, SetCases> {
  return new Map(
    readdirSync(FOLDER).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
    ]),
  )
}

/** Compares the drafts of a folder with the rules of sets alone. */
export async function comparedSet(
  drafts: SetCase,
  letterhead: Letterhead,
  { rules, isWhole = true }: { rules?: CheckFields['rules']; isWhole?: boolean } = {},
) {
  const settings = checkSettings({ rules }, [], ALL_RULES)
  const summaries = []
  for (const [path, one] of Object.entries(drafts)) {
    const source = { path, file: undefined, folder: '/nowhere', projectFolder: '/nowhere' }
    const { draft } = await readDraft(source, LIMITS, async () => Buffer.from(draftOf('en', one)))
    if (!draft) throw new Error(`${path} is no draft`)
    const circumstances = { now: NOW, timezone: undefined }
    const composed = await composeRelease(draft, letterhead, { ...circumstances, year: undefined })
    summaries.push(summaryOf(contextOf({ draft, composed, settings, ...circumstances })))
  }
  return checkSet({ drafts: summaries, isWhole }, settings)
}
