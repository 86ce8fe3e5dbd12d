import type { Nodes } from 'mdast'
import { nodeSpan, nodesOf } from '../nodes.ts'
import type { Rule, Span } from '../rule.ts'

/** An address in running text; the marks at its end are the sentence's. */
const ADDRESS =
  /(?=[hw])(?<!(?!\p{Script=Han})\p{L}|[\p{N}@/._-])(?:https?:\/\/|www\.)(?:[^\s<>()[\]"“”«»„‟*`|\\\u3000-\u303f\uff00-\uffef]|\([^\s<>()]*\))+/giu

/** One with a path and no scheme, where a text has the end of such a host at all. */
const WITH_PATH =
  /(?<![\p{L}\p{N}@/._-])(?!www\.)(?:[a-z\d][a-z\d-]+\.)+(?:com|org|net|int|gov|edu|info|eu|example)\/[\p{L}\p{N}](?:[^\s<>()[\]"“”«»„‟*`|\\\u3000-\u303f\uff00-\uffef]|\([^\s<>()]*\))*/giu
const HOST_END = /\.(?:com|org|net|int|gov|edu|info|eu|example)\/[^\s]/iu

/** An address that no reader can follow: Markdown links only what stands in angle brackets. */
export const linkBare: Rule = {
  id: 'link-bare',
  group: 'form',
  severity: 'warning',
  doc: 'Catches a web address in running text without angle brackets: it is printed, and is no link. Without www. or https:// only one with a path, as ruritania.example/un: a domain alone may be a name.',
  source: 'CommonMark: an address is a link between angle brackets.',
  bad: 'See www.ruritania.example for details.',
  good: 'See <https://www.ruritania.example> for details.',
  skips: ['code'],
  *check({ tree, source }) {
    for (const block of tree.children) {
      // Raw HTML has links of its own.
      if ([...nodesOf(block)].some(({ type }) => type === 'html')) continue
      for (const { start, end } of textsOutsideLinks(block)) {
        const text = source.slice(start, end)
        const withPath = text.includes('/') && HOST_END.test(text) ? text.matchAll(WITH_PATH) : []
        for (const { 0: match, index } of [...text.matchAll(ADDRESS), ...withPath]) {
          const written = match.replace(/[.,;:!?'’_~]+$/u, '')
          if (!/\.[\p{L}\d]/u.test(written.replace(/^www\./i, ''))) continue
          const isWhole = /^https?:/i.test(written)
          yield {
            start: start + index,
            end: start + index + written.length,
            message: `the address "${written}" is no link`,
            hint: `write <${isWhole ? '' : 'https://'}${written}>`,
          }
        }
      }
    }
  },
}

function* textsOutsideLinks(node: Nodes): Generator<Span> {
  if (node.type === 'link' || node.type === 'linkReference') return
  if (node.type === 'text') yield nodeSpan(node)
  else if ('children' in node) for (const child of node.children) yield* textsOutsideLinks(child)
}
