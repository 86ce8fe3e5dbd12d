import { addressesOf, plainAddress } from '../addresses.ts'
import type { CheckContext } from '../context.ts'
import type { Rule, RuleFinding } from '../rule.ts'

/** Houses where anybody may have an address. */
const PERSONAL =
  /@(?:gmail|googlemail|hotmail|yahoo|outlook|live|aol|icloud|gmx|protonmail|proton|yandex|mail|web|qq|163|126|bk|inbox|rambler)\.(?:com|de|fr|ru|net|me|es|co\.uk|com\.tr|at|ch)$/i

const WHOLE =
  /^[^\s@<>",;]+@[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?)*\.\p{L}{2,}$/u

/** What looks like an address in running text: letters on both sides of one or more at signs. */
const IN_TEXT =
  /(?<!(?!\p{Script=Han})\p{L}|[\p{N}/._%+@=-])(?!\p{Script=Han})\p{L}(?:(?!\p{Script=Han})[\p{L}\d._+-])*@+[\p{L}\d](?:(?!\p{Script=Han})[\p{L}\d@,;._-])*/gu

/** Mailboxes of press offices, and words before an address. */
const PRESS = /^(?:press|presse|prensa|basin|metbuat|media|info|contact|office|mail)[\p{L}\d._-]*@/iu
const CUE =
  /(?:e-?mail|mail|courriel|correo|e-?posta|почт\p{L}+|بريد|邮箱|電郵)\p{L}*[ .:：(]*(?:us at |at |to )?$/iu

const EXAMPLE = 'for example press@ruritania.example'

/** Addresses for the press that no letter reaches, or that may be anybody's. */
export const emailFormat: Rule = {
  id: 'email-format',
  group: 'form',
  severity: 'error',
  doc: "Catches an e-mail address that cannot be one, and a contact's address at a house where anybody may have one.",
  source: 'RFC 5321 and 6531 (form of mailboxes); practice of press offices.',
  bad: 'Write to press@ruritania',
  good: 'Write to press@ruritania.example',
  skips: ['code'],
  *check(context) {
    yield* inText(context)
    for (const { url, start, end } of addressesOf(context)) {
      const address = /^mailto:([^?]*)/i.exec(url)?.[1]
      if (address === undefined) continue
      for (const one of address.split(',')) yield* judged(plainAddress(one).trim(), { start, end })
    }
    for (const [i, contact] of (context.fields.contacts ?? []).entries()) {
      const email = typeof contact === 'string' ? undefined : contact.email
      if (email !== undefined) yield* judged(email, context.spanOf(['contacts', i, 'email']))
    }
  },
}

function* judged(address: string, span: { start: number; end: number }): Generator<RuleFinding> {
  if (!WHOLE.test(address)) yield { ...span, message: `"${address}" is not an e-mail address`, hint: EXAMPLE }
  else if (PERSONAL.test(address))
    yield {
      ...span,
      severity: 'warning',
      message: `"${address}" is the address of a person, not of an institution`,
      hint: `write the institution's: ${EXAMPLE}`,
    }
}

/** Addresses in running text: a doubled sign, a comma for the point, or no end where one was meant. */
function* inText({ passages, source, masks }: CheckContext): Generator<RuleFinding> {
  for (const passage of passages) {
    const { start, end } = passage.spanOf(0, passage.text.length)
    const text = source.slice(start, end)
    if (!text.includes('@')) continue
    for (const { 0: match, index } of text.matchAll(IN_TEXT)) {
      const written = match.replace(/[,;._-]+$/, '')
      const span = { start: start + index, end: start + index + written.length }
      const [first = '', second = ''] = written.split(/[,;]/)
      if (WHOLE.test(first) || masks.touches('code', span) || isInLink(source, span)) continue
      const isSlip = /@@/.test(written) || /^\p{L}{2,}$/u.test(second)
      const isMeant = PRESS.test(first) || CUE.test(text.slice(0, index))
      // "react@18.2.0", "user@host": nothing that a reader writes to.
      if (!isSlip && (!isMeant || /[@.]\d/.test(first))) continue
      yield { ...span, message: `"${written}" is not an e-mail address`, hint: EXAMPLE }
    }
  }
}

function isInLink(source: string, { start }: { start: number }): boolean {
  return /(?:\]\(|<|:\/\/)[^\s()<>]*$/.test(source.slice(Math.max(0, start - 200), start))
}
