import * as z from 'zod/mini'
import { FORMATS } from '../formats.ts'

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const position = z.object({ line: z.number(), column: z.number() })
const place = { line: z.number(), column: z.number(), end: z.optional(position) }

/** A finding as reports and manifests carry it. */
export const findingSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  rule: z.string(),
  message: z.string(),
  hint: z.optional(z.string()),
  path: z.string(),
  line: z.number(),
  column: z.number(),
  end: z.optional(position),
  blocking: z.optional(z.literal(true)),
  fix: z.optional(
    z.object({
      safe: z.boolean(),
      range: z.readonly(z.tuple([z.number(), z.number()])),
      text: z.string(),
      ...place,
    }),
  ),
  related: z.optional(
    z.readonly(z.array(z.object({ message: z.string(), path: z.optional(z.string()), ...place }))),
  ),
})

/** One file of a release, as a manifest vouches for it. */
export const manifestOutputSchema = z.object({
  /** The format of the file. */
  format: z.enum(FORMATS),
  /** Relative to the folder of the manifest, with `/`; never outside it. */
  path: z.string().check(z.minLength(1)),
  /** Its length. */
  bytes: z.int().check(z.nonnegative()),
  /** Hex digest of its bytes. */
  sha256,
  /** Number of pages of a PDF. */
  pages: z.optional(z.int().check(z.positive())),
})

/** One release: a draft, for one year where it recurs. */
export const manifestEntrySchema = z.object({
  /** Path of the draft, relative to the folder of the manifest, with `/`: `../drafts/flood.md`. */
  draft: z.string().check(z.minLength(1)),
  /** The year that a recurring draft was issued for. */
  year: z.optional(z.int()),
  /** Name of the letterhead. */
  letterhead: z.string(),
  /** True where the embargo had not passed when it was built. */
  embargoed: z.boolean(),
  /** Hex digest of everything that decides the outputs. */
  inputs: sha256,
  /** In the order html, pdf, text. */
  outputs: z.array(manifestOutputSchema),
  /** What the build had to say; shown again while nothing changes. */
  findings: z.array(findingSchema),
})

/** `release.manifest.json` (contract, "Output"). */
export const manifestSchema = z.object({
  /** Of this shape. */
  version: z.literal(1),
  /** Name and version of the tool: `release 0.2.0`. */
  tool: z.string(),
  /** Build of the browser, `null` where nothing was printed. */
  browser: z.nullable(z.string()),
  /** Sorted by draft, then year. */
  entries: z.array(manifestEntrySchema),
})

/** What a build says it has written, as a proof of it. */
export type Manifest = z.output<typeof manifestSchema>
/** One release of a manifest. */
export type ManifestEntry = z.output<typeof manifestEntrySchema>
/** One file of a release of a manifest. */
export type ManifestOutput = z.output<typeof manifestOutputSchema>

/** What a run notes as soon as a release is built, in case it does not come to its end. */
export const noteSchema = z.object({
  entry: manifestEntrySchema,
  /** Size in bytes and mtime in milliseconds of the outputs, by their path in the entry. */
  stamps: z.record(z.string(), z.readonly(z.tuple([z.number(), z.number()]))),
  /** The browser that printed. */
  browser: z.optional(z.string()),
})

/** What a run notes of a release that it has built. */
export type LedgerNote = z.output<typeof noteSchema>
