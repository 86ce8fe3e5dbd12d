import type { Draft } from '../draft/draft.ts'
import { inDraft } from '../draft/draft.ts'
import type { Finding } from '../finding.ts'
import { findLanguage } from '../language/find-language.ts'
import type { Labels } from '../language/language.ts'
import { matchLanguage } from '../language/match-language.ts'
import type { Letterhead } from '../letterhead/letterhead.ts'
import { findImages } from '../markdown/find-images.ts'
import { findKnot } from '../markdown/find-knot.ts'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { toBody } from '../markdown/to-body.ts'
import { composeBoilerplate, type ToTree } from './compose-boilerplate.ts'
import { composeCorrection } from './compose-correction.ts'
import { composeEmbargo } from './compose-embargo.ts'
import { composeLinks } from './compose-links.ts'
import { composeTranslation } from './compose-translation.ts'
import { composeContacts } from './contacts.ts'
import { datelineLine, insertDateline, runInDateline } from './dateline.ts'
import { composeInstitution } from './institution.ts'
import { type IssuedDraft, issueDraft } from './issue-draft.ts'
import { inLanguage } from './localised.ts'
import type { Release } from './release.ts'

/** What a release depends on beside its draft and letterhead. */
export interface Circumstances {
  /** The moment that decides whether an embargo has passed. */
  readonly now: Date
  /** IANA zone of an embargo that names none. */
  readonly timezone: string | undefined
  /** The year that a recurring draft is issued for; default: the one that its `date` is nearest to. */
  readonly year?: number | undefined
}

/** A release, what was noticed, and why the year asked for has none, where that is so. */
export interface Composed {
  readonly release: Release
  readonly findings: Finding[]
  /** The draft for that year, for checks of its words. */
  readonly issued: IssuedDraft
  /** Set where an occasion has no anniversary in that year: the release is not to be printed. */
  readonly skipped?: string
}

/**
 * Resolves everything a draft leaves open. A pure function: the same draft, letterhead and circumstances
 * give the same release. With errors among the findings the release is not fit to print.
 */
export async function composeRelease(
  written: Draft,
  letterhead: Letterhead,
  circumstances: Circumstances,
): Promise<Composed> {
  const tag = written.fields.language ?? letterhead.fields.language ?? 'en'
  const issued = await issueDraft(written, tag, circumstances.year)
  const { fields, tree, findings, expandText, skipped } = issued
  const draft: Draft = { ...written, fields, tree }
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
  const markdown: ToTree = async (text, path, isOfDraft) => {
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
      return { type: 'root' as const, children: [] }
    }
    const parsed = parseMarkdown(text)
    const tree = isOfDraft ? expandText(parsed, text, path) : parsed
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
    if (
      body.root.children.some((child) => child.type === 'element' && child.properties.role === 'doc-endnotes')
    ) {
      const message = `"${path[0]}" cannot hold footnotes`
      const hint = 'put the footnote into the text of the release'
      findings.push({ severity: 'error', rule: 'front-matter-invalid', message, hint, ...place })
    }
    return body.root
  }

  const { embargo, findings: embargoFindings } = composeEmbargo(written, issued, circumstances.timezone)
  findings.push(...embargoFindings)
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
  const links = composeLinks(written, fields, labels)
  findings.push(...links.findings)
  const body = await toBody(tree, words)
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
    series: fields.series,
    notice:
      fields.status === 'draft' ? labels.draft : fields.status === 'withdrawn' ? labels.withdrawn : undefined,
    correction: composeCorrection(fields.corrects, language),
    releaseLine: embargoed ? language.embargo(embargo.printed) : immediate(fields.status, letterhead, labels),
    embargoed,
    headline: fields.headline.split('\n'),
    subheadline: fields.subheadline,
    translation: composeTranslation(fields, tag, labels),
    summary: fields.summary,
    keywords: fields.keywords ?? [],
    date: fields.date,
    dateText,
    place,
    datelineLine:
      fields.dateline === 'line' && place !== undefined ? datelineLine(place, dateText, labels) : undefined,
    body: runIn === undefined ? body.root : insertDateline(body.root, runIn, labels),
    images: draft.images,
    links: links.links,
    attachments: links.attachments,
    endMark: fields.end_mark === 'none' ? undefined : fields.end_mark,
    notesToEditors: await inOrder(fields.notes_to_editors ?? [], (note, i) =>
      markdown(note, ['notes_to_editors', i], true),
    ),
    boilerplate: await composeBoilerplate(draft, letterhead, tag, labels, markdown, findings),
    contacts,
    rights: rights === undefined ? undefined : inLanguage(rights, tag),
  }
  return {
    release: Object.freeze(release),
    findings: inDraft(draft.path, findings),
    issued,
    ...(skipped === undefined ? {} : { skipped }),
  }
}

/** A letterhead's own words for fixed labels, over those of the language. */
function ownLabels(labels: Labels, letterhead: Letterhead, tag: string): Labels {
  const own = ownWords(letterhead, tag)
  if (!own) return labels
  const { kinds, translations, ...rest } = own as Partial<Labels>
  const given = Object.fromEntries(Object.entries(rest).filter(([, label]) => label !== undefined))
  return {
    ...labels,
    ...given,
    kinds: { ...labels.kinds, ...kinds },
    translations: { ...labels.translations, ...translations },
  }
}

function ownWords(letterhead: Letterhead, tag: string) {
  const map = letterhead.fields.labels ?? {}
  const found = matchLanguage(Object.keys(map), tag)
  return found === undefined ? undefined : map[found]
}

function immediate(status: Release['status'], letterhead: Letterhead, labels: Labels): string | undefined {
  return letterhead.fields.release_line && status === 'released' ? labels.forImmediateRelease : undefined
}

async function inOrder<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  for (const [i, item] of items.entries()) results.push(await work(item, i))
  return results
}
