import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkRelease } from '../../src/check/check-release.ts'
import type { Rule } from '../../src/check/rule.ts'
import { RULES } from '../../src/check/rules.ts'
import { type CheckFields, checkSettings } from '../../src/check/settings.ts'
import { type LinkAnswer, type Surroundings, UNSEEN } from '../../src/check/surroundings.ts'
import { readDraft } from '../../src/draft/read-draft.ts'
import type { Letterhead } from '../../src/letterhead/letterhead.ts'
import { composeRelease } from '../../src/release/compose-release.ts'
import { ALL_RULES } from '../../src/verify/all-rules.ts'
import { NOW } from './releases.ts'

/** Limits of the drafts of cases. */
export const LIMITS = { draftBytes: 400_000, imageBytes: 1_000_000, imagePixels: 1_000_000 }

/** Checks a draft's text with the rules alone; nothing where it is no draft. */
export async function checked(
  text: string,
  letterhead: Letterhead,
  {
    year,
    fields,
    rules = RULES,
    surroundings = UNSEEN,
  }: { year?: number; fields?: CheckFields; rules?: readonly Rule[]; surroundings?: Surroundings } = {},
) {
  const source = { path: 'draft.md', file: undefined, folder: '/nowhere', projectFolder: '/nowhere' }
  const { draft } = await readDraft(source, LIMITS, async () => Buffer.from(text))
  if (!draft) return []
  const circumstances = { now: NOW, timezone: undefined }
  const composed = await composeRelease(draft, letterhead, { ...circumstances, year })
  const settings = checkSettings(fields, [], ALL_RULES)
  return checkRelease({ draft, composed, settings, surroundings, ...circumstances }, { rules })
}

/** A case of a rule's table: the body, or front matter and letterhead with it, and what the message has to say. */
export type Case = string | { front: string[]; body?: string; letterhead?: string; says?: string }

/** What a rule must report, and what it must leave alone, by language. */
export type CaseTable = Record<string, CaseList>

/** The cases of one language; `missing` are files that are not there, `answers` what addresses have answered. */
export interface CaseList {
  readonly front?: string[]
  readonly check?: CheckFields
  readonly missing?: string[]
  readonly answers?: Record<string, LinkAnswer>
  readonly bad: Case[]
  readonly good: Case[]
}

/** What the cases of a list have around them. */
export function surroundingsOf({ missing = [], answers }: CaseList): Surroundings {
  return {
    missingFiles: new Map(missing.map((file) => [file, undefined])),
    answers: answers && new Map(Object.entries(answers)),
  }
}

const FOLDER = join(import.meta.dirname, '../check/cases')

/** The labelled cases of every rule, by its name. */
export function caseTables(): Map<string, CaseTable> {
  return new Map(
    readdirSync(FOLDER).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
    ]),
  )
}

/** A draft of a case. */
export function draftOf(language: string, one: Case, front: readonly string[] = []): string {
  const own = typeof one === 'string' ? [] : one.front
  const body = typeof one === 'string' ? one : (one.body ?? 'Ruritania thanks its neighbours.')
  const lines = [...front, ...own]
  const usual = ['headline: H', 'date: 2027-02-26', `language: ${language}`]
  return [
    '---',
    ...usual.filter((line) => !lines.some((own) => own.startsWith(line.slice(0, line.indexOf(':') + 1)))),
    ...lines,
    '---',
    body,
    '',
  ].join('\n')
}
