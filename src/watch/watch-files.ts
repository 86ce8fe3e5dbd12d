import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { isEntered, isInput, isOnTheWay, type WatchPlan } from './watch-plan.ts'

/** Files that are being watched. */
export interface FileWatch {
  /** Ends it; nothing more is told. */
  close(): Promise<void>
}

/** Who is told of what happens to files. */
export interface WatchListeners {
  /** Told of an absolute path whose file or folder came, changed or went. */
  readonly onChange: (path: string) => void
  /** What the system refuses to watch, e.g. since there is too much of it. */
  readonly onError: (error: Error) => void
}

/** Watches what is planned; answers when changes from now on will be noticed. */
export async function watchFiles(plan: WatchPlan, { onChange, onError }: WatchListeners): Promise<FileWatch> {
  const { watch } = await import('chokidar')
  const folders = [
    ...[...plan.drafts, ...plan.letterheads].map(nearestFolder),
    ...plan.files.map((file) => nearestFolder(dirname(file))),
  ]
  const watcher = watch([...new Set(folders)], {
    ignoreInitial: true,
    // Asked first by name alone, then with what the file system says of it.
    ignored: (path, stats) =>
      stats === undefined
        ? !isEntered(plan, path)
        : !(stats.isDirectory() ? isEntered(plan, path) : isInput(plan, path)),
  })
  watcher.on('all', (event, path) => {
    const isFolder = event === 'addDir' || event === 'unlinkDir'
    if (isFolder ? isOnTheWay(plan, path) : isInput(plan, path)) onChange(path)
  })
  watcher.on('error', (error) => onError(error as Error))
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()))
  return watcher
}

/** A folder, or the nearest one above it that exists. */
function nearestFolder(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder))
}
