import * as z from 'zod/mini'
import { FORMATS } from '../formats.ts'
import { manifestOutputSchema } from '../manifest/schema.ts'

const passage = z.object({ format: z.enum(FORMATS), before: z.string(), word: z.string(), after: z.string() })

/** Something that verifying has to say. */
export const problemSchema = z.object({
  /** `error` is a difference; `warning` and `info` are told and change nothing. */
  severity: z.enum(['error', 'warning', 'info']),
  /** Kebab-case name of what is wrong: a rule on outputs, or one of verifying itself, `output-missing`. */
  rule: z.string(),
  /** The file meant, relative to the working folder, with `/`. */
  path: z.string(),
  /** One fact, lower-case. */
  message: z.string(),
  /** The cure. */
  hint: z.optional(z.string()),
  /** The first words that differ, among their neighbours. */
  difference: z.optional(z.object({ word: z.number(), expected: passage, found: passage })),
})

/** What `release verify --json` prints; the README shows it. */
export const verificationSchema = z.object({
  version: z.literal(1),
  releases: z.array(
    z.object({
      draft: z.optional(z.string()),
      year: z.optional(z.number()),
      manifest: z.nullable(z.string()),
      status: z.enum(['verified', 'differs']),
      outputs: z.array(manifestOutputSchema),
    }),
  ),
  problems: z.array(problemSchema),
  summary: z.object({ verified: z.number(), differ: z.number(), problems: z.number() }),
})

/** Something that verifying has to say. */
export type Problem = z.output<typeof problemSchema>
/** The outcome of `verify`. */
export type Verification = z.output<typeof verificationSchema>
/** What became of one release. */
export type VerifiedRelease = Verification['releases'][number]
