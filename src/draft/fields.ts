import * as z from 'zod/mini'
import { isLanguageTag } from '../language/find-language.ts'
import { KINDS } from '../language/language.ts'
import {
  accepted,
  civilDate,
  emailAddress,
  field,
  linesOfText,
  markdown,
  matching,
  maybe,
  oneOf,
  record,
  text,
  textList,
  webAddress,
} from '../yaml/field-types.ts'

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

const DATE_OR_INTERVAL = /^\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?$/

const languageTag = () =>
  accepted(isLanguageTag, 'is not a language tag', 'a BCP 47 tag: en, en-US, fr, az, ar, zh-Hans')

const contact = record({
  name: field(text(), { doc: 'Name of the person or office.', example: 'Anna Hentzau' }),
  role: maybe(field(text(), { doc: 'Function of the person.', example: 'Press Officer' })),
  phone: maybe(
    field(text(), {
      doc: 'Telephone, best in E.164 form with an extension.',
      example: '+1 212 555 0142 ext. 7',
    }),
  ),
  email: maybe(field(emailAddress(), { doc: 'E-mail address.', example: 'press@ruritania.example' })),
})

const link = record({
  url: field(webAddress(), { doc: 'The address.', example: 'https://ruritania.example/video' }),
  label: maybe(
    field(text(), { doc: 'What is to be read instead of the address.', example: 'Video of the ceremony' }),
  ),
})

const attachment = z.pipe(
  record({
    file: maybe(field(text(), { doc: 'File beside the draft.', example: 'ceremony.jpg' })),
    url: maybe(
      field(webAddress(), {
        doc: 'Address of a file that stands on the web.',
        example: 'https://ruritania.example/ceremony.jpg',
      }),
    ),
    title: field(text(), { doc: 'What the file is.', example: 'The ceremony in Strelsau' }),
    alt: maybe(field(text(), { doc: 'Description of a picture for those who cannot see it.' })),
    caption: maybe(field(text(), { doc: 'Caption for print.' })),
    credit: maybe(field(text(), { doc: 'Photographer or source.' })),
  }),
  z.transform((value, context) => {
    if ((value.file === undefined) === (value.url === undefined)) {
      const message = value.file ? 'has both `file` and `url`' : 'has neither `file` nor `url`'
      const hint = 'give one of them: {url: https://ruritania.example/ceremony.jpg, title: The ceremony}'
      context.issues.push({ code: 'custom', input: value, message, params: { message, hint } })
      return z.NEVER
    }
    return value
  }),
)

const caseForms = z.record(z.string(), z.union([text(), z.record(z.string(), text())]))

const occasion = record({
  name: field(z.union([text(), caseForms]), {
    doc: 'Name of the event; text, or a map per language and case.',
    example: 'Strelsau flood',
  }),
  date: field(
    matching(DATE_OR_INTERVAL, 'is not a date or interval', '1992-02-26, or 1992-02-25/1992-02-26'),
    {
      doc: 'Day of the event, or an interval (EDTF).',
      example: '1992-02-26',
    },
  ),
  observed: maybe(
    field(matching(/^\d{2}-\d{2}$/, 'is not a month and day', 'in quotes: "02-26"'), {
      doc: 'Month and day on which it is observed.',
      example: '02-26',
    }),
  ),
  kind: maybe(
    field(oneOf(['commemoration', 'celebration', 'neutral']), {
      doc: 'Tone of the occasion.',
      example: 'commemoration',
    }),
  ),
  leap_day: maybe(
    field(oneOf(['backward', 'forward', 'omit']), {
      doc: 'What 29 February becomes in common years (RFC 7529).',
      example: 'backward',
    }),
  ),
})

const corrects = record({
  reference: maybe(
    field(text(), { doc: 'Reference of the release that is corrected.', example: 'PR/2027/07' }),
  ),
  date: maybe(field(civilDate(), { doc: 'Its date.', example: '2027-02-26' })),
  type: maybe(
    field(oneOf(['correction', 'replacement', 'reissue', 'withdrawal']), {
      doc: 'What this release does to it.',
      example: 'correction',
    }),
  ),
  note: maybe(
    field(text(), {
      doc: 'What was changed, in a sentence.',
      example: 'Correcting the number of years in the third paragraph.',
    }),
  ),
  changes: maybe(
    z.array(
      record({
        where: field(text(), { doc: 'Where the change is.', example: 'paragraph 3' }),
        was: field(text(), { doc: 'Old wording.' }),
        now: field(text(), { doc: 'New wording.' }),
      }),
    ),
  ),
})

/** Front matter of a draft after aliases are resolved: one row a key (contract, "Front matter"). */
export const draftFields = record({
  headline: field(linesOfText(), {
    doc: 'Headline; may hold line breaks.',
    example: 'A statement on the floods',
  }),
  kind: z._default(field(oneOf(KINDS), { doc: 'Kind of release.', example: 'statement' }), 'press-release'),
  date: field(civilDate(), { doc: 'Civil date of the release, YYYY-MM-DD.', example: '2027-02-26' }),
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
    field(z.array(z.union([webAddress(), link])), {
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
      expected: 'a map with name and date',
    }),
  ),
  translation_of: maybe(field(text(), { doc: 'Reference or file of the original.', example: 'PR/2027/07' })),
  translation_status: maybe(
    field(oneOf(['official', 'unofficial', 'courtesy']), {
      doc: 'Standing of the translation.',
      example: 'unofficial',
    }),
  ),
  authentic_language: maybe(field(languageTag(), { doc: 'Language of the authentic text.', example: 'en' })),
  corrects: maybe(
    field(corrects, {
      doc: 'The release that this one corrects.',
      expected: 'a map with reference and note',
    }),
  ),
  rights: maybe(
    field(text(), { doc: 'Rights line.', example: 'May be reproduced freely with attribution.' }),
  ),
  series: maybe(field(text(), { doc: 'Series the reference belongs to.', example: 'PR' })),
  approved_by: maybe(field(text(), { doc: 'Who approved it.', example: 'Anna Hentzau' })),
  vars: maybe(
    field(z.record(z.string(), z.union([text(), z.boolean()])), {
      doc: 'Values for {{vars.x}}.',
      example: '{towns: 30}',
    }),
  ),
  expressions: z._default(field(z.boolean(), { doc: 'False: {{ is ordinary text.', example: false }), true),
  slug: maybe(
    field(
      matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/i, 'is not a slug', 'letters, digits and hyphens: strelsau-flood'),
      {
        doc: "Name of the outputs; default: the draft's file name.",
        example: 'strelsau-flood',
      },
    ),
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
      { doc: 'Rules that do not apply here, with reasons.', expected: 'a map with allow' },
    ),
  ),
})

/** Front matter as later stages see it. */
export type DraftFields = z.output<typeof draftFields>

/** A contact as a draft writes it out. */
export type DraftContact = z.output<typeof contact>

/** An attachment of a draft. */
export type DraftAttachment = z.output<typeof attachment>

/** Where a release is in its life. */
export type Status = (typeof STATUSES)[number]
