import { basename, relative, sep } from 'node:path'

/** What a watch looks at; absolute paths, of which none need exist. */
export interface WatchPlan {
  /** Folders whose drafts count, with all below. */
  readonly drafts: readonly string[]
  /** Folders of letterheads, where everything counts. */
  readonly letterheads: readonly string[]
  /** Single files: configuration, named drafts, pictures. */
  readonly files: readonly string[]
}

/** True for a path whose appearing, change or end may change what is built. */
export function isInput(plan: WatchPlan, path: string): boolean {
  if (plan.files.includes(path)) return true
  if (isHidden(path)) return false
  const isDraft = path.endsWith('.md') && isBelowAny(plan.drafts, path)
  return isDraft || isBelowAny(plan.letterheads, path)
}

/** True for a folder that is watched itself, or that one has to pass to come to what is watched. */
export function isOnTheWay(plan: WatchPlan, path: string): boolean {
  const isAbove = (target: string) =>
    target === path || target.startsWith(path.endsWith(sep) ? path : path + sep)
  return [...plan.drafts, ...plan.letterheads, ...plan.files].some(isAbove)
}

/** True for a folder that is looked into. */
export function isEntered(plan: WatchPlan, path: string): boolean {
  return isOnTheWay(plan, path) || isBelowAny([...plan.drafts, ...plan.letterheads], path)
}

/** True for plans that look at the same. */
export function isSamePlan(a: WatchPlan, b: WatchPlan): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Below one of the folders, and not in a folder that nothing is looked for in. */
function isBelowAny(folders: readonly string[], path: string): boolean {
  return folders.some((folder) => {
    const way = relative(folder, path).split(sep)
    return way[0] !== '..' && way.every((part) => part !== 'node_modules' && part !== '.git')
  })
}

/** Swap files, locks, temporary files and manifests: ours as well as those of editors. */
function isHidden(path: string): boolean {
  return /^\.|~$|^release\.manifest\b.*\.json$/.test(basename(path))
}
