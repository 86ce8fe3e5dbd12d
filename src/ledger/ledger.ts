import { resolve } from 'node:path'
import type { LentPrinter } from '../browser/lend-printer.ts'
import { displayPath } from '../display-path.ts'
import type { Draft } from '../draft/draft.ts'
import { type Finding, ReleaseError } from '../finding.ts'
import type { Format } from '../formats.ts'
import type { KnownLetterhead } from '../letterhead/find-letterhead.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import { keyOf, mergeEntries } from '../manifest/merge-entries.ts'
import type { ManifestEntry } from '../manifest/schema.ts'
import type { OutputResult, ReleaseResult } from '../report/report-schema.ts'
import { TOOL } from '../version.ts'
import { isPresent, letterheadName, rebase } from './entry-paths.ts'
import { type InputOptions, type IssuedDraft, inputReader } from './input-reader.ts'
import { inputsHash } from './inputs.ts'
import type { LedgerStore } from './ledger-store.ts'
import { entryOf, hasPdf, type Made, stillValid } from './make-entry.ts'
import { faultOfOutput } from './output-fault.ts'
import { sorted } from './sorted.ts'
import { takeNotes } from './take-notes.ts'
import { whyOtherInputs, whyOtherOutputs } from './why-built.ts'

/** A release as the ledger knows it. */
export interface LedgerRelease extends IssuedDraft {
  /** Absolute paths of the outputs that are asked for. */
  readonly outputs: ReadonlyMap<Format, string>
}

/** What the inputs of a release are found out from, asked for only where it is needed. */
export interface InputSources {
  /** Reads the draft; `undefined` where it cannot be read. */
  readonly draft: () => Promise<Draft | undefined>
  /** Finds the letterhead for the name in a draft. Throws `letterhead-unknown`. */
  readonly findLetterhead: (name: string | undefined) => Promise<KnownLetterhead>
  /** Throws `letterhead-invalid`. */
  readonly loadLetterhead: (known: KnownLetterhead) => Promise<Letterhead>
  /** The browser that would print, by build and by its name in manifests; given the names found out before, by build. */
  readonly browser: LentPrinter['expected']
}

/** Whether a release has to be built: not where its entry vouches for what was built before, as reports show it. */
export type Comparison =
  | { readonly built: Pick<ReleaseResult, 'outputs' | 'findings'> }
  | { readonly why: string }

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
  /** Holds a release against its entry, and the outputs of that against the files. */
  compare(release: LedgerRelease, sources: InputSources): Promise<Comparison>
  /** Makes the entry of a release that was built, and keeps a note of it at once. */
  record(release: LedgerRelease, made: Made): Promise<void>
  /** Drops the entry of a release that is not issued any more. */
  forget(release: LedgerRelease): void
  /** Writes manifest and state. Throws `write-failed`. */
  save(): Promise<void>
  /** Lets others at the folder. */
  close(): void
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
  let { browser } = before // The one that printed last; of earlier entries it was that of `before`.
  let learnt = false // True where the next run is spared something that this one had to find out.

  const nameOf = ({ source: { file }, year }: LedgerRelease) => ({
    draft: file === undefined ? 'stdin' : displayPath(file, base),
    ...(year === undefined ? {} : { year }),
  })

  const compare = async (release: LedgerRelease, sources: InputSources): Promise<Comparison> => {
    const entry = entries.get(keyOf(nameOf(release)))
    if (!entry) return { why: 'new' }
    if (options.force) return { why: '--force' }
    const why =
      whyOtherOutputs(entry, release.outputs, base) ??
      (await compareInputs(entry, release, sources)) ??
      (await compareFiles(entry, release))
    if (why !== undefined) return { why }
    seen.add(entry)
    const outputs = entry.outputs.filter(({ format }) => release.outputs.has(format))
    return {
      built: { outputs: shown(outputs as OutputResult[]), findings: shown(entry.findings as Finding[]) },
    }
  }

  const compareInputs = async (entry: ManifestEntry, release: LedgerRelease, sources: InputSources) => {
    const draft = await reader.draft(release.source, sources.draft)
    if (!draft) return 'the draft cannot be read'
    const known = await sources.findLetterhead(draft.letterhead)
    const digest = await reader.letterhead(known, () => sources.loadLetterhead(known))
    const printed = hasPdf(entry) ? before.browser : undefined
    const prints = hasPdf(entry) && release.outputs.has('pdf')
    const now = prints ? await expectedBrowser(sources) : printed
    const inputs = { ...reader.inputs(release, draft, digest), browser: now }
    const name = letterheadName(known, base)
    if (inputsHash(inputs) === entry.inputs && entry.letterhead === name) return undefined
    const inputsBefore = {
      draft: state.drafts[release.source.file ?? ''],
      letterhead: state.letterheads[known.folder]?.digest,
      tool: manifest?.tool,
      browser: printed,
    }
    return whyOtherInputs(entry, inputsBefore, inputs, name)
  }

  /** Its name is kept: to find it out a browser may have been started. */
  const expectedBrowser = async (sources: InputSources) => {
    const expected = await sources.browser(Object.fromEntries(browsers))
    learnt ||= expected !== undefined && !browsers.has(expected.build)
    if (expected) browsers.set(expected.build, expected.name)
    return expected?.name
  }

  const compareFiles = async (entry: ManifestEntry, release: LedgerRelease) => {
    for (const listed of entry.outputs) {
      const file = release.outputs.get(listed.format)
      if (file === undefined) continue
      const known = stamps.get(listed.path)
      const judged = await faultOfOutput(file, listed, known)
      if (typeof judged === 'string') return judged
      if (judged !== known) learnt = true
      stamps.set(listed.path, judged)
    }
    return undefined
  }

  /** With paths as reports show them. */
  const shown = <T extends { readonly path: string }>(list: readonly T[]): T[] =>
    list.map((one) => ({ ...one, path: rebase(one.path, base, cwd) }))

  return {
    isAsItWas: reader.isUnchanged,
    async compare(release, sources) {
      try {
        return await compare(release, sources)
      } catch (error) {
        // The build meets it again, and tells it at its place.
        if (error instanceof ReleaseError) return { why: error.message }
        throw error
      }
    },
    async record(release, made) {
      const digest = await reader.letterhead(made.letterhead, async () => made.letterhead)
      const inputs = reader.inputs(release, reader.builtDraft(made.draft, release.source.file), digest)
      const name = nameOf(release)
      const others = stillValid(entries.get(keyOf(name)), inputs, before.browser, release.outputs)
      if (made.browser) {
        browsers.set(made.browser.build, made.browser.name)
        browser = made.browser.name
      }
      const entry = entryOf(made, { name, inputs, browser, others, base, cwd })
      const written = Object.fromEntries(
        made.outputs.map(({ file, stamp }) => [displayPath(file, base), stamp]),
      )
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
      const files = new Set(merged.map(({ draft }) => (draft === 'stdin' ? '' : resolve(base, draft))))
      await store.save(
        { version: 1, tool: TOOL, browser: merged.some(hasPdf) ? (browser ?? null) : null, entries: merged },
        {
          version: 1,
          drafts: sorted(reader.drafts, (file) => files.has(file)),
          letterheads: sorted(reader.letterheads, isPresent),
          outputs: sorted(stamps, (path) => listed.has(path)),
          browsers: sorted(browsers, () => true),
        },
      )
    },
    close: store.close,
  }
}
