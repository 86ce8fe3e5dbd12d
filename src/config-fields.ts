import * as z from 'zod/mini'
import { FORMATS } from './formats.ts'
import { isLanguageTag } from './language/find-language.ts'
import { findZone } from './language/zone-names.ts'
import { accepted, field, maybe, oneOf, record, text } from './yaml/field-types.ts'

const count = () => z.number().check(z.int(), z.positive())

const languageTag = () => accepted(isLanguageTag, 'is not a language tag', 'a BCP 47 tag: en, fr, zh-Hans')

/** A form of the house, with what is not to be written for it. */
const houseTerm = record({
  use: field(text(), { doc: 'Form of the house.', example: 'Côte d’Ivoire' }),
  avoid: maybe(
    field(z.array(text()), { doc: 'Forms to avoid.', example: '[Ivory Coast]', expected: 'a list of texts' }),
  ),
  article: maybe(
    field(oneOf(['the', 'none']), { doc: 'Article before a name in English text.', example: 'the' }),
  ),
  language: maybe(
    field(languageTag(), { doc: 'Language of the releases that it is for; default: all.', example: 'en' }),
  ),
})

const houseTerms = () =>
  field(z.array(z.union([text(), houseTerm])), {
    doc: 'Names and terms as the house writes them.',
    example: '[New Zenda, {use: Côte d’Ivoire, avoid: [Ivory Coast]}]',
    expected: 'a list of terms or of {use, avoid, article, language}',
  })

/** `terms.yaml`, beside the configuration: `check.terms` in a file of its own. */
export const termsFields = record({ terms: houseTerms() })

/** `quotes.yaml`, beside the configuration: quotations as they were approved. */
export const quotesFields = record({
  quotes: field(
    z.array(
      record({
        speaker: field(text(), { doc: 'Who said or decided it.', example: 'Anna Hentzau' }),
        text: field(text(), {
          doc: 'The words, whole, without quotation marks.',
          example: 'We thank our neighbours for all that they did in that night.',
        }),
        language: field(languageTag(), { doc: 'Language of the words.', example: 'en' }),
        source: maybe(
          field(text(), { doc: 'Where they were said.', example: 'Statement of 26 February 2027' }),
        ),
      }),
    ),
    {
      doc: 'Approved quotations.',
      example: '[{speaker: Anna Hentzau, text: We thank our neighbours., language: en}]',
      expected: 'a list of {speaker, text, language, source}',
    },
  ),
})

/** `release.config.yaml`: one row a key (contract, "Configuration"). */
export const configFields = record({
  drafts: maybe(
    field(z.union([text(), z.array(text())]), {
      doc: 'Files, folders or globs that `build` without arguments takes.',
      example: '[drafts]',
    }),
  ),
  output: maybe(field(text(), { doc: 'Folder for the outputs.', example: 'out' })),
  formats: maybe(
    field(z.array(oneOf(FORMATS)).check(z.minLength(1)), {
      doc: 'Formats to build.',
      example: '[html, pdf, text]',
      expected: 'a list',
    }),
  ),
  letterhead: maybe(field(text(), { doc: 'Name of the letterhead, or its folder.', example: 'mission' })),
  letterheads: maybe(
    field(text(), { doc: 'Folder that holds your letterheads, one folder each.', example: 'letterheads' }),
  ),
  timezone: maybe(
    field(
      accepted(
        (zone) => findZone(zone) !== undefined,
        'is not a time zone',
        'an IANA name: America/New_York',
      ),
      {
        doc: 'IANA zone of an embargo that names none.',
        example: 'America/New_York',
      },
    ),
  ),
  check: maybe(
    field(
      record({
        rules: maybe(
          field(z.record(z.string(), oneOf(['off', 'info', 'warning', 'error'])), {
            doc: 'Levels of rules: off, info, warning or error.',
            example: '{repeated-word: off}',
            expected: 'a map of rules to levels',
          }),
        ),
        terms: maybe(houseTerms()),
        thresholds: maybe(
          field(z.record(z.string(), z.number()), {
            doc: 'Numbers that rules compare with, by name.',
            example: '{headline_length: 100}',
            expected: 'a map of names to numbers',
          }),
        ),
        reference: maybe(
          field(accepted(isPattern, 'is not a regular expression', "'PR/\\d{4}/\\d{2}'"), {
            doc: 'Regular expression that every reference matches as a whole.',
            example: 'PR/\\d{4}/\\d{2}',
          }),
        ),
      }),
      { doc: 'Levels, terms, thresholds and the reference of `release check`.', expected: 'a map' },
    ),
  ),
  browser: maybe(
    field(text(), { doc: 'Chrome, Chromium or Edge to print with.', example: '/usr/bin/chromium' }),
  ),
  limits: maybe(
    field(
      record({
        draft_bytes: maybe(field(count(), { doc: 'Largest draft, bytes.', example: 500_000 })),
        image_bytes: maybe(field(count(), { doc: 'Largest image file, bytes.', example: 10_000_000 })),
        image_pixels: maybe(field(count(), { doc: 'Largest image, pixels.', example: 40_000_000 })),
        pages: maybe(field(count(), { doc: 'Most pages a PDF may have.', example: 50 })),
      }),
      { doc: 'Limits that protect a batch from one bad draft.', expected: 'a map' },
    ),
  ),
})

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}

/** `check` of the configuration, with what lies in files beside it. */
export type CheckFields = NonNullable<z.output<typeof configFields>['check']> &
  Partial<z.output<typeof quotesFields>>
