import { epochDay } from '../../language/civil-date.ts'
import { parseEmbargo } from '../../release/embargo.ts'
import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { EMBARGO_LANGUAGES, immediateIn, isEmbargoLine } from '../scan/embargo-line.ts'

const FIELD = 'embargo: 2027-02-26T00:01[America/New_York]'

/** What the text says of its release, against what the front matter says. */
export const embargoConflict: Rule = {
  id: 'embargo-conflict',
  group: 'facts',
  severity: 'error',
  languages: EMBARGO_LANGUAGES,
  doc: 'Catches a text that says "for immediate release" or names an embargo where the front matter says something else.',
  source: 'Embargo Watch: embargoes broken by releases that say two things.',
  bad: 'FOR IMMEDIATE RELEASE, with embargo: 2027-02-26T00:01[America/New_York]',
  good: 'one of the two',
  skips: ['code', 'block-quote'],
  *check(context) {
    for (const passage of context.passages) {
      if (passage.kind !== 'paragraph' && passage.kind !== 'heading' && passage.field !== 'headline') continue
      yield* immediate(passage, context)
      if (passage.kind !== 'field') yield* typed(passage, context)
    }
  },
}

function* immediate(passage: IssuedPassage, { fields, tag, spanOf }: CheckContext): Generator<RuleFinding> {
  const said = immediateIn(passage.text, tag)
  if (!said || fields.embargo === undefined) return
  yield {
    ...passage.spanOf(said.start, said.end),
    message: `the text says "${passage.text.slice(said.start, said.end)}", and there is an embargo`,
    hint: 'delete the one that is wrong',
    related: [{ ...spanOf(['embargo']), message: 'the embargo' }],
  }
}

function* typed(passage: IssuedPassage, context: CheckContext): Generator<RuleFinding> {
  const { fields, tag, timezone, spanOf } = context
  if (!isEmbargoLine(passage.text, tag)) return
  const span = passage.spanOf(0, passage.text.trimEnd().length)
  if (fields.embargo === undefined) {
    const message = 'the text names an embargo, and the front matter has none: nothing keeps the release back'
    yield { ...span, message, hint: `delete the line and write ${FIELD}` }
    return
  }
  const parsed = parseEmbargo(fields.embargo, timezone)
  if (!parsed.ok) return
  const { date, utcDate } = parsed.embargo.printed
  const other = context.scanOf(passage).dates.find(({ day, month, year = date.year }) => {
    const written = epochDay({ day, month, year })
    return written !== epochDay(date) && written !== epochDay(utcDate)
  })
  const related = [{ ...spanOf(['embargo']), message: 'the embargo' }]
  const hint = 'delete the line: it is printed from the embargo'
  yield other
    ? { ...span, message: `the text names another day than the embargo "${fields.embargo}"`, hint, related }
    : {
        ...span,
        message:
          'the embargo stands in the text and in the front matter, and will stand there when it is over',
        hint,
        severity: 'warning',
        related,
      }
}
