import { nodeSpan, nodesOf } from '../nodes.ts'
import type { Rule } from '../rule.ts'

/** Pictures that a reader who cannot see them learns nothing of. */
export const altMissing: Rule = {
  id: 'alt-missing',
  group: 'form',
  severity: 'error',
  doc: 'Catches a picture without a description, and one whose description is the name of its file.',
  source: 'WCAG 2.2, 1.1.1: a text for what is not text.',
  bad: '![](flag.jpg)',
  good: '![The flag at half-mast](flag.jpg)',
  skips: ['code'],
  *check({ tree }) {
    for (const node of nodesOf(tree)) {
      if (node.type !== 'image' && node.type !== 'imageReference') continue
      const alt = node.alt?.trim() ?? ''
      const name = 'url' in node ? node.url : node.identifier
      const isName = /^[\w%. -]+\.(?:jpe?g|png|gif|svg|webp|heic|tiff?)$/i.test(alt)
      if (alt !== '' && !isName) continue
      const hint = 'say what it shows: ![The flag at half-mast](flag.jpg)'
      yield isName
        ? {
            ...nodeSpan(node),
            severity: 'warning',
            message: `the picture is described by the name of a file, "${alt}"`,
            hint,
          }
        : { ...nodeSpan(node), message: `the picture "${shortened(name)}" has no description`, hint }
    }
  },
}

function shortened(url: string): string {
  return url.length > 60 ? `${url.slice(0, 60)}…` : url
}
