import { resolve } from 'node:path'
import type { LentPrinter } from '../browser/lend-printer.ts'
import type { Draft } from '../draft/draft.ts'
import { type Finding, ReleaseError } from '../finding.ts'
import { ENDINGS, type Format } from '../formats.ts'
import type { KnownLetterhead } from '../letterhead/find-letterhead.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import { keyOf, mergeEntries } from '../manifest/merge-entries.ts'
import type { ManifestEntry, ManifestOutput } from '../manifest/schema.ts'
import type { OutputResult, ReleaseResult } from '../report/report-schema.ts'
import { TOOL } from '../version.ts'
import type { DraftFolders } from './draft-state.ts'
import { isPresent, letterheadName, pathFrom, rebase } from './entry-paths.ts'
import { type InputOptions, inputReader } from './input-reader.ts'
import { inputsHash } from './inputs.ts'
import type { LedgerStore } from './ledger-store.ts'
import { isAsDescribed } from './letterhead-digest.ts'
import { faultOfOutput, type OutputStamp } from './output-fault.ts'
import { sorted } from './sorted.ts'
import { takeNotes } from './take-notes.ts'

/** A release as the ledger knows it. */
export interface LedgerRelease extends DraftFolders {
  /** Path of the draft as reports show it. */
  readonly path: string
  /** The year it is issued for. */
  readonly year: number | undefined
  /** The year that a draft without occasion was asked for. */
  readonly ignoredYear: number | undefined
  /** Absolute paths of the outputs that are asked for. */
  readonly outputs: ReadonlyMap<Format, string>
}

/** What the inputs of a release are found out from, asked for only where it is needed. */
export interface InputSources {
  /** Reads the draft; `undefined` where it cannot be read. */
  readonly draft: () => Promise<Draft | undefined>
  /** Finds the letterhead for the name in a draft. Throws `letterhead-unknown`. */
  readonly findLetterhead: (name: string | undefined) => Promise<KnownLetterhead>
  readonly loadLetterhead: (known: KnownLetterhead) => Promise<Letterhead>
  /** The browser that would print, by build and by its name in manifests; given the names found out before, by build. */
  readonly browser: LentPrinter['expected']
}

/** Whether a release has to be built: not where its entry vouches for it. */
export type Comparison = { readonly entry: ManifestEntry } | { readonly why: string }

/** A file that was built. */
export interface MadeOutput {
  readonly format: Format
  /** Absolute path. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly pages?: number
  readonly stamp: OutputStamp
}

/** A release that was built. */
export interface Made {
  readonly draft: Draft
  readonly letterhead: Letterhead
  readonly outputs: readonly MadeOutput[]
  readonly findings: readonly Finding[]
  /** The browser that printed; `undefined` where nothing was printed. `build` is that of the first choice. */
  readonly browser: { readonly build: string; readonly name: string } | undefined
}

/** How a run looks at its ledger. */
export interface LedgerOptions extends InputOptions {
  /** Folder that paths in reports are relative to, absolute. */
  readonly cwd: string
  /** True: nothing is up to date. */
  readonly force: boolean
}

/** What the outputs of a folder were made of: tells what needs no building, and keeps what was built. */
export interface Ledger {
  /** True for a letterhead that releases were built with and that has not changed. */
  isAsItWas(letterhead: KnownLetterhead): boolean
  compare(release: LedgerRelease, sources: InputSources): Promise<Comparison>
  /** Output paths and findings of an entry, as reports show them. */
  shown(entry: ManifestEntry): Pick<ReleaseResult, 'outputs' | 'findings'>
  record(release: LedgerRelease, made: Made): Promise<void>
  /** Drops the entry of a release that is not issued any more. */
  forget(release: LedgerRelease): void
  /** Writes manifest and state. Throws `write-failed`. */
  save(): Promise<void>
  /** Lets others at the folder. */
  release(): void
}

/** Opens the ledger that a store keeps. */
export async function openLedger(store: LedgerStore, options: LedgerOptions): Promise<Ledger> {
  const { base } = store
  const { cwd } = options
  const kept = await store.load()
  const { manifest, state } = kept
  const before = takeNotes(kept)
  const entries = new Map(before.entries.map((entry) => [keyOf(entry), entry]))
  const fresh = new Map<string, ManifestEntry>()
  const gone = new Set<string>()
  /** What was found unchanged: its draft is there. */
  const seen = new Set<ManifestEntry>()
  const reader = inputReader(state, options)
  const stamps = new Map(before.stamps)
  const browsers = new Map(Object.entries(state.browsers))
  let { browser } = before
  let learnt = false // True where the next run is spared something that this one had to find out.

  const inBase = (file: string) => pathFrom(base, file)
  const nameOf = ({ file, year }: LedgerRelease) => ({
    draft: file === undefined ? 'stdin' : inBase(file),
    ...(year === undefined ? {} : { year }),
  })

  /** Its name is kept: to find it out a browser may have been started. */
  const expectedBrowser = async (sources: InputSources) => {
    const expected = await sources.browser(Object.fromEntries(browsers))
    learnt ||= expected !== undefined && !browsers.has(expected.build)
    if (expected) browsers.set(expected.build, expected.name)
    return expected?.name
  }

  const compare = async (release: LedgerRelease, sources: InputSources): Promise<Comparison> => {
    const entry = entries.get(keyOf(nameOf(release)))
    if (!entry) return { why: 'new' }
    if (options.force) return { why: '--force' }
    for (const [format, file] of release.outputs) {
      const listed = entry.outputs.find((output) => output.format === format)
      if (!listed) return { why: `its ${ENDINGS[format]} has not been built yet` }
      if (listed.path !== inBase(file)) return { why: 'its outputs get other names' }
    }
    const draft = await reader.draft(release, sources.draft)
    if (!draft) return { why: 'the draft cannot be read' }
    const known = await sources.findLetterhead(draft.letterhead)
    const digest = await reader.letterhead(known, () => sources.loadLetterhead(known))
    const inputs = reader.inputs(release, draft, digest)
    const printed = entry.outputs.some(({ format }) => format === 'pdf')
    const now = !printed ? undefined : release.outputs.has('pdf') ? await expectedBrowser(sources) : browser
    if (inputsHash({ ...inputs, browser: now }) !== entry.inputs) {
      const before = state.drafts[release.file ?? '']
      if (before && before.sha256 !== inputs.draft) return { why: 'the draft has changed' }
      if (before && String(before.images.map(({ sha256 }) => sha256)) !== String(inputs.images))
        return { why: 'an image has changed' }
      if (entry.letterhead !== letterheadName(known, base)) return { why: 'it has another letterhead' }
      if ((state.letterheads[known.folder]?.digest ?? digest) !== digest)
        return { why: 'the letterhead has changed' }
      if (entry.embargoed !== inputs.embargoed)
        return { why: entry.embargoed ? 'its embargo has passed' : 'its embargo has not passed yet' }
      if (manifest && manifest.tool !== TOOL) return { why: 'the tool has changed' }
      if (now !== browser) return { why: 'the browser has changed' }
      return { why: 'what it is made of has changed' }
    }
    for (const [format, file] of release.outputs) {
      const listed = entry.outputs.find((output) => output.format === format) as ManifestOutput
      const judged = await faultOfOutput(file, listed, stamps.get(listed.path))
      if (typeof judged === 'string') return { why: judged }
      if (judged !== stamps.get(listed.path)) learnt = true
      stamps.set(listed.path, judged)
    }
    seen.add(entry)
    return { entry }
  }

  return {
    isAsItWas({ folder }) {
      const before = state.letterheads[folder]
      return before !== undefined && isAsDescribed(folder, before)
    },
    async compare(release, sources) {
      try {
        return await compare(release, sources)
      } catch (error) {
        // The build meets it again, and tells it at its place.
        if (error instanceof ReleaseError) return { why: error.message }
        throw error
      }
    },
    shown: ({ outputs, findings }) => ({
      outputs: (outputs as OutputResult[]).map((one) => ({ ...one, path: rebase(one.path, base, cwd) })),
      findings: (findings as Finding[]).map((one) => ({ ...one, path: rebase(one.path, base, cwd) })),
    }),
    async record(release, made) {
      const known = { ...made.letterhead, builtIn: false }
      const digest = await reader.letterhead(known, async () => made.letterhead)
      const inputs = reader.inputs(release, reader.builtDraft(made.draft, release.file), digest)
      if (made.browser) browsers.set(made.browser.build, made.browser.name)
      const name = nameOf(release)
      const before = entries.get(keyOf(name))
      // Of the same inputs, a file of a format that was not asked for this time is still what it was.
      const wasPrinted = before?.outputs.some(({ format }) => format === 'pdf')
      const isSame = before?.inputs === inputsHash({ ...inputs, browser: wasPrinted ? browser : undefined })
      const others = isSame ? before.outputs.filter(({ format }) => !release.outputs.has(format)) : []
      if (made.browser) browser = made.browser.name
      const outputs = [
        ...others,
        ...made.outputs.map(({ format, file, bytes, sha256, pages }) => ({
          format,
          path: inBase(file),
          bytes,
          sha256,
          ...(pages === undefined ? {} : { pages }),
        })),
      ].sort((a, b) => (a.format < b.format ? -1 : 1))
      const isPrinted = outputs.some(({ format }) => format === 'pdf')
      const entry: ManifestEntry = {
        ...name,
        letterhead: letterheadName(made.letterhead, base),
        embargoed: inputs.embargoed,
        inputs: inputsHash({ ...inputs, browser: isPrinted ? browser : undefined }),
        outputs,
        findings: made.findings.map(({ blocking: _, ...finding }) => ({
          ...finding,
          path: rebase(finding.path, cwd, base),
        })),
      }
      const written = Object.fromEntries(made.outputs.map(({ file, stamp }) => [inBase(file), stamp]))
      store.note({ entry, stamps: written, browser })
      fresh.set(keyOf(entry), entry)
      for (const [path, stamp] of Object.entries(written)) stamps.set(path, stamp)
    },
    forget(release) {
      gone.add(keyOf(nameOf(release)))
    },
    async save() {
      const isThere = (draft: string) => draft === 'stdin' || isPresent(resolve(base, draft))
      const issued = [...entries.values()].filter(
        (entry) => seen.has(entry) || (!gone.has(keyOf(entry)) && isThere(entry.draft)),
      )
      const isSame = fresh.size === 0 && issued.length === entries.size && kept.notes.length === 0
      if (isSame && (manifest ? !(learnt || reader.hasLearnt()) : !store.isPart)) return
      const merged = mergeEntries(issued, [...fresh.values()])
      const listed = new Set(merged.flatMap(({ outputs }) => outputs.map(({ path }) => path)))
      const isPrinted = merged.some(({ outputs }) => outputs.some(({ format }) => format === 'pdf'))
      const files = new Set(merged.map(({ draft }) => (draft === 'stdin' ? '' : resolve(base, draft))))
      await store.save(
        { version: 1, tool: TOOL, browser: isPrinted ? (browser ?? null) : null, entries: merged },
        {
          version: 1,
          drafts: sorted(reader.drafts, (file) => files.has(file)),
          letterheads: sorted(reader.letterheads, isPresent),
          outputs: sorted(stamps, (path) => listed.has(path)),
          browsers: sorted(browsers, () => true),
        },
      )
    },
    release: store.release,
  }
}
