import { nodeSpan, nodesOf } from '../nodes.ts'
import type { Rule } from '../rule.ts'

/** A reference that Markdown left as text, since there is no note for it. */
const LEFT = /(?<!\\)\[\^([\p{L}\d][\p{L}\d_-]*)\](?!:?\()/gu

/** Footnotes without text, and texts that nothing refers to. */
export const footnoteDangling: Rule = {
  id: 'footnote-dangling',
  group: 'form',
  severity: 'error',
  doc: 'Catches a reference [^1] without its footnote, and a footnote without a reference.',
  source: 'Business Wire, common errors in press releases: footnotes that lead nowhere.',
  bad: 'Thirty towns were hit.[^1]',
  good: 'Thirty towns were hit.[^1], and below it [^1]: Ministry of the Interior.',
  skips: ['code'],
  *check({ tree, source }) {
    const all = [...nodesOf(tree)]
    const used = new Set(all.flatMap((node) => (node.type === 'footnoteReference' ? node.identifier : [])))
    for (const node of all) {
      if (node.type === 'footnoteDefinition' && !used.has(node.identifier)) {
        const message = `nothing refers to the footnote "[^${node.label ?? node.identifier}]"`
        yield { ...nodeSpan(node), message, hint: 'put the reference into the text, or delete the footnote' }
      }
      if (node.type !== 'text') continue
      const { start, end } = nodeSpan(node)
      for (const { 0: written, 1: label = '', index } of source.slice(start, end).matchAll(LEFT)) {
        // "[^a-z]" is a pattern of programmers.
        if (/^(?:a-z|A-Z|0-9)/.test(label)) continue
        yield {
          start: start + index,
          end: start + index + written.length,
          message: `there is no footnote "${written}"`,
          hint: `write it on a line of its own: ${written}: Ministry of the Interior.`,
        }
      }
    }
  },
}
