import { createHash } from 'node:crypto'
import { displayPath } from '../display-path.ts'
import type { FoundOutput, FoundRelease } from './find-releases.ts'
import { judgeOutputs, type OutputSettings } from './judge-outputs.ts'
import { findLeftovers } from './leftovers.ts'
import { readOwnWords } from './own-words.ts'
import { readInside } from './read-inside.ts'
import { type OutputFacts, readOutput } from './read-output.ts'
import type { Problem, VerifiedRelease } from './verification.ts'

/** What became of one release; none where its files are no outputs of ours. */
export interface Verified {
  readonly release: VerifiedRelease | undefined
  readonly problems: readonly Problem[]
}

interface ReadOutput {
  readonly output: FoundOutput
  readonly facts: OutputFacts
}

const AGAIN = 'build again'
const FONTS =
  'the build warned of characters that no embedded font has (glyph-missing): add a font, or write them otherwise'

/** Verifies one release: its files, the rules on outputs, leftovers. Never rejects for a file. */
export async function verifyRelease(
  found: FoundRelease,
  cwd: string,
  settings: OutputSettings,
): Promise<Verified> {
  const problems: Problem[] = []
  const outputs: VerifiedRelease['outputs'] = []
  const read: ReadOutput[] = []
  for (const output of found.outputs) {
    const one = await verifyFile(output, found)
    problems.push(...one.problems)
    if (one.file) outputs.push(one.file)
    if (one.facts) read.push({ output, facts: one.facts })
  }
  const judged = judgeOutputs(
    {
      outputs: read.map(({ output: { format, path }, facts }) => ({ format, path, facts })),
      embargoed: found.embargoed === true,
    },
    settings,
  )
  const isOfFonts = ({ rule }: Problem) => found.lacksGlyphs && rule === 'words-differ'
  problems.push(...judged.map((one) => (isOfFonts(one) ? { ...one, hint: FONTS } : one)))
  problems.push(...(await leftoversOf(read, found, cwd)))
  const isNone = outputs.length === 0 && problems.every(({ severity }) => severity === 'info')
  if (isNone && found.outputs.length > 0) return { release: undefined, problems }
  const release: VerifiedRelease = {
    ...(found.manifest !== null && found.drafts[0] ? { draft: displayPath(found.drafts[0], cwd) } : {}),
    ...(found.year === undefined ? {} : { year: found.year }),
    manifest: found.manifest,
    status: problems.some(({ severity }) => severity === 'error') ? 'differs' : 'verified',
    outputs,
  }
  return { release, problems }
}

interface VerifiedFile {
  readonly problems: readonly Problem[]
  readonly file?: VerifiedRelease['outputs'][number]
  readonly facts?: OutputFacts
}

async function verifyFile(
  { format, file, path, listed }: FoundOutput,
  { root, manifest }: FoundRelease,
): Promise<VerifiedFile> {
  const problem = (
    rule: Problem['rule'],
    message: string,
    hint: string,
    severity: Problem['severity'] = 'error',
  ): Problem => ({ severity, rule, path, message, hint })
  if (file === undefined) {
    const message = `the manifest names "${path}", which is no ${format} output below its folder; it was not read`
    const hint = 'do not trust this manifest: build again'
    return { problems: [{ ...problem('path-outside', message, hint), path: manifest ?? path }] }
  }
  const read = await readInside(file, root)
  if ('reason' in read) {
    return {
      problems: [
        problem(read.missing ? 'output-missing' : 'output-unreadable', `the file ${read.reason}`, AGAIN),
      ],
    }
  }
  const { bytes } = read
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const problems: Problem[] = []
  if (listed && (bytes.length !== listed.bytes || sha256 !== listed.sha256)) {
    const hasOtherLength = bytes.length !== listed.bytes
    const message = hasOtherLength
      ? `the file has ${bytes.length} bytes, the manifest says ${listed.bytes}`
      : `the file has the SHA-256 ${sha256.slice(0, 12)}…, the manifest says ${listed.sha256.slice(0, 12)}…`
    problems.push(problem('output-changed', message, 'it was changed after the build: build again'))
  }
  const facts = await readOutput(format, bytes)
  if ('reason' in facts) {
    const reason = problem('output-unreadable', `the file ${facts.reason}`, AGAIN)
    return { problems: [...problems, reason], file: { format, path, bytes: bytes.length, sha256 } }
  }
  if (manifest === null && facts.isOurs === false) {
    const message = 'the file was not made by release'
    const isNamed = root === undefined
    const hint = isNamed ? 'name outputs of release build' : 'it is passed over'
    return { problems: [problem('output-foreign', message, hint, isNamed ? 'error' : 'info')] }
  }
  const pages = facts.pages === undefined ? {} : { pages: facts.pages }
  return { problems, file: { format, path, bytes: bytes.length, sha256, ...pages }, facts }
}

async function leftoversOf(
  read: readonly ReadOutput[],
  found: FoundRelease,
  cwd: string,
): Promise<Problem[]> {
  const suspects = read.filter(({ facts }) => findLeftovers(facts.words, facts.hidden, undefined).length > 0)
  if (suspects.length === 0) return []
  const own = await readOwnWords(found, cwd)
  const hint = own
    ? 'correct the templates of the letterhead; the draft does not say it'
    : 'the draft is not at hand to tell whether it says so itself: verify where the draft lies'
  return suspects.flatMap(({ output: { path }, facts }) =>
    findLeftovers(facts.words, facts.hidden, own).map(({ leftover, among }): Problem => {
      const place = among === undefined ? 'behind the page (title, metadata or an address)' : `in “${among}”`
      const message = `"${leftover}" is left over ${place}`
      return { severity: 'error', rule: 'leftover', path, message, hint }
    }),
  )
}
