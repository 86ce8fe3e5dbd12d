import { posix } from 'node:path'
import { isReference } from '../../release/compose-translation.ts'
import { type DraftSummary, languageOf } from './draft-summary.ts'

/** Which drafts of a run are one release in several languages. */
export interface Families {
  /** True for two drafts of one release. */
  isOneRelease(a: DraftSummary, b: DraftSummary): boolean
  /** Each translation with the draft that it is compared with, in another language. */
  readonly pairs: readonly { readonly translation: DraftSummary; readonly original: DraftSummary }[]
}

/**
 * Finds translations: by `translation_of`, which names the reference, file or slug of the original or that of
 * all its translations; without it by the same reference, or a name that differs in its language only
 * (`flood-fr`, `fr/flood`), of the same day. Where several drafts could be the original, the one of that
 * name is taken, or none.
 */
export function familiesOf(drafts: readonly DraftSummary[]): Families {
  const parents = new Map<DraftSummary, DraftSummary>()
  const headOf = (draft: DraftSummary): DraftSummary => {
    let head = draft
    for (let next = parents.get(head); next; next = parents.get(head)) head = next
    return head
  }
  const join = (a: DraftSummary, b: DraftSummary) => {
    const [one, other] = [headOf(a), headOf(b)]
    if (one !== other) parents.set(one, other)
  }
  const pairs: Families['pairs'][number][] = []
  const pair = (translation: DraftSummary, original: DraftSummary) => {
    join(translation, original)
    if (languageOf(translation) !== languageOf(original)) pairs.push({ translation, original })
  }

  const originals = indexOf(drafts)
  const strays = new Map<string, DraftSummary[]>()
  for (const draft of drafts) {
    if (draft.translationOf === undefined) continue
    const named = originalsOf(draft, draft.translationOf, originals)
    for (const original of named) join(draft, original)
    if (named.length === 0) add(strays, strayKey(draft, draft.translationOf), draft)
    const [original, ...others] = named.length > 1 ? named.filter((one) => isNamesake(draft, one)) : named
    if (original !== undefined && others.length === 0) pair(draft, original)
  }
  for (const group of strays.values()) for (const draft of group) join(draft, group[0] ?? draft)
  const free = drafts.filter(({ translationOf }) => translationOf === undefined)
  const groups = [...strays.values(), ...byReference(free), ...byName(free)]
  for (const group of groups) {
    const base = baseOf(group)
    const isClear = new Set(group.map(languageOf)).size === group.length
    for (const draft of group) if (draft !== base && isClear) pair(draft, base)
  }
  const told = new Set<string>()
  return {
    isOneRelease: (a, b) => headOf(a) === headOf(b),
    // A reference and a name may both say so.
    pairs: pairs.filter(({ translation, original }) => {
      const key = `${translation.path}\n${original.path}`
      return !told.has(key) && told.add(key)
    }),
  }
}

type Index = ReadonlyMap<string, DraftSummary[]>

function add(map: Map<string, DraftSummary[]>, key: string, draft: DraftSummary): void {
  const list = map.get(key)
  if (list) list.push(draft)
  else map.set(key, [draft])
}

/** Drafts by all that `translation_of` may name them with. */
function indexOf(drafts: readonly DraftSummary[]): Index {
  const index = new Map<string, DraftSummary[]>()
  for (const draft of drafts) {
    if (draft.reference !== undefined) add(index, `reference ${draft.reference}`, draft)
    add(index, `path ${posix.normalize(draft.path)}`, draft)
    add(index, `name ${posix.join(posix.dirname(draft.path), draft.name)}`, draft)
  }
  return index
}

function originalsOf(draft: DraftSummary, named: string, index: Index): DraftSummary[] {
  const beside = posix.join(posix.dirname(draft.path), named)
  const text = named.replace(/\s+/g, ' ')
  for (const key of [
    `path ${beside}`,
    `path ${posix.normalize(named)}`,
    `name ${beside}`,
    `reference ${text}`,
  ]) {
    // A translation that carries the reference of its original is not that original.
    const found = (index.get(key) ?? []).filter((one) => one !== draft)
    const sources = found.filter(({ translationOf }) => translationOf === undefined)
    if (sources.length > 0) return sources
    if (found.length > 0 && !key.startsWith('reference')) return found
  }
  return []
}

/** Files and names are meant beside the draft, references everywhere. */
function strayKey({ path }: DraftSummary, named: string): string {
  return isReference(named) ? named : posix.join(posix.dirname(path), named)
}

function dayOf({ day, event }: DraftSummary): string {
  return day === undefined ? `of ${event ?? ''}` : String(day)
}

function byReference(drafts: readonly DraftSummary[]): DraftSummary[][] {
  const groups = new Map<string, DraftSummary[]>()
  for (const draft of drafts)
    if (draft.reference !== undefined) add(groups, `${draft.reference} ${dayOf(draft)}`, draft)
  return [...groups.values()].filter(({ length }) => length > 1)
}

function byName(drafts: readonly DraftSummary[]): DraftSummary[][] {
  const groups = new Map<string, DraftSummary[]>()
  for (const draft of drafts) {
    const key = `${nameWithoutLanguage(draft)} ${dayOf(draft)} ${draft.event ?? ''}`
    if (dayOf(draft) !== 'of ') add(groups, key, draft)
  }
  return [...groups.values()].filter((group) => {
    const references = new Set(group.map(({ reference }) => reference).filter((one) => one !== undefined))
    return group.length > 1 && references.size < 2
  })
}

function isNamesake(a: DraftSummary, b: DraftSummary): boolean {
  return nameWithoutLanguage(a) === nameWithoutLanguage(b)
}

/** Folder and name of a draft without what names its own language: `flood-fr.md`, `fr.flood.md`, `fr/flood.md`. */
function nameWithoutLanguage(draft: DraftSummary): string {
  const { path, name, tag } = draft
  const own = [tag, languageOf(draft)]
  const isOwn = (part: string) => own.includes(part.toLowerCase().replace('_', '-'))
  const [, stem = name, last = ''] = /^(.*?)[._-]([a-z]{2,3}(?:[_-][a-z]{2,4})?)$/i.exec(name) ?? []
  const [, first = '', rest = name] = /^([a-z]{2,3})[._-](.*)$/i.exec(name) ?? []
  const folder = posix.dirname(path)
  if (isOwn(last)) return posix.join(folder, stem)
  if (isOwn(first)) return posix.join(folder, rest)
  if (isOwn(name)) return folder
  const parts = folder.split('/')
  const at = parts.findLastIndex(isOwn)
  return posix.join('.', ...parts.filter((_, i) => i !== at), name)
}

/** The draft that the others of a group are compared with. */
function baseOf(group: readonly DraftSummary[]): DraftSummary {
  const authentic = group.find(({ authenticLanguage }) => authenticLanguage !== undefined)?.authenticLanguage
  return (group.find((draft) => languageOf(draft) === authentic) ?? group[0]) as DraftSummary
}
