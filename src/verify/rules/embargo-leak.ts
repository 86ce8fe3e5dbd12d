import type { OutputRule } from '../output-rule.ts'

/** Rule 23: what lets others publish a release before its embargo has passed. */
export const embargoLeak: OutputRule = {
  id: 'embargo-leak',
  group: 'output',
  severity: 'error',
  doc: 'Catches JSON-LD and Open Graph, which sites copy and index, in the HTML of a release whose embargo had not passed when it was built; only a template of your own can write them there.',
  source: 'Contract, "Output": JSON-LD and Open Graph, not under embargo.',
  bad: '<meta property="og:title" content="…"> under embargo',
  good: 'the same release without it',
  *check({ outputs, embargoed }) {
    if (!embargoed) return
    for (const { path, facts } of outputs) {
      const { indexed = [] } = facts
      if (indexed.length === 0) continue
      yield {
        path,
        message: `the HTML is under embargo and holds ${indexed.join(', ')}`,
        hint: 'take it out of the template of the letterhead; release writes it when the embargo has passed',
      }
    }
  },
}
