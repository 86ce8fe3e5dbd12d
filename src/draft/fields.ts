import * as z from 'zod/mini'
import { isLanguageTag } from '../language/find-language.ts'
import { KINDS, TRANSLATION_STATUSES } from '../language/language.ts'
import {
  accepted,
  civilDate,
  field,
  linesOfText,
  markdown,
  matching,
  maybe,
  oneOf,
  record,
  text,
  textList,
  textOrNothing,
} from '../yaml/field-types.ts'
import { addressOrExpression, attachment, contact, corrects, link, occasion } from './nested-fields.ts'
import { SLUG } from './read-slug.ts'

/** Aliases that static-site generators use for our keys. */
export const ALIASES = {
  title: 'headline',
  lang: 'language',
  subtitle: 'subheadline',
  description: 'summary',
  tags: 'keywords',
} as const

/** The life of a release: a `draft` carries a watermark, a `withdrawn` one a notice. */
export const STATUSES = ['draft', 'approved', 'released', 'withdrawn'] as const

const languageTag = () =>
  accepted(isLanguageTag, 'is not a language tag', 'a BCP 47 tag: en, en-US, fr, az, ar, zh-Hans')

/** Front matter of a draft after aliases are resolved: one row a key (contract, "Front matter"). */
export const draftFields = record({
  headline: field(linesOfText(), {
    doc: 'Headline; may hold line breaks.',
    example: 'A statement on the floods',
  }),
  kind: z._default(field(oneOf(KINDS), { doc: 'Kind of release.', example: 'statement' }), 'press-release'),
  date: maybe(field(civilDate(), { doc: 'Civil date of the release, YYYY-MM-DD.', example: '2027-02-26' })),
  language: maybe(
    field(languageTag(), { doc: "Language, BCP 47; default: the letterhead's.", example: 'en' }),
  ),
  subheadline: maybe(
    field(text(), { doc: 'One line under the headline.', example: 'Thirty towns affected' }),
  ),
  summary: maybe(
    field(text(), {
      doc: 'One sentence for search engines and previews.',
      example: 'Ruritania thanks its neighbours.',
    }),
  ),
  keywords: maybe(field(textList(), { doc: 'Keywords.', example: '[floods, relief]' })),
  reference: maybe(field(text(), { doc: 'Document number.', example: 'PR/2027/07' })),
  place: maybe(field(text(), { doc: 'Place of issue.', example: 'New York' })),
  dateline: z._default(
    field(oneOf(['none', 'run-in', 'line']), {
      doc: 'Place and date before the text, or on a line of their own.',
      example: 'run-in',
    }),
    'none',
  ),
  embargo: maybe(
    field(text(), {
      doc: 'Not to be published before: wall time and zone.',
      example: '2027-02-26T00:01[America/New_York]',
    }),
  ),
  status: z._default(
    field(oneOf(STATUSES), { doc: 'Where the release is in its life.', example: 'draft' }),
    'released',
  ),
  letterhead: maybe(
    field(
      matching(/^[a-z0-9][a-z0-9-]*$/, 'is not the name of a letterhead', 'for example: letterhead: mission'),
      { doc: 'Name of the letterhead.', example: 'mission' },
    ),
  ),
  contacts: maybe(
    field(z.array(z.union([text(), contact])), {
      doc: 'Ids of contacts in letterhead.yaml, or people written out.',
      example: '[press-office]',
      expected: 'a list',
    }),
  ),
  boilerplate: maybe(
    field(markdown(), { doc: 'Id of a boilerplate in letterhead.yaml, or text.', example: 'about-mission' }),
  ),
  notes_to_editors: maybe(
    field(z.array(markdown()), {
      doc: 'Notes to editors, inline Markdown.',
      example: '["Figures are those of the Ministry."]',
      expected: 'a list of texts',
    }),
  ),
  links: maybe(
    field(z.array(z.union([addressOrExpression(), link])), {
      doc: 'Links after the text.',
      example: '["https://ruritania.example/video"]',
      expected: 'a list of addresses or of {url, label}',
    }),
  ),
  attachments: maybe(
    field(z.array(attachment), {
      doc: 'Files that go with the release: listed, not embedded.',
      example: '[{file: ceremony.jpg, title: The ceremony}]',
      expected: 'a list of {file or url, title}',
    }),
  ),
  end_mark: z._default(
    field(oneOf(['none', '###', '-30-', 'ENDS']), { doc: 'Mark at the end of the text.', example: '"###"' }),
    'none',
  ),
  occasion: maybe(
    field(occasion, {
      doc: 'The event an anniversary release recalls.',
      example: '{name: Strelsau flood, date: 1992-02-26}',
      expected: 'a map with name and date',
    }),
  ),
  translation_of: maybe(field(text(), { doc: 'Reference or file of the original.', example: 'PR/2027/07' })),
  translation_status: maybe(
    field(oneOf(TRANSLATION_STATUSES), {
      doc: 'Standing of the translation.',
      example: 'unofficial',
    }),
  ),
  authentic_language: maybe(field(languageTag(), { doc: 'Language of the authentic text.', example: 'en' })),
  corrects: maybe(
    field(corrects, {
      doc: 'The release that this one corrects.',
      example: '{reference: PR/2027/07, note: Correcting the number of years.}',
      expected: 'a map with reference and note',
    }),
  ),
  rights: maybe(
    field(text(), { doc: 'Rights line.', example: 'May be reproduced freely with attribution.' }),
  ),
  series: maybe(field(text(), { doc: 'Series the reference belongs to.', example: 'PR' })),
  approved_by: maybe(field(text(), { doc: 'Who approved it.', example: 'Anna Hentzau' })),
  vars: maybe(
    field(z.record(z.string(), textOrNothing()), {
      doc: 'Values for {{vars.x}}.',
      example: '{towns: 30}',
      expected: 'a map of names to text or numbers',
    }),
  ),
  expressions: z._default(field(z.boolean(), { doc: 'False: {{ is ordinary text.', example: false }), true),
  slug: maybe(
    field(matching(SLUG, 'is not a slug', 'letters, digits and hyphens: strelsau-flood'), {
      doc: "Name of the outputs; default: the draft's file name.",
      example: 'strelsau-flood',
    }),
  ),
  check: maybe(
    field(
      record({
        allow: maybe(
          z.array(
            record({
              rule: field(text(), { doc: 'Rule that is not to speak.', example: 'sentence-long' }),
              reason: field(text(), { doc: 'Why.', example: 'list of parliaments' }),
            }),
          ),
        ),
      }),
      {
        doc: 'Rules that do not apply here, with reasons.',
        example: '{allow: [{rule: sentence-long, reason: list of parliaments}]}',
        expected: 'a map with allow',
      },
    ),
  ),
})

/** Front matter as later stages see it. */
export type DraftFields = z.output<typeof draftFields>

/** An attachment of a draft. */
export type DraftAttachment = z.output<typeof attachment>

/** Where a release is in its life. */
export type Status = (typeof STATUSES)[number]
