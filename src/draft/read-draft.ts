import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { stampOf } from '../file-stamp.ts'
import { type Finding, type LocalFinding, machineFault } from '../finding.ts'
import { readImages } from '../images/read-images.ts'
import { findImages } from '../markdown/find-images.ts'
import { findKnot, isDeeper } from '../markdown/find-knot.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { decodeDraft } from './decode-draft.ts'
import { type Draft, inDraft } from './draft.ts'
import { fileDate } from './file-date.ts'
import { readFrontMatter } from './front-matter.ts'
import { leadsOut } from './leads-out.ts'
import { splitDraft } from './split-draft.ts'

/** Where a draft comes from and what may be read for it. */
export interface DraftSource {
  /** Path as reports show it. */
  readonly path: string
  /** Absolute path of the file; `undefined` for standard input. */
  readonly file: string | undefined
  /** Folder that its images are relative to, absolute. */
  readonly folder: string
  /** Nothing outside this folder is read for the draft, absolute. */
  readonly projectFolder: string
}

/** Limits of a draft and its images. */
export interface DraftLimits {
  /** Largest draft, bytes. */
  readonly draftBytes: number
  /** Largest image, bytes. */
  readonly imageBytes: number
  /** Largest image, pixels. */
  readonly imagePixels: number
}

/** A draft with everything noticed in it; without a draft where the file is none at all. */
export interface ReadDraft {
  readonly draft?: Draft
  readonly findings: readonly Finding[]
}

const LEADS_OUT: LocalFinding = {
  severity: 'error',
  rule: 'draft-unreadable',
  message: 'it is a link, or below one, that leads out of the project folder, and nothing outside is read',
  hint: 'copy the file into the project, or put a release.config.yaml into a folder above both',
  line: 1,
  column: 1,
}

/** Deeper nesting of emphasis than this is no prose, and would exhaust the stack. */
const MAX_DEPTH = 100

/**
 * Reads a draft: decoding, front matter, Markdown, images. Never throws for a fault of the draft; `stdin`
 * gives the bytes of standard input.
 */
export async function readDraft(
  source: DraftSource,
  limits: DraftLimits,
  stdin?: () => Promise<Uint8Array>,
): Promise<ReadDraft> {
  const refuse = (finding: LocalFinding): ReadDraft => ({ findings: inDraft(source.path, [finding]) })
  if (source.file !== undefined && leadsOut(source.file, source.projectFolder)) return refuse(LEADS_OUT)
  const stamp = source.file === undefined ? undefined : stampOf(source.file)
  const bytes = source.file === undefined ? await stdin?.() : readDraftFile(source.file, limits)
  if (bytes === undefined)
    return refuse(unreadable('nothing was given on standard input', 'pipe a draft into it'))
  if (!(bytes instanceof Uint8Array)) return refuse(bytes)
  if (bytes.length > limits.draftBytes) return refuse(tooLarge(limits))
  const decoded = decodeDraft(bytes)
  if ('finding' in decoded) return refuse(decoded.finding)
  const text = decoded.source
  const split = splitDraft(text)
  if ('finding' in split) return refuse(split.finding)

  const front = readFrontMatter(split.yaml, fileDate(source.path))
  const findings = [...front.findings]
  if (text.slice(split.bodyStart).trim() === '') {
    const line = text.slice(0, split.bodyStart).split('\n').length
    const message = 'there is no text below the front matter'
    findings.push({
      severity: 'error',
      rule: 'draft-empty',
      message,
      hint: 'write the release below the closing ---',
      line,
      column: 1,
    })
  }
  const knot = findKnot(text.slice(split.bodyStart))
  const tree = knot ? undefined : parseMarkdown(text, split.bodyStart)
  if (tree === undefined || isDeeper(tree, MAX_DEPTH)) {
    const message = knot?.message ?? `emphasis nested more than ${MAX_DEPTH} deep`
    const line = text.slice(0, split.bodyStart + (knot?.offset ?? 0)).split('\n').length
    const hint = 'write it flatter, in shorter paragraphs'
    findings.push({ severity: 'error', rule: 'draft-too-large', message, hint, line, column: 1 })
    return { findings: inDraft(source.path, findings) }
  }
  // Files are read once for all years: expressions in their addresses are refused when a year is known.
  const isFilled = front.fields.expressions && text.includes('{{')
  const images = findImages(tree).filter(({ url }) => !(isFilled && url.includes('{{')))
  const read = await readImages(images, {
    draftFolder: source.folder,
    projectFolder: source.projectFolder,
    limits: { bytes: limits.imageBytes, pixels: limits.imagePixels },
  })
  findings.push(...read.findings)
  const { fields, placeOf, placeOfBraces, refused } = front
  return {
    draft: {
      path: source.path,
      source: text,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      stamp,
      fields,
      tree,
      images: read.images,
      placeOf,
      placeOfBraces,
      refused,
    },
    findings: inDraft(source.path, findings),
  }
}

function unreadable(message: string, hint: string): LocalFinding {
  return { severity: 'error', rule: 'draft-unreadable', message, hint, line: 1, column: 1 }
}

/**
 * Reads the bytes of a draft's file, at most one more than the limit. Opening never waits on a pipe, and
 * nothing but a regular file is read. Answers a finding where it cannot; throws `machine` (exit code 3)
 * where neither is to blame.
 */
export function readDraftFile(file: string, limits: DraftLimits): Uint8Array | LocalFinding {
  try {
    // Synchronous: handing each of these calls to a thread costs ten times the call.
    const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const status = fstatSync(handle)
      if (!status.isFile()) return unreadable('this is not a regular file', 'name a Markdown draft (*.md)')
      const bytes = Buffer.alloc(Math.min(status.size, limits.draftBytes + 1))
      return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0))
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error'
    if (code === 'ENOENT')
      return unreadable('there is no such file', 'check the name; `release build drafts/` takes a folder')
    const fault = machineFault(error)
    if (fault) throw fault
    return unreadable(`cannot be read (${code})`, 'make it readable')
  }
}

/** The finding of a draft of which only a part was read: how large it is nobody knows. */
export function tooLarge({ draftBytes }: DraftLimits): LocalFinding {
  const message = `the draft has more than the ${draftBytes} bytes that are read`
  const hint = 'split it, or raise limits.draft_bytes in release.config.yaml'
  return { severity: 'error', rule: 'draft-too-large', message, hint, line: 1, column: 1 }
}
