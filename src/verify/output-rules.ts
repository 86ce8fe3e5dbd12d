import type { OutputRule } from './output-rule.ts'
import { embargoLeak } from './rules/embargo-leak.ts'
import { glyphMissing } from './rules/glyph-missing.ts'
import { pageCount } from './rules/page-count.ts'
import { pdfMeta } from './rules/pdf-meta.ts'
import { txtWidth } from './rules/txt-width.ts'
import { wordsDiffer } from './rules/words-differ.ts'

/** Every rule on built outputs, by name; a file in `rules/` that is not listed fails a test. */
export const OUTPUT_RULES: readonly OutputRule[] = [
  embargoLeak,
  glyphMissing,
  pageCount,
  pdfMeta,
  txtWidth,
  wordsDiffer,
]
