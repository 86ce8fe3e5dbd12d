import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { BuildOptions } from '../build-options.ts'
import { type Config, configPlaces } from '../config.ts'
import { BESIDE_CONFIG } from '../config-file.ts'
import { placesOf } from '../draft/find-drafts.ts'
import { listLetterheads } from '../letterhead/find-letterhead.ts'
import type { WatchPlan } from './watch-plan.ts'

/**
 * Plans what to watch for a build of this configuration and these pictures. Where the configuration cannot be
 * read, what was planned before stays.
 */
export async function planWatch(
  options: BuildOptions,
  config: Config | undefined,
  { images, before }: { readonly images: Iterable<string>; readonly before: WatchPlan },
): Promise<WatchPlan> {
  const cwd = resolve(options.cwd ?? process.cwd())
  const places =
    options.config === undefined ? nearConfigs(cwd, config?.configFolder) : [resolve(cwd, options.config)]
  const configs = places.flatMap((file) => [file, ...BESIDE_CONFIG.map((name) => join(dirname(file), name))])
  if (!config) return { ...before, files: sorted([...before.files, ...configs]) }
  const drafts = await placesOf(config.drafts, config.draftsFolder)
  const builtIn = await listLetterheads(undefined)
  return {
    drafts: sorted(drafts.folders),
    letterheads: sorted([
      ...(config.letterheads === undefined ? [] : [config.letterheads]),
      ...ownFolder(config),
      ...builtIn.map(({ folder }) => folder),
    ]),
    files: sorted([...configs, ...drafts.files, ...images]),
  }
}

/** The letterhead that is named by its path. */
function ownFolder({ letterheadFlag, letterheadDefault, configFolder, cwd }: Config): string[] {
  const name = letterheadFlag ?? letterheadDefault
  if (name === undefined || !/[/\\]|^\./.test(name)) return []
  return [resolve(letterheadFlag === undefined ? (configFolder ?? cwd) : cwd, name)]
}

/**
 * The configuration in use, and those that would come before it. Without one, up to the git root: it belongs
 * to the project, and folders above it may be as busy as the one for temporary files.
 */
function nearConfigs(cwd: string, used: string | undefined): string[] {
  const places = configPlaces(cwd)
  const isLast = (file: string) =>
    used === undefined ? existsSync(join(dirname(file), '.git')) : dirname(file) === used
  const last = places.findIndex(isLast)
  return places.slice(0, last === -1 ? 1 : last + 1)
}

function sorted(paths: readonly string[]): string[] {
  return [...new Set(paths)].sort()
}
