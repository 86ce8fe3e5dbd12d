import { digestOf } from './digest.ts'

/** Everything that decides the bytes and the findings of a release; all digests in hexadecimal. */
export interface Inputs {
  /** Name, version and build of this tool. */
  readonly tool: string
  /** Digest of the draft's bytes. */
  readonly draft: string
  /** The date in its file name, which stands in for one it has not. */
  readonly fileDate: string | undefined
  /** Digests of its images, in the order of their addresses. */
  readonly images: readonly string[]
  /** Digest of the letterhead. */
  readonly letterhead: string
  /** The year it is issued for, or the one it was asked for and ignores. */
  readonly year: number | undefined
  /** Zone of an embargo that names none. */
  readonly timezone: string | undefined
  /** Limits that a draft must keep. */
  readonly limits: Readonly<Record<string, number>>
  /** Levels and terms of the checks whose findings a build shows, as configured. */
  readonly check: unknown
  /** True where the outputs were looked at as well (`--strict`): it decides the findings. */
  readonly strict: boolean
  /** True while the embargo has not passed. */
  readonly embargoed: boolean
  /** The browser that prints; `undefined` where there is no PDF among the outputs. */
  readonly browser: string | undefined
}

/** The digest of inputs that stands in the manifest. */
export function inputsHash(inputs: Inputs): string {
  const { tool, draft, fileDate, images, letterhead, year, timezone, limits, check, strict } = inputs
  const { embargoed, browser } = inputs
  const inOrder = Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1))
  const parts = [
    tool,
    draft,
    fileDate,
    images,
    letterhead,
    year,
    timezone,
    inOrder,
    check,
    embargoed,
    browser,
    ...(strict ? ['strict'] : []),
  ]
  // JSON has no `undefined`: as a member of a list it becomes null.
  return digestOf(JSON.stringify(parts))
}
