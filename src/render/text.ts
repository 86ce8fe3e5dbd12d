import { TEXT_WIDTH } from '../letterhead/text-helpers.ts'
import { writeLink } from '../markdown/text/links.ts'
import { linkReferences, toText } from '../markdown/to-text.ts'
import type { Release } from '../release/release.ts'
import { viewOf } from './view.ts'

/** Renders a release as plain text: UTF-8, LF, 72 display columns, one final newline. */
export function renderText(release: Release): string {
  const references = linkReferences()
  const rtl = release.direction === 'rtl'
  const view = viewOf(release, {
    head: '',
    rich: (root, wide = false) =>
      toText(root, { width: wide ? Number.POSITIVE_INFINITY : TEXT_WIDTH, references, rtl }),
    link: (link) => writeLink(link.text, link.href, references),
    references: () => references.urls.map((url, i) => ({ mark: `[${i + 1}]`, url })),
  })
  const text = release.letterhead.text(view)
  return `${text
    .replace(/[^\S\n\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
