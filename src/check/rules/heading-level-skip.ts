import type { Heading } from 'mdast'
import { nodeSpan } from '../nodes.ts'
import type { Rule } from '../rule.ts'

/** A heading deeper than its place in the order: readers of a screen reader look for what is missing. */
export const headingLevelSkip: Rule = {
  id: 'heading-level-skip',
  group: 'form',
  severity: 'warning',
  doc: 'Catches a heading that skips a level: #### under ##.',
  source: 'WCAG 2.2, technique G141: headings in order.',
  bad: '## Relief, then #### Figures',
  good: '## Relief, then ### Figures',
  *check({ tree, source }) {
    const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
    const named = headings.filter(({ children }) => children.length > 0)
    const top = Math.min(...named.map(({ depth }) => depth))
    const open: number[] = []
    for (const heading of named) {
      while ((open.at(-1) ?? 0) >= heading.depth) open.pop()
      const level = top + open.length
      open.push(heading.depth)
      if (level === heading.depth) continue
      const { start, end } = nodeSpan(heading)
      const marks = { start, end: start + heading.depth }
      const isMarked = source.slice(marks.start, marks.end) === '#'.repeat(heading.depth)
      yield {
        start,
        end,
        message: `a heading of level ${heading.depth} stands where level ${level} is next`,
        hint: `write ${'#'.repeat(level)}`,
        ...(isMarked ? { fix: { ...marks, text: '#'.repeat(level), safe: true } } : {}),
      }
    }
  },
}
