/** A part of a build that several machines share. */
export interface Shard {
  /** Which of them, from 1 on. */
  readonly index: number
  /** How many there are. */
  readonly count: number
}

/** The file name of a manifest, of the whole or of one shard. */
export function manifestName(shard?: Shard): string {
  return shard ? `release.manifest.${shard.index}-of-${shard.count}.json` : 'release.manifest.json'
}

/** What the name of a file says: a manifest of the whole, of a shard, or (`undefined`) none at all. */
export function parseManifestName(name: string): { readonly shard?: Shard } | undefined {
  const match = /^release\.manifest(?:\.([1-9]\d{0,5})-of-([1-9]\d{0,5}))?\.json$/.exec(name)
  if (!match) return undefined
  if (match[1] === undefined) return {}
  const shard = { index: Number(match[1]), count: Number(match[2]) }
  return shard.index <= shard.count ? { shard } : undefined
}

/** True for a path that stays below its folder, also where `\` parts it as `/` does: relative, without `..`. */
export function isInnerPath(path: string): boolean {
  return (
    !/\u0000|^[A-Za-z]:/.test(path) &&
    path.split(/[/\\]/).every((part) => part !== '' && part !== '.' && part !== '..')
  )
}
