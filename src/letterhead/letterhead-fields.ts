import * as z from 'zod/mini'
import { isLanguageTag } from '../language/find-language.ts'
import { KINDS, TRANSLATION_STATUSES } from '../language/language.ts'
import {
  accepted,
  emailAddress,
  field,
  markdown,
  matching,
  maybe,
  oneOf,
  record,
  text,
} from '../yaml/field-types.ts'

const perLanguage = (doc: string, example: string) =>
  field(z.union([text(), z.record(z.string(), text())]), {
    doc: `${doc} Text, or a map per language.`,
    example,
  })

const phone = z.union([
  text(),
  record({
    number: field(text(), { doc: 'Number in E.164 form.', example: '"+12125550142"' }),
    ext: maybe(field(text(), { doc: 'Extension.', example: '"101"' })),
  }),
])

const weights = () => z.array(z.number().check(z.int(), z.gte(1), z.lte(1000)))

const texts = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, maybe(text())]))

const labelNames = [
  'tel',
  'fax',
  'extension',
  'email',
  'links',
  'attachments',
  'notesToEditors',
  'about',
] as const
const moreLabelNames = [
  'contacts',
  'footnotes',
  'forImmediateRelease',
  'draft',
  'watermark',
  'withdrawn',
  'credit',
  'authenticText',
] as const

/** `letterhead.yaml`: one row a key. */
export const letterheadFields = record({
  institution: field(
    record({
      name: field(perLanguage('Full name.', 'Permanent Mission of Ruritania to the United Nations'), {
        doc: 'Full name; text, or a map per language.',
        example: 'Permanent Mission of Ruritania to the United Nations',
      }),
      short_name: maybe(perLanguage('Name in the running head of later pages.', 'Mission of Ruritania')),
      type: maybe(
        field(text(), { doc: 'schema.org type of the issuer.', example: 'GovernmentOrganization' }),
      ),
    }),
    {
      doc: 'The institution that issues the releases.',
      example: '{name: Permanent Mission of Ruritania}',
      expected: 'a map with name',
    },
  ),
  address: field(
    record({
      street: field(text(), { doc: 'Street and number.', example: '100 Example Avenue' }),
      unit: maybe(field(text(), { doc: 'Suite, floor.', example: 'Suite 1200' })),
      city: field(text(), { doc: 'Town.', example: 'New York' }),
      region: maybe(field(text(), { doc: 'State or province, as the post writes it.', example: 'NY' })),
      postcode: maybe(field(text(), { doc: 'Postal code.', example: '"10017"' })),
      country: field(matching(/^[A-Z]{2}$/, 'is not a country code', 'ISO 3166: US, AZ, DE'), {
        doc: 'Country, ISO 3166-1 alpha-2.',
        example: 'US',
      }),
      country_name: maybe(
        field(text(), { doc: 'Country as the address prints it, for readers abroad.', example: 'USA' }),
      ),
    }),
    {
      doc: 'Postal address, as fields.',
      example: '{street: 100 Example Avenue, city: New York, country: US}',
      expected: 'a map with street, city and country',
    },
  ),
  phones: maybe(
    field(z.array(phone), {
      doc: 'Telephones in E.164 form.',
      example: '["+12125550142"]',
      expected: 'a list',
    }),
  ),
  faxes: maybe(
    field(z.array(phone), {
      doc: 'Fax numbers in E.164 form.',
      example: '["+12125550143"]',
      expected: 'a list',
    }),
  ),
  phone_format: maybe(
    field(oneOf(['national', 'international']), {
      doc: 'How numbers are printed (ITU-T E.123); default international.',
      example: 'national',
    }),
  ),
  email: maybe(field(emailAddress(), { doc: 'E-mail of the institution.', example: 'un@ruritania.example' })),
  web: maybe(
    field(matching(/^https?:\/\/\S+$/, 'is not a web address', 'https://ruritania.example'), {
      doc: 'Web site.',
      example: 'https://ruritania.example',
    }),
  ),
  contacts: maybe(
    field(
      z.record(
        z.string(),
        record({
          name: field(text(), { doc: 'Name of the person or office.', example: 'Anna Hentzau' }),
          role: maybe(
            field(perLanguage('Function.', 'Press Officer'), {
              doc: 'Function; text, or a map per language.',
            }),
          ),
          phone: maybe(field(phone, { doc: 'Telephone.', example: '"+12125550142"' })),
          email: maybe(field(emailAddress(), { doc: 'E-mail.', example: 'press@ruritania.example' })),
        }),
      ),
      { doc: 'Contacts by id, for the key `contacts` of drafts.', expected: 'a map of ids' },
    ),
  ),
  boilerplate: maybe(
    field(
      z.record(
        z.string(),
        record({
          heading: maybe(perLanguage('Heading.', 'About the Mission')),
          text: field(z.union([markdown(), z.record(z.string(), markdown())]), {
            doc: 'Markdown; text, or a map per language.',
          }),
        }),
      ),
      { doc: 'Boilerplate by id, for the key `boilerplate` of drafts.', expected: 'a map of ids' },
    ),
  ),
  paper: field(oneOf(['letter', 'a4']), { doc: 'Paper size.', example: 'a4' }),
  language: maybe(
    field(accepted(isLanguageTag, 'is not a language tag', 'a BCP 47 tag: en, en-US, fr, az, ar, zh-Hans'), {
      doc: 'Language of drafts that name none; default en.',
      example: 'en',
    }),
  ),
  label: maybe(
    field(z.boolean(), { doc: 'True: the kind of release stands above the headline.', example: true }),
  ),
  release_line: maybe(
    field(z.boolean(), {
      doc: 'True: "For immediate release" stands on releases without embargo.',
      example: true,
    }),
  ),
  rights: maybe(
    field(perLanguage('Rights line of releases that have none.', 'May be reproduced freely.'), {
      doc: 'Rights line of releases that have none.',
    }),
  ),
  logo: maybe(
    field(record({ file: text(), alt: text() }), {
      doc: "Picture in the masthead, in the letterhead's folder.",
      expected: 'a map with file and alt',
    }),
  ),
  labels: maybe(
    field(
      z.record(
        z.string(),
        record({
          ...texts([...labelNames, ...moreLabelNames]),
          kinds: maybe(record(texts(KINDS))),
          translations: maybe(record(texts(TRANSLATION_STATUSES))),
        }),
      ),
      {
        doc: 'Your own words for fixed labels, by language.',
        example: '{en: {contacts: Press office}}',
        expected: 'a map of languages',
      },
    ),
  ),
  fonts: field(
    z.array(
      record({
        family: field(text(), { doc: 'Family name, as the CSS names it.', example: 'Source Serif 4' }),
        package: maybe(
          field(text(), { doc: 'fontsource package.', example: '"@fontsource/source-serif-4"' }),
        ),
        files: maybe(
          z.array(
            record({
              file: text(),
              weight: z.number().check(z.int(), z.gte(1), z.lte(1000)),
              style: z._default(oneOf(['normal', 'italic']), 'normal'),
            }),
          ),
        ),
        weights: z._default(weights(), [400, 700]),
        italics: z._default(weights(), []),
        optional: z._default(z.boolean(), false),
      }),
    ),
    {
      doc: 'Fonts to embed, in the order in which a character is looked for.',
      example: '[{family: Source Serif 4, package: "@fontsource/source-serif-4"}]',
      expected: 'a list of fonts',
    },
  ),
})

/** `letterhead.yaml` as read. */
export type LetterheadFields = z.output<typeof letterheadFields>
