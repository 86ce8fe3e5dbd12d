import type { CheckContext } from '../context.ts'
import { nodesOf } from '../nodes.ts'
import type { Rule, RuleFinding } from '../rule.ts'

/** Phrases that promise an attachment whatever stands around them, by language. */
const PROMISES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:please (?:find|see) attached|you will find attached|see the attached (?:photographs?|photos?|pictures?|documents?|files?|PDF|fact sheet|press kit)|(?:is|are) attached to this press release)\b/giu,
  fr: /(?<!\p{L})(?:ci-jointe?s?|trouver(?:ez)? en pièces? jointes?)(?!\p{L})/giu,
  de: /(?<!\p{L})(?:(?:im Anhang|in der Anlage|anbei) (?:finden Sie|erhalten Sie|senden wir|übersenden wir)|finden Sie (?:im Anhang|in der Anlage|anbei))(?!\p{L})/giu,
  es: /(?<!\p{L})(?:adjunt[oa]s? (?:encontrarán?|(?:les? )?(?:remitimos|enviamos))|adjuntamos)(?!\p{L})/giu,
}

/** A file that goes with the release and is not there, or that the text speaks of and nobody lists. */
export const attachmentMissing: Rule = {
  id: 'attachment-missing',
  group: 'form',
  severity: 'error',
  doc: 'Catches an attachment whose file is not there, and (as a warning, in English, French, German and Spanish) a text that speaks of an attachment where the release has no attachment, no link, no picture, no table and no part under a heading.',
  source: 'Business Wire, common errors in press releases: missing photographs and documents.',
  bad: 'attachments: [{file: ceremoni.jpg, title: The ceremony}]',
  good: 'attachments: [{file: ceremony.jpg, title: The ceremony}]',
  skips: ['quotation', 'block-quote', 'code', 'address'],
  *check(context) {
    const { fields, surroundings, spanOf } = context
    for (const [i, { file }] of (fields.attachments ?? []).entries()) {
      if (file === undefined || !surroundings.missingFiles.has(file)) continue
      const near = surroundings.missingFiles.get(file)
      const hint = near ?? 'the path begins at the folder of the draft, or with / at the project folder'
      yield {
        ...spanOf(['attachments', i, 'file']),
        message: `the attachment "${file}" does not exist`,
        hint,
      }
    }
    if (!mayBeMeant(context)) yield* promises(context)
  },
}

/** True where the release has something that "attached" may speak of. */
function mayBeMeant({ fields, tree }: CheckContext): boolean {
  const isListed = (fields.attachments?.length ?? 0) + (fields.links?.length ?? 0) > 0
  const MEANT = ['image', 'table', 'heading', 'link', 'linkReference', 'html']
  return isListed || [...nodesOf(tree)].some(({ type }) => MEANT.includes(type))
}

function* promises({ passages, tag }: CheckContext): Generator<RuleFinding> {
  const pattern = PROMISES[tag.split('-')[0]?.toLowerCase() ?? '']
  if (!pattern) return
  for (const passage of passages) {
    for (const match of passage.text.matchAll(pattern)) {
      const span = passage.spanOf(match.index, match.index + match[0].length)
      yield {
        ...span,
        severity: 'warning',
        message: `the text says "${match[0]}", and the release has no attachment`,
        hint: 'list it: attachments: [{file: ceremony.jpg, title: The ceremony}]',
      }
    }
  }
}
