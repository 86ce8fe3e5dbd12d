import type { Root } from 'hast'
import type { Draft } from '../draft/draft.ts'
import { inDraft } from '../draft/draft.ts'
import type { Finding, LocalFinding } from '../finding.ts'
import { findLanguage } from '../language/find-language.ts'
import type { Labels } from '../language/language.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import type { AttachmentView, LinkView } from '../letterhead/view.ts'
import { findImages } from '../markdown/find-images.ts'
import { findKnot } from '../markdown/find-knot.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { toBody } from '../markdown/to-body.ts'
import { nearest } from '../yaml/nearest.ts'
import type { Path } from '../yaml/read-yaml.ts'
import { composeContacts } from './contacts.ts'
import { datelineLine, insertDateline, runInDateline } from './dateline.ts'
import { parseEmbargo } from './embargo.ts'
import { composeInstitution } from './institution.ts'
import { inLanguage } from './localised.ts'
import type { Release } from './release.ts'

/** What a release depends on beside its draft and letterhead. */
export interface Circumstances {
  /** The moment that decides whether an embargo has passed. */
  readonly now: Date
  /** IANA zone of an embargo that names none. */
  readonly timezone: string | undefined
}

/**
 * Resolves everything a draft leaves open. A pure function: the same draft, letterhead and circumstances
 * give the same release. With errors among the findings the release is not fit to print.
 */
export async function composeRelease(
  draft: Draft,
  letterhead: Letterhead,
  circumstances: Circumstances,
): Promise<{ release: Release; findings: Finding[] }> {
  const { fields } = draft
  const findings: LocalFinding[] = []
  const tag = fields.language ?? letterhead.fields.language ?? 'en'
  const { language, direction, supported } = findLanguage(tag)
  if (!supported) {
    const message = `"${tag}" is not among the languages with labels of their own`
    const hint = 'labels are in English; give your own under `labels` in letterhead.yaml'
    if (ownWords(letterhead, tag) === undefined) {
      findings.push({
        severity: 'warning',
        rule: 'language-unsupported',
        message,
        hint,
        ...draft.placeOf(['language']),
      })
    }
  }
  const labels = ownLabels(language.labels, letterhead, tag)
  const words = { footnotes: labels.footnotes, backToText: labels.backToText }
  const markdown = async (text: string, path: Path): Promise<Root> => {
    const place = draft.placeOf(path)
    const knot = findKnot(text)
    if (knot) {
      const hint = 'write it flatter'
      findings.push({
        severity: 'error',
        rule: 'front-matter-invalid',
        message: knot.message,
        hint,
        ...place,
      })
      return { type: 'root', children: [] }
    }
    const tree = parseMarkdown(text)
    const body = await toBody(tree, words)
    findings.push(...body.findings.map((finding) => ({ ...finding, ...place })))
    if (findImages(tree).length > 0) {
      const hint = 'put the image into the text of the release'
      findings.push({
        severity: 'error',
        rule: 'image-refused',
        message: `"${path[0]}" cannot hold images`,
        hint,
        ...place,
      })
    }
    return body.root
  }

  const embargo = readEmbargo(draft, circumstances, findings)
  const embargoed = embargo !== undefined && circumstances.now.getTime() < embargo.instant
  const dateText = language.longDate(fields.date)
  if (fields.dateline !== 'none' && fields.place === undefined) {
    const message = `"dateline: ${fields.dateline}" needs a place`
    findings.push({
      severity: 'error',
      rule: 'front-matter-invalid',
      message,
      hint: 'add place: New York',
      ...draft.placeOf(['dateline']),
    })
  }
  const { contacts, findings: contactFindings } = composeContacts(draft, letterhead, tag, labels)
  findings.push(...contactFindings)
  const body = await toBody(draft.tree, words)
  findings.push(...body.findings)
  const place = fields.place
  const runIn =
    fields.dateline === 'run-in' && place !== undefined
      ? runInDateline(place, dateText, labels, tag)
      : undefined
  const rights = fields.rights ?? letterhead.fields.rights

  const release: Release = {
    language: tag,
    direction,
    labels,
    letterhead,
    institution: composeInstitution(letterhead.fields, tag, labels),
    kind: fields.kind,
    status: fields.status,
    reference: fields.reference,
    notice:
      fields.status === 'draft' ? labels.draft : fields.status === 'withdrawn' ? labels.withdrawn : undefined,
    releaseLine: embargoed ? language.embargo(embargo.printed) : immediate(fields.status, letterhead, labels),
    embargoed,
    headline: fields.headline.split('\n'),
    subheadline: fields.subheadline,
    summary: fields.summary,
    keywords: fields.keywords ?? [],
    date: fields.date,
    dateText,
    place,
    datelineLine:
      fields.dateline === 'line' && place !== undefined ? datelineLine(place, dateText, labels) : undefined,
    body: runIn === undefined ? body.root : insertDateline(body.root, runIn),
    images: draft.images,
    links: (fields.links ?? []).map(linkView),
    attachments: (fields.attachments ?? []).map((attachment) => attachmentView(attachment, labels)),
    endMark: fields.end_mark === 'none' ? undefined : fields.end_mark,
    notesToEditors: await inOrder(fields.notes_to_editors ?? [], (note, i) =>
      markdown(note, ['notes_to_editors', i]),
    ),
    boilerplate: await composeBoilerplate(draft, letterhead, tag, labels, markdown, findings),
    contacts,
    rights: rights === undefined ? undefined : inLanguage(rights, tag),
  }
  return { release: Object.freeze(release), findings: inDraft(draft.path, findings) }
}

/** A letterhead's own words for fixed labels, over those of the language. */
function ownLabels(labels: Labels, letterhead: Letterhead, tag: string): Labels {
  const own = ownWords(letterhead, tag)
  if (!own) return labels
  const { kinds, ...rest } = own as Partial<Labels>
  const given = Object.fromEntries(Object.entries(rest).filter(([, label]) => label !== undefined))
  return { ...labels, ...given, kinds: { ...labels.kinds, ...kinds } }
}

function ownWords(letterhead: Letterhead, tag: string) {
  const map = letterhead.fields.labels ?? {}
  return map[tag] ?? map[tag.split('-')[0] ?? '']
}

function readEmbargo(draft: Draft, { timezone }: Circumstances, findings: LocalFinding[]) {
  if (draft.fields.embargo === undefined) return undefined
  const parsed = parseEmbargo(draft.fields.embargo, timezone)
  if (parsed.ok) return parsed.embargo
  const { message, hint } = parsed
  findings.push({
    severity: 'error',
    rule: 'front-matter-invalid',
    message,
    hint,
    ...draft.placeOf(['embargo']),
  })
  return undefined
}

function immediate(status: Release['status'], letterhead: Letterhead, labels: Labels): string | undefined {
  return letterhead.fields.release_line && status === 'released' ? labels.forImmediateRelease : undefined
}

function linkView(link: string | { url: string; label?: string | undefined }): LinkView {
  if (typeof link !== 'string') return { text: link.label ?? bareLink(link.url), href: link.url }
  return { text: bareLink(link), href: link }
}

/** A link without label is read as its address; mail and telephone lose their scheme. */
function bareLink(url: string): string {
  return /^(?:mailto|tel):/i.test(url) ? url.replace(/^[a-z]+:/i, '') : url
}

function attachmentView(
  attachment: NonNullable<Draft['fields']['attachments']>[number],
  labels: Labels,
): AttachmentView {
  const { title, url, file, alt, caption, credit } = attachment
  return {
    title,
    url: url ?? null,
    file: file ?? null,
    alt: alt ?? null,
    caption: caption ?? null,
    credit: credit === undefined ? null : `${labels.credit}${labels.colon}${credit}`,
  }
}

async function composeBoilerplate(
  draft: Draft,
  letterhead: Letterhead,
  tag: string,
  labels: Labels,
  markdown: (text: string, path: Path) => Promise<Root>,
  findings: LocalFinding[],
): Promise<Release['boilerplate']> {
  const given = draft.fields.boilerplate
  if (given === undefined) return undefined
  const known = letterhead.fields.boilerplate ?? {}
  const entry = Object.hasOwn(known, given) ? known[given] : undefined
  if (entry) {
    const heading = entry.heading === undefined ? labels.about : inLanguage(entry.heading, tag)
    return { heading, text: await markdown(inLanguage(entry.text, tag), ['boilerplate']) }
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
  return { heading: labels.about, text: await markdown(given, ['boilerplate']) }
}

async function inOrder<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (const [i, item] of items.entries()) results.push(await work(item, i))
  return results
}
