import type { Manifest, ManifestEntry } from './schema.ts'

/** What a release is known by: its draft and year. */
export function keyOf({ draft, year }: Pick<ManifestEntry, 'draft' | 'year'>): string {
  return `${draft}\0${year ?? ''}`
}

/**
 * Puts the entries of a run over those of earlier ones. An earlier entry one of whose files another release has
 * taken over is dropped. Sorted by draft (code units), then year.
 */
export function mergeEntries(
  earlier: readonly ManifestEntry[],
  fresh: readonly ManifestEntry[],
): ManifestEntry[] {
  const keys = new Set(fresh.map(keyOf))
  const taken = new Set(fresh.flatMap(({ outputs }) => outputs.map(({ path }) => path)))
  const kept = earlier.filter(
    (entry) => !keys.has(keyOf(entry)) && !entry.outputs.some(({ path }) => taken.has(path)),
  )
  return [...kept, ...fresh].sort((a, b) =>
    a.draft === b.draft ? (a.year ?? 0) - (b.year ?? 0) : a.draft < b.draft ? -1 : 1,
  )
}

/** Every key of an entry, in the order of the schema: of whatever origin, the same work gives the same bytes. */
const KEYS = [
  ...['draft', 'year', 'letterhead', 'embargoed', 'inputs', 'outputs', 'findings'],
  ...['format', 'severity', 'rule', 'message', 'hint', 'path', 'bytes', 'sha256', 'pages'],
  ...['safe', 'range', 'text', 'line', 'column', 'end', 'blocking', 'fix', 'related'],
]

/** A manifest as it is written: JSON with one line an entry, so that a diff shows releases. */
export function writeManifest({ version, tool, browser, entries }: Manifest): string {
  const head = `{"version": ${version}, "tool": ${JSON.stringify(tool)}, "browser": ${JSON.stringify(browser)}`
  const lines = entries.map((entry) => JSON.stringify(entry, KEYS))
  return `${head}, "entries": [\n${lines.join(',\n')}\n]}\n`
}
