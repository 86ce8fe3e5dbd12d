import type { Root } from 'hast'
import type { Draft } from '../draft/draft.ts'
import type { LocalFinding } from '../finding.ts'
import type { Labels } from '../language/language.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import { nearest } from '../yaml/nearest.ts'
import type { Path } from '../yaml/read-yaml.ts'
import { inLanguage } from './localised.ts'
import type { Release } from './release.ts'

/** Turns Markdown of the front matter into a tree; a path tells that the draft wrote it, with expressions. */
export type ToTree = (text: string, path: Path, isOfDraft: boolean) => Promise<Root>

const trees = new WeakMap<Letterhead, Map<string, Root>>()

/** A letterhead's text is the same in every release of a batch: read once, unless there is something to tell of it. */
async function ofLetterhead(
  letterhead: Letterhead,
  text: string,
  markdown: ToTree,
  findings: readonly LocalFinding[],
): Promise<Root> {
  const known = trees.get(letterhead) ?? new Map<string, Root>()
  trees.set(letterhead, known)
  const told = findings.length
  const tree = known.get(text) ?? (await markdown(text, ['boilerplate'], false))
  if (findings.length === told) known.set(text, tree)
  return tree
}

/** The boilerplate: one of the letterhead, by its id, or the draft's own text. */
export async function composeBoilerplate(
  draft: Draft,
  letterhead: Letterhead,
  tag: string,
  labels: Labels,
  markdown: ToTree,
  findings: LocalFinding[],
): Promise<Release['boilerplate']> {
  const given = draft.fields.boilerplate
  if (given === undefined) return undefined
  const known = letterhead.fields.boilerplate ?? {}
  const entry = Object.hasOwn(known, given) ? known[given] : undefined
  if (entry) {
    const heading = entry.heading === undefined ? labels.about : inLanguage(entry.heading, tag)
    return { heading, text: await ofLetterhead(letterhead, inLanguage(entry.text, tag), markdown, findings) }
  }
  // One word is an id; a text of one word would be no boilerplate.
  if (/^[\w-]+$/.test(given)) {
    const near = nearest(given, Object.keys(known))
    const message = `no boilerplate "${given}" in the letterhead "${letterhead.name}"`
    const hint = near
      ? `did you mean "${near}"?`
      : `known: ${Object.keys(known).join(', ') || 'none; write the text itself'}`
    findings.push({
      severity: 'error',
      rule: 'front-matter-invalid',
      message,
      hint,
      ...draft.placeOf(['boilerplate']),
    })
    return undefined
  }
  return { heading: labels.about, text: await markdown(given, ['boilerplate'], true) }
}
