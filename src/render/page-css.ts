import type { Release } from '../release/release.ts'

/**
 * The page rules that depend on the release: paper, and in the margin boxes of the second page and on the
 * running head and "Page 2 of 3" (CSS Paged Media; Chromium 131 and newer). Their look is `print.css`'s.
 */
export function pageCss(release: Release): string {
  const { labels, letterhead, institution, reference, direction } = release
  const head = [institution.shortName, reference].filter(Boolean).join('  ·  ')
  const [before, between, after] = labels.page
  const corner = direction === 'rtl' ? '@top-right' : '@top-left'
  const mark = [cssString(before), 'counter(page)', cssString(between), 'counter(pages)', cssString(after)]
  return [
    '@page {',
    `  size: ${letterhead.fields.paper};`,
    `  ${corner} { content: ${cssString(head)} }`,
    `  @bottom-center { content: ${mark.filter((part) => part !== '""').join(' ')} }`,
    '}',
    `@page :first { ${corner} { content: none } @bottom-center { content: none } }`,
  ].join('\n')
}

/** A CSS string that can end neither itself nor the style element. */
function cssString(text: string): string {
  return `"${text.replace(/["\\<>\n]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`
}

/** All characters that the margin boxes show, for the choice of fonts. */
export function pageText(release: Release): string {
  return `${release.institution.shortName} · ${release.reference ?? ''} ${release.labels.page.join('')} 0123456789`
}
