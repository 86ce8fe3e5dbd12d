import type { OutputRule } from '../output-rule.ts'

/** Lines that the last page needs, unless `thresholds.last_page_lines` says another number. */
const LINES = 4

/** Rule 73: how a release fills its pages. */
export const pageCount: OutputRule = {
  id: 'page-count',
  group: 'output',
  severity: 'info',
  doc: 'Catches a PDF with more pages than `thresholds.max_pages`, where a project sets it, and a last page with fewer than four lines (`thresholds.last_page_lines`); a page with a picture is not counted.',
  source: 'Typesetting practice: a last page of two lines looks like a mistake.',
  bad: 'two lines of the contact block alone on page 3',
  good: 'all of it on two pages',
  *check({ outputs, thresholds }) {
    const { max_pages: most, last_page_lines: least = LINES } = thresholds
    for (const { path, facts } of outputs) {
      const { pages = 0, layout } = facts
      if (most !== undefined && pages > most) {
        const message = `the PDF has ${pages} pages, more than ${most}`
        yield { path, message, hint: 'shorten it, or raise check.thresholds.max_pages' }
      }
      const lines = layout?.lastLines
      if (pages < 2 || lines === undefined || lines >= least) continue
      yield {
        path,
        message: `the last page has only ${lines} ${lines === 1 ? 'line' : 'lines'}`,
        hint: 'shorten the text by as many lines, or add to it',
      }
    }
  },
}
