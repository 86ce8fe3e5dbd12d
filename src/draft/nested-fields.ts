import * as z from 'zod/mini'
import { type DayFault, readInterval, readMonthDay } from '../language/event-days.ts'
import { CORRECTION_TYPES } from '../language/language.ts'
import {
  civilDate,
  emailAddress,
  field,
  maybe,
  oneOf,
  type Refusal,
  read,
  record,
  scalar,
  text,
  webAddressOr,
} from '../yaml/field-types.ts'

/** A day, or two days with a slash between them (EDTF), kept as text. */
const dateOrInterval = () => dayText(readInterval)

/** Month and day that exist in some year, kept as text. */
const monthDay = () => dayText(readMonthDay)

function dayText(readDay: (text: string) => object | DayFault) {
  return read(scalar, (value): string | { refused: Refusal } => {
    const written = String(value).trim()
    const day = readDay(written)
    return 'rule' in day ? { refused: day } : written
  })
}

/** A web address; one that holds an expression is judged once its value is known. */
export const addressOrExpression = () => webAddressOr((text) => text.includes('{{'))

/** A person or office for the press, written out. */
export const contact = record({
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

/** An address with the words that stand for it. */
export const link = record({
  url: field(addressOrExpression(), { doc: 'The address.', example: 'https://ruritania.example/video' }),
  label: maybe(
    field(text(), { doc: 'What is to be read instead of the address.', example: 'Video of the ceremony' }),
  ),
})

/** A file that goes with the release: beside the draft, or on the web. */
export const attachment = z.pipe(
  record({
    file: maybe(field(text(), { doc: 'File beside the draft.', example: 'ceremony.jpg' })),
    url: maybe(
      field(addressOrExpression(), {
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

/** The event that an anniversary release recalls (contract, "Occasion"). */
export const occasion = record({
  name: field(z.union([text(), caseForms]), {
    doc: 'Name of the event; text, or a map per language and case.',
    example: 'Strelsau flood',
  }),
  date: field(dateOrInterval(), { doc: 'Day of the event, or an interval (EDTF).', example: '1992-02-26' }),
  observed: maybe(
    field(monthDay(), {
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

/** What a correction is about (conventions, 1.4). */
export const corrects = record({
  reference: maybe(
    field(text(), { doc: 'Reference of the release that is corrected.', example: 'PR/2027/07' }),
  ),
  date: maybe(field(civilDate(), { doc: 'Its date.', example: '2027-02-26' })),
  type: maybe(
    field(oneOf(CORRECTION_TYPES), {
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
