import type { OutputRule } from '../output-rule.ts'

/** Rule 72: what a PDF says of itself. */
export const pdfMeta: OutputRule = {
  id: 'pdf-meta',
  group: 'output',
  severity: 'warning',
  doc: 'Catches a PDF that names no title, author or language; one without tags cannot be verified at all.',
  source: 'WCAG 2.2, techniques PDF16 (language) and PDF18 (title); ISO 14289-1 (PDF/UA-1), 7.1 and 7.2.',
  bad: 'a PDF without a title',
  good: 'a PDF with title, author and language',
  *check({ outputs }) {
    for (const { path, facts } of outputs) {
      if (!facts.about) continue
      const { title, author } = facts.about
      const missing = Object.entries({ title, author, language: facts.language })
        .filter(([, value]) => !value?.trim())
        .map(([name]) => name)
      if (missing.length === 0) continue
      yield {
        path,
        message: `the PDF names no ${missing.join(', no ')}`,
        hint: 'build again; the title comes from the headline, the author from letterhead.yaml',
      }
    }
  },
}
