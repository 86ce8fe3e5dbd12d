import type { Rule } from '../rule.ts'

/** Words of an institution's name that say nothing of which one it is. */
const COMMON =
  /^(?:permanent|mission|embassy|consulate|general|ministry|office|department|institute|national|united|nations|republic|kingdom|foreign|affairs|state|public|university|foundation|council|bureau|agency|centre|center|association|society|company|from|with)$/iu

/** A release that does not say who issues it where readers look first. */
export const issuerMissing: Rule = {
  id: 'issuer-missing',
  group: 'form',
  // The letterhead itself names the institution in most houses: those that want it in the text ask for it.
  severity: 'off',
  // In other languages names decline, and the letterhead may name itself in English only.
  languages: ['en'],
  doc: 'Catches a release whose headline, summary and first two paragraphs do not name the institution of the letterhead; one that ends with a text about it is left alone. Off unless a project asks for it, since letterheads print the name.',
  source: 'Business Wire, common errors in press releases: the issuer is not named.',
  bad: 'The new bridge opens on Friday.',
  good: 'Ruritania opens its new bridge on Friday.',
  skips: [],
  *check({ passages, release, spanOf }) {
    const { institution } = release
    const names = [institution.name, institution.shortName]
    // A text about the issuer at the end says who it is.
    if (institution.language.split('-')[0] !== 'en' || release.boilerplate !== undefined) return
    const heads = passages.filter(({ kind }) => kind === 'field')
    const lead = passages.filter(({ kind, fixed }) => kind === 'paragraph' && fixed === undefined).slice(0, 2)
    const text = [...heads, ...lead]
      .map((passage) => passage.text)
      .join('\n')
      .toLowerCase()
    if (lead.length === 0 || /(?<!\p{L})(?:we|our)(?!\p{L})/u.test(text)) return
    const words = names.flatMap((name) => name.split(/[\s,()]+/u))
    const telling = words.filter((word) => word.length > 2 && /^\p{Lu}/u.test(word) && !COMMON.test(word))
    const own = words.filter((word) =>
      /^(?:Mission|Embassy|Consulate|Ministry|Office|Department|Institute|University|Foundation|Council|Bureau|Agency|Centre|Center|Association|Society|Company)$/u.test(
        word,
      ),
    )
    const initials = names.map((name) => name.replace(/[^\p{Lu}]/gu, '')).filter(({ length }) => length > 2)
    // "The Embassy invites journalists", under a letterhead of an embassy.
    const isNamed =
      names.some((name) => text.includes(name.toLowerCase())) ||
      own.some((word) => text.includes(`the ${word.toLowerCase()}`)) ||
      telling.some((word) => text.includes(stem(word))) ||
      initials.some((short) => text.includes(short.toLowerCase()))
    if (isNamed || telling.length === 0) return
    const message = `neither headline nor first paragraphs name the issuer, "${institution.shortName}"`
    yield { ...spanOf(['headline']), message, hint: `say who issues it: ${institution.shortName} …` }
  },
}

// "Ruritania", "the Ruritanian envoy".
function stem(word: string): string {
  return word.toLowerCase().slice(0, Math.max(4, word.length - 2))
}
