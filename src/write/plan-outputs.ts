import { basename, join } from 'node:path'
import { type Finding, ReleaseError } from '../finding.ts'
import { ENDINGS, type Format } from '../formats.ts'

/** A draft whose outputs are to be named. */
export interface PlannedDraft {
  /** Path as reports show it. */
  readonly path: string
  /** Absolute path; `undefined` for standard input. */
  readonly file: string | undefined
  /** Absolute folder of the outputs. */
  readonly folder: string
  /** The draft's slug, where it has one. */
  readonly slug: string | undefined
  /** The year it is issued for. */
  readonly year?: number | undefined
}

/** Names that Windows reserves: a release may be unpacked there. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** Longest file name, bytes, on every file system that matters. */
const MAX_NAME = 255

/**
 * The outputs' name without ending: the slug, else the draft's file name, else `stdin`; for a year with
 * `-<year>` behind it, unless the slug carries that year.
 */
export function outputName({ file, slug, year }: Pick<PlannedDraft, 'file' | 'slug' | 'year'>): string {
  const name =
    slug ?? (file === undefined ? 'stdin' : basename(file).replace(/(?<=.)\.(?:md|markdown)$/i, ''))
  const numbers: readonly string[] = slug?.match(/\d+/g) ?? []
  const isCarried = year === undefined || numbers.includes(String(year))
  return isCarried ? name : `${name}-${year}`
}

/**
 * Names the output of every draft and format before anything is written. Throws a `ReleaseError` (exit
 * code 2) that lists all collisions: two drafts with one output (also by case or Unicode form), an output
 * that would overwrite a draft, a name that no file can have.
 */
export function planOutputs(
  drafts: readonly PlannedDraft[],
  formats: readonly Format[],
): Map<PlannedDraft, Map<Format, string>> {
  const inputs = new Map(
    drafts.flatMap((draft) => (draft.file === undefined ? [] : [[folded(draft.file), draft] as const])),
  )
  const taken = new Map<string, PlannedDraft>()
  const findings: Finding[] = []
  const collide = (draft: PlannedDraft, message: string, hint: string) => {
    findings.push({
      severity: 'error',
      rule: 'output-collision',
      message,
      hint,
      path: draft.path,
      line: 1,
      column: 1,
    })
  }
  const plan = new Map<PlannedDraft, Map<Format, string>>()
  for (const draft of drafts) {
    const name = outputName(draft)
    if (RESERVED.test(name))
      collide(
        draft,
        `"${name}" is a reserved file name on Windows`,
        'give the draft a slug: slug: strelsau-flood',
      )
    if (Buffer.byteLength(`${name}.html`) > MAX_NAME) {
      collide(
        draft,
        `the output's name has more than ${MAX_NAME} bytes`,
        'give the draft a slug: slug: strelsau-flood',
      )
    }
    const files = new Map(formats.map((format) => [format, join(draft.folder, name + ENDINGS[format])]))
    plan.set(draft, files)
    for (const file of files.values()) {
      const key = folded(file)
      const other = taken.get(key)
      if (other) {
        collide(
          draft,
          `would write the same file as "${other.path}": ${basename(file)}`,
          'give one of them a slug, or name a folder each with -o',
        )
        break
      }
      if (inputs.has(key))
        collide(draft, `would overwrite the draft "${basename(file)}"`, 'give the draft a slug')
      taken.set(key, draft)
    }
  }
  if (findings.length > 0) {
    throw new ReleaseError('output-collision', 'the outputs collide; nothing was written', {
      findings,
      exitCode: 2,
    })
  }
  return plan
}

/** One name for all spellings that some file system takes for the same file. */
function folded(file: string): string {
  return file.normalize('NFC').toLowerCase()
}
