import type { Draft } from '../draft/draft.ts'
import { fileDate } from '../draft/file-date.ts'
import type { DraftSource } from '../draft/read-draft.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import { hasSamePartials } from '../letterhead/letterhead-sources.ts'
import { TOOL_BUILD } from '../version.ts'
import { describeDraft, isAsItWas } from './draft-state.ts'
import type { Inputs } from './inputs.ts'
import { describeLetterhead, digestSources, isAsDescribed } from './letterhead-digest.ts'
import type { DraftState, LetterheadState, State } from './state.ts'

/** What decides a release and stands in the options, not in files. */
export interface InputOptions extends Pick<Inputs, 'timezone' | 'limits' | 'check' | 'strict'> {
  /** The moment that "has the embargo passed?" is asked for. */
  readonly now: Date
  /** The clock when the run began, before it read anything, milliseconds since 1970. */
  readonly since: number
}

/** Finds out what releases are made of, reading only what may have changed since the last run. */
export interface InputReader {
  /** The draft as the last run knew it, if that still holds, else as `read` gives it. */
  draft(source: DraftSource, read: () => Promise<Draft | undefined>): Promise<DraftState | undefined>
  /** The draft as it was read for a release that is built. */
  builtDraft(draft: Draft, file: string | undefined): DraftState
  /** True for a letterhead that has not changed since it was described; reads no file. */
  isUnchanged(letterhead: Pick<Letterhead, 'folder'>): boolean
  /** The digest of a letterhead, which is loaded where it may have changed. */
  letterhead(known: Pick<Letterhead, 'folder'>, load: () => Promise<Letterhead>): Promise<string>
  /** All inputs but the browser. */
  inputs(release: IssuedDraft, draft: DraftState, letterhead: string): Inputs
  /** True where anything was read that the last run had not left word of. */
  hasLearnt(): boolean
  /** What was found out, by path. */
  readonly drafts: ReadonlyMap<string, DraftState>
  /** What was found out, by folder. */
  readonly letterheads: ReadonlyMap<string, LetterheadState>
}

/** A draft and the year it is built for. */
export interface IssuedDraft {
  /** The draft. */
  readonly source: DraftSource
  /** The year it is issued for. */
  readonly year: number | undefined
  /** The year that a draft without occasion was asked for. */
  readonly ignoredYear: number | undefined
}

/** A reader that knows what the last run knew. */
export function inputReader(state: State, options: InputOptions): InputReader {
  const { timezone, limits, check, strict, now, since } = options
  const drafts = new Map<string, Promise<DraftState | undefined>>()
  const digests = new Map<string, Promise<string>>()
  const found = {
    drafts: new Map(Object.entries(state.drafts)),
    letterheads: new Map(Object.entries(state.letterheads)),
  }

  let learnt = false

  async function describe(source: DraftSource, read: () => Promise<Draft | undefined>) {
    const before = state.drafts[source.file ?? '']
    if (before && (await isAsItWas(before, source))) return before
    const draft = await read()
    return draft && builtDraft(draft, source.file)
  }

  function builtDraft(draft: Draft, file: string | undefined): DraftState {
    const described = describeDraft(draft, options)
    found.drafts.set(file ?? '', described)
    learnt = true
    return described
  }

  function isUnchanged({ folder }: Pick<Letterhead, 'folder'>): boolean {
    const before = state.letterheads[folder]
    return before !== undefined && isAsDescribed(folder, before)
  }

  async function digest(folder: string, load: () => Promise<Letterhead>): Promise<string> {
    const before = state.letterheads[folder]
    if (before && isAsDescribed(folder, before)) return before.digest
    learnt = true
    // With other partials, as with any other change, it might be made of other files now.
    if (before && hasSamePartials(folder, before)) {
      const again = await digestSources(folder, before, since)
      found.letterheads.set(folder, { ...before, ...again })
      // Touched, not changed.
      if (again.digest === before.digest) return again.digest
    }
    const described = await describeLetterhead(await load(), since)
    found.letterheads.set(folder, described)
    return described.digest
  }

  return {
    draft: (source, read) => remembered(drafts, source.file ?? '', () => describe(source, read)),
    builtDraft,
    isUnchanged,
    letterhead: ({ folder }, load) => remembered(digests, folder, () => digest(folder, load)),
    inputs: (release, draft, letterhead) => ({
      tool: TOOL_BUILD,
      draft: draft.sha256,
      fileDate: fileDate(release.source.path),
      images: draft.images.map(({ sha256 }) => sha256),
      letterhead,
      year: release.year ?? release.ignoredYear,
      timezone,
      limits,
      check,
      strict,
      embargoed: draft.embargo !== undefined && now.getTime() < draft.embargo,
      browser: undefined,
    }),
    hasLearnt: () => learnt,
    ...found,
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
