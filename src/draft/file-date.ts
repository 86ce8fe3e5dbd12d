import { basename } from 'node:path'

/** `2027-02-26-flood.md` gives its draft a date, as static-site generators have it. */
export function fileDate(path: string): string | undefined {
  return /^(\d{4}-\d{2}-\d{2})-/.exec(basename(path))?.[1]
}
