import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { displayPath } from '../display-path.ts'
import { ReleaseError } from '../finding.ts'
import { ENDINGS, FORMATS, type Format } from '../formats.ts'
import { isInnerPath, manifestName, parseManifestName } from '../manifest/manifest-name.ts'
import { MANIFEST_BYTES, readManifest } from '../manifest/read-manifest.ts'
import type { ManifestOutput } from '../manifest/schema.ts'
import { readInside } from './read-inside.ts'
import type { Problem } from './verification.ts'

/** A file that is to be verified. */
export interface FoundOutput {
  readonly format: Format
  /** Absolute path; `undefined` where the manifest's leads out of its folder. */
  readonly file: string | undefined
  /** As reports show it. */
  readonly path: string
  /** What the manifest says of it. */
  readonly listed?: ManifestOutput
}

/** A release that is to be verified. */
export interface FoundRelease {
  /** Absolute paths where its draft may lie, the likeliest first. */
  readonly drafts: readonly string[]
  readonly year?: number
  readonly letterhead?: string
  /** The manifest that vouches for it, as reports show it. */
  readonly manifest: string | null
  /** Nothing outside this folder is read; `undefined` for files that were named one by one. */
  readonly root: string | undefined
  readonly outputs: readonly FoundOutput[]
  /** True where the manifest says that the embargo had not passed. */
  readonly embargoed?: boolean
  /** True where the build has warned that characters are in no embedded font: the PDF cannot have them. */
  readonly lacksGlyphs?: boolean
}

/** What was asked for, and what is wrong with it already. */
export interface FoundReleases {
  readonly releases: readonly FoundRelease[]
  readonly problems: readonly Problem[]
  /** Files in folders with a manifest which no manifest names. */
  readonly unlisted: readonly FoundOutput[]
}

/** Finds the releases of folders and files. Throws a `ReleaseError` (exit code 2) where there are none. */
export async function findReleases(paths: readonly string[], cwd: string): Promise<FoundReleases> {
  const parts: FoundReleases[] = []
  const files: string[] = []
  for (const path of paths) {
    const file = resolve(cwd, path)
    const status = await stat(file).catch(() => undefined)
    if (status === undefined) throw usage(`there is no "${path}"`, 'name a folder of outputs, or files')
    if (status.isDirectory()) parts.push(await inFolder(file, cwd))
    else if (parseManifestName(basename(file))) parts.push(await inFolder(dirname(file), cwd))
    else if (formatOf(file) === undefined)
      throw usage(`"${path}" is no output`, 'outputs end in .html, .pdf or .txt')
    else files.push(file)
  }
  if (files.length > 0) parts.push({ releases: grouped(files, undefined, cwd), problems: [], unlisted: [] })
  const found = {
    releases: parts.flatMap(({ releases }) => releases),
    problems: parts.flatMap(({ problems }) => problems),
    unlisted: parts.flatMap(({ unlisted }) => unlisted),
  }
  if (found.releases.length + found.problems.length + found.unlisted.length === 0) {
    const named = paths.map((path) => `"${path}"`).join(', ') || 'nothing was named'
    throw usage(
      `nothing to verify: ${named}`,
      'release verify out: a folder with a manifest, or with outputs',
    )
  }
  return found
}

async function inFolder(folder: string, cwd: string): Promise<FoundReleases> {
  const files = await filesBelow(folder)
  const manifests = files.filter((file) => parseManifestName(basename(file)))
  const outputs = files.filter((file) => formatOf(file) && !/^(?:_|README\.)/i.test(basename(file)))
  if (manifests.length === 0) return { releases: grouped(outputs, folder, cwd), problems: [], unlisted: [] }
  const releases: FoundRelease[] = []
  const problems: Problem[] = shardProblems(manifests, cwd)
  for (const file of manifests) {
    const path = displayPath(file, cwd)
    const fault = ({ reason, hint }: { reason: string; hint: string }): Problem => ({
      severity: 'error',
      rule: 'manifest-unreadable',
      path,
      message: `the manifest ${reason}`,
      hint,
    })
    const read = await readInside(file, folder, MANIFEST_BYTES)
    const parsed = 'bytes' in read ? readManifest(read.bytes) : { ...read, hint: 'make it readable' }
    if ('reason' in parsed) {
      problems.push(fault(parsed))
      continue
    }
    const root = dirname(file)
    for (const { draft, year, letterhead, embargoed, outputs, findings } of parsed.manifest.entries) {
      releases.push({
        drafts: [resolve(root, draft)],
        ...(year === undefined ? {} : { year }),
        letterhead,
        embargoed,
        lacksGlyphs: findings.some(({ rule }) => rule === 'glyph-missing'),
        manifest: path,
        root,
        outputs: outputs.map((listed) => listedOutput(listed, root, cwd)),
      })
    }
  }
  const known = new Set(releases.flatMap((release) => release.outputs.map(({ file }) => file)))
  const unlisted = outputs.filter((file) => !known.has(file)).map((file) => outputOf(file, cwd))
  return { releases, problems, unlisted }
}

function listedOutput(listed: ManifestOutput, root: string, cwd: string): FoundOutput {
  const { format, path } = listed
  if (!isInnerPath(path) || !path.endsWith(ENDINGS[format])) return { format, file: undefined, path, listed }
  const file = resolve(root, path)
  return { format, file, path: displayPath(file, cwd), listed }
}

/** Shards of one folder belong together: all of them, and of one number. */
function shardProblems(manifests: readonly string[], cwd: string): Problem[] {
  const folders = new Map<string, { index: number; count: number }[]>()
  for (const file of manifests) {
    const shard = parseManifestName(basename(file))?.shard
    if (shard) folders.set(dirname(file), [...(folders.get(dirname(file)) ?? []), shard])
  }
  return [...folders].flatMap(([folder, shards]): Problem[] => {
    const counts = [...new Set(shards.map(({ count }) => count))].sort((a, b) => a - b)
    const problem = (path: string, message: string, hint: string): Problem => ({
      severity: 'error',
      rule: 'manifest-shards',
      path: displayPath(path, cwd),
      message,
      hint,
    })
    if (counts.length > 1) {
      const message = `manifests of builds in ${counts.join(' and in ')} shards lie side by side`
      return [problem(folder, message, 'delete those of the older build')]
    }
    const count = counts[0] ?? 0
    const there = new Set(shards.map(({ index }) => index))
    const missing: number[] = []
    // Whoever writes a manifest of 999,999 shards need not be told each of them.
    for (let index = 1; index <= count && missing.length < 20; index++)
      if (!there.has(index)) missing.push(index)
    const hint = 'gather the outputs of all shards in one folder'
    return missing.map((index) =>
      problem(join(folder, manifestName({ index, count })), `shard ${index} of ${count} is missing`, hint),
    )
  })
}

/** Outputs without a manifest: those of one base name are one release. */
function grouped(files: readonly string[], root: string | undefined, cwd: string): FoundRelease[] {
  const groups = new Map<string, FoundOutput[]>()
  for (const file of files) {
    const name = file.replace(/\.[^.]+$/, '')
    const group = groups.get(name) ?? []
    if (group.every((other) => other.file !== file)) groups.set(name, [...group, outputOf(file, cwd)])
  }
  return [...groups].map(([name, outputs]) => ({
    // A recurring draft has `-2027` behind its name.
    drafts: [`${name}.md`, `${name.replace(/-\d{1,4}$/, '')}.md`],
    manifest: null,
    root,
    outputs: outputs.sort((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format)),
  }))
}

function outputOf(file: string, cwd: string): FoundOutput {
  return { format: formatOf(file) as Format, file, path: displayPath(file, cwd) }
}

function formatOf(file: string): Format | undefined {
  return FORMATS.find((format) => file.endsWith(ENDINGS[format]))
}

/** All files below a folder, by code units; folders behind links are not entered. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) files.push(path)
    else if (entry.name !== 'node_modules' && entry.name !== '.git') files.push(...(await filesBelow(path)))
  }
  return files
}

function usage(message: string, hint: string): ReleaseError {
  return new ReleaseError('usage', message, { hint, exitCode: 2 })
}
