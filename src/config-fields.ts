import * as z from 'zod/mini'
import { FORMATS } from './formats.ts'
import { findZone } from './language/zone-names.ts'
import { accepted, field, maybe, oneOf, record, text } from './yaml/field-types.ts'

const count = () => z.number().check(z.int(), z.positive())

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
        terms: maybe(
          field(
            z.array(
              z.union([
                text(),
                record({
                  use: field(text(), { doc: 'Form of the house.', example: 'Côte d’Ivoire' }),
                  avoid: field(z.array(text()), { doc: 'Forms to avoid.', example: '[Ivory Coast]' }),
                }),
              ]),
            ),
            {
              doc: 'Names and terms as the house writes them.',
              example: '[New Zenda, {use: Côte d’Ivoire, avoid: [Ivory Coast]}]',
              expected: 'a list of terms or of {use, avoid}',
            },
          ),
        ),
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

/** `check` of the configuration. */
export type CheckFields = NonNullable<z.output<typeof configFields>['check']>
