import { formatPhone } from '../../release/phone.ts'
import { addressesOf, plainAddress } from '../addresses.ts'
import type { CheckContext } from '../context.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'

/** Words before a number that make it a telephone's. */
const CUE =
  /(?<!\p{L})(?:tel|telephone|phone|call|dial|fax|mobile|cell|tél|téléphone|téléc|telefon|teléfono|faks|fon|тел|телефон|факс|هاتف|فاكس|电话|電話|传真)(?!\p{L})[ .:：()]*(?:at |us at |on |no\.? |us on )?$/iu

/** A number of seven digits as it is dialled within one town. */
const LOCAL = /(?=\d)(?<![\d\p{L}+–-])(?<!\d[ )./])\d{3}[-– .]\d{4}(?![\d\p{L}–-]|[ ./]\d)/gu

/** Two ways of dialling in one number (ITU-T E.123). */
const TRUNK = /\+\d{1,3}[ ./-]?\(0\)[ ./-]?\d[\d ./-]+\d/gu

/** Telephone numbers that cannot be dialled from abroad. */
export const phoneFormat: Rule = {
  id: 'phone-format',
  group: 'form',
  severity: 'warning',
  doc: 'Catches a telephone number without area code, one with "(0)" in its international form, and a telephone link that no telephone can dial.',
  source: 'ITU-T E.123 (notation of telephone numbers), RFC 3966 (tel links).',
  bad: 'Tel: 555-0142',
  good: 'Tel: +1 212 555 0142',
  skips: ['code'],
  *check(context) {
    for (const passage of context.passages) {
      yield* local(passage)
      yield* withTrunk(passage)
    }
    yield* links(context)
  },
}

function* local(passage: IssuedPassage): Generator<RuleFinding> {
  const { text } = passage
  for (const { 0: written, index } of text.matchAll(LOCAL)) {
    if (!CUE.test(text.slice(0, index))) continue
    yield {
      ...passage.spanOf(index, index + written.length),
      message: `the telephone number "${written}" has no area code`,
      hint: 'write it in full: +1 212 555 0142',
    }
  }
}

function* withTrunk(passage: IssuedPassage): Generator<RuleFinding> {
  for (const { 0: written, index } of passage.text.matchAll(TRUNK)) {
    yield {
      ...passage.spanOf(index, index + written.length),
      message: `"${written}" has a zero that is not dialled from abroad`,
      hint: `write ${written.replace(/[ ./-]?\(0\)[ ./-]?/, ' ')}`,
    }
  }
}

function* links(context: CheckContext): Generator<RuleFinding> {
  for (const { url, start, end } of addressesOf(context)) {
    const number = /^tel:([^;?]*)/i.exec(url)?.[1]
    if (number === undefined) continue
    const country = context.letterhead.fields.address.country
    const options = { country, national: false, extensionLabel: 'ext.' }
    const view = formatPhone(plainAddress(number), options)
    // A short number, of an emergency service, has no form for abroad.
    if (/^\d{3,6}$/.test(number) || (view !== undefined && number.startsWith('+'))) continue
    yield {
      start,
      end,
      message:
        view === undefined
          ? `"${url}" is not a telephone number`
          : `"${url}" can be dialled in one country only`,
      hint: view === undefined ? 'for example tel:+12125550142' : `write ${view.href}`,
    }
  }
}
