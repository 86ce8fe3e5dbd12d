import { ReleaseError } from '../finding.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  EISDIR: 'there is a folder of that name',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a part of the path is a file',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  EDQUOT: 'the quota is used up',
}

/** The error `write-failed` (exit code 3) for a path that the system refused, with the cure. */
export function writeFailure(path: string, error: unknown): ReleaseError {
  return new ReleaseError('write-failed', `cannot write "${path}": ${reason(error)}`, {
    hint: cure(error),
    exitCode: 3,
    cause: error,
  })
}

function cure(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'name a folder with -o, or delete the file in its place'
  if (code === 'EISDIR') return 'delete the folder of that name, or give the draft a slug'
  if (code === 'EMFILE') return 'allow more open files: ulimit -n 1024'
  if (code === 'ENAMETOOLONG') return 'give the draft a slug: slug: strelsau-flood'
  return 'free the space or make the folder writable, then build again: other outputs are kept'
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}
