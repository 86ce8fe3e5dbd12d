import type { Nodes } from 'mdast'
import { lettersOf, nodeSpan } from '../nodes.ts'
import type { Rule } from '../rule.ts'

const MARK =
  /^(?:[-–—]? ?30 ?[-–—]|(?:# ?){3}|[-–—* ]*(?:ENDS?|FIN|ENDE|КОНЕЦ)[-–—*. ]*|[(（](?:完|انتهى)[)）]|[-–—(]* ?(?:more|MORE) ?[-–—)]+)$/

/** Marks that the tool prints itself. */
export const endMarkInBody: Rule = {
  id: 'end-mark-in-body',
  group: 'form',
  severity: 'warning',
  doc: 'Catches an end mark or page mark typed into the text: ###, -30-, ENDS, FIN, ENDE, КОНЕЦ, （完）, (انتهى), -more-.',
  source: 'Business Wire and PR Newswire: end marks; Markdown reads ### as an empty heading.',
  bad: '-30-',
  good: 'end_mark: -30-',
  *check({ tree, source, release }) {
    for (const block of tree.children) {
      const mark = markOf(block)
      if (mark === undefined) continue
      const span = nodeSpan(block)
      const written = source.slice(span.start, span.end).trim()
      const isPageMark = /more/i.test(mark)
      yield {
        ...span,
        message: `"${written}" is ${isPageMark ? 'a page mark' : 'an end mark'} typed by hand`,
        hint: isPageMark
          ? 'delete it: pages are numbered'
          : `delete it and write end_mark: ${/30/.test(mark) ? '-30-' : (/\p{L}+/u.exec(mark)?.[0] ?? '"###"')}`,
        // Without the key, deleting would lose the mark.
        ...(isPageMark || release.endMark !== undefined ? { fix: { ...span, text: '', safe: true } } : {}),
      }
    }
  },
}

/** The mark that a block is, and nothing else. */
function markOf(block: Nodes): string | undefined {
  if (block.type === 'heading') {
    const isEmpty = block.children.length === 0
    if (isEmpty) return block.depth === 3 ? '###' : undefined
  }
  if (block.type === 'list') {
    const [item, other] = block.children
    const text = item === undefined ? '' : lettersOf(item).trim()
    return other === undefined && /^30 ?[-–—]$/.test(text) ? '-30-' : undefined
  }
  if (block.type !== 'paragraph' && block.type !== 'heading') return undefined
  const text = lettersOf(block).trim()
  return MARK.test(text) ? text : undefined
}
