import type { Draft } from '../draft/draft.ts'
import type { DraftAttachment, DraftFields } from '../draft/fields.ts'
import type { LocalFinding } from '../finding.ts'
import type { Labels } from '../language/language.ts'
import type { AttachmentView, LinkView } from '../letterhead/view.ts'
import { isWebAddress, NO_ADDRESS } from '../yaml/field-types.ts'
import type { Path } from '../yaml/read-yaml.ts'

/** The links and attachments of a release; addresses are judged again, now that their values are known. */
export function composeLinks(
  draft: Draft,
  fields: DraftFields,
  labels: Labels,
): { links: LinkView[]; attachments: AttachmentView[]; findings: LocalFinding[] } {
  const findings: LocalFinding[] = []
  const check = (url: string | undefined, path: Path) => {
    // What stayed an expression has its finding already.
    if (url === undefined || isWebAddress(url) || (fields.expressions && url.includes('{{'))) return
    const [problem, hint] = NO_ADDRESS
    const place = draft.placeOf(path)
    findings.push({
      severity: 'error',
      rule: 'front-matter-invalid',
      message: `"${url}" ${problem}`,
      hint,
      ...place,
    })
  }
  const { links = [], attachments = [] } = fields
  for (const [i, link] of links.entries())
    check(typeof link === 'string' ? link : link.url, [
      'links',
      i,
      ...(typeof link === 'string' ? [] : ['url']),
    ])
  for (const [i, { url }] of attachments.entries()) check(url, ['attachments', i, 'url'])
  return {
    links: links.map(linkView),
    attachments: attachments.map((attachment) => attachmentView(attachment, labels)),
    findings,
  }
}

/** A link of the front matter with the words that stand for it. */
function linkView(link: string | { url: string; label?: string | undefined }): LinkView {
  if (typeof link !== 'string') return { text: link.label ?? bareLink(link.url), href: link.url }
  return { text: bareLink(link), href: link }
}

/** A link without label is read as its address; mail and telephone lose their scheme. */
function bareLink(url: string): string {
  return /^(?:mailto|tel):/i.test(url) ? url.replace(/^[a-z]+:/i, '') : url
}

/** An attachment with its words. */
function attachmentView(attachment: DraftAttachment, labels: Labels): AttachmentView {
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
