import { isoDate } from '../language/civil-date.ts'
import type { Release } from '../release/release.ts'
import { titleOf } from '../release/release.ts'
import { escapeHtml } from './escape-html.ts'
import { jsonLd } from './json-ld.ts'
import { pageCss } from './page-css.ts'

/** Nothing is loaded, nothing runs, nothing is sent (contract, "Output"). */
const POLICY =
  "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * The content of `<head>` before and behind the rules of the fonts: policy, title, metadata and CSS. Open Graph and JSON-LD, which sites copy
 * and index, are left out while an embargo lasts, on drafts and on withdrawn releases.
 */
export function htmlHead(release: Release, tool: string): readonly [before: string, behind: string] {
  const open = !release.embargoed && (release.status === 'released' || release.status === 'approved')
  const title = titleOf(release)
  const lines = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    ...meta('name', [
      ['description', release.summary ?? release.subheadline],
      ['keywords', release.keywords.join(', ') || undefined],
      ['author', release.institution.name],
      ['generator', tool],
      ['robots', open ? undefined : 'noindex'],
    ]),
    ...(open ? meta('property', openGraph(release)) : []),
    ...(open ? [`<script type="application/ld+json">${jsonLd(release)}</script>`] : []),
    '<style>\n',
  ]
  return [lines.join('\n'), `\n</style>\n<style>\n${pageCss(release)}\n${release.letterhead.css}</style>`]
}

function meta(
  kind: 'name' | 'property',
  entries: readonly (readonly [string, string | undefined])[],
): string[] {
  return entries.flatMap(([name, content]) =>
    content === undefined ? [] : [`<meta ${kind}="${name}" content="${escapeHtml(content)}">`],
  )
}

/** Open Graph (ogp.me), article vertical. */
function openGraph(release: Release): [string, string | undefined][] {
  const [language, region] = release.language.split('-')
  return [
    ['og:type', 'article'],
    ['og:title', titleOf(release)],
    ['og:description', release.summary ?? release.subheadline],
    ['og:site_name', release.institution.name],
    ['og:locale', region?.length === 2 ? `${language}_${region.toUpperCase()}` : undefined],
    ['article:published_time', isoDate(release.date)],
    ...release.keywords.map((keyword): [string, string] => ['article:tag', keyword]),
  ]
}
