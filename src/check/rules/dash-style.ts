import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'
import { countWords } from '../scan/sentences.ts'

/** The dash with blanks around it that a language has, where the text itself shows none. */
const CUSTOM: Readonly<Record<string, string>> = {
  en: '—',
  fr: '—',
  es: '—',
  ru: '—',
  de: '–',
  tr: '–',
  az: '–',
}

/** Two letters before and behind: not minus, not the hyphen of a range, not an item of a list. */
const HYPHEN = /(?<=[\p{L})”»,]) (?:-|--|---) (?=[\p{L}(“«])|(?<=\p{L})--(?=\p{L})/gu

/** A hyphen for a dash, and in English dashes with and without blanks in one text. */
export const dashStyle: Rule = {
  id: 'dash-style',
  group: 'language',
  severity: 'warning',
  languages: Object.keys(CUSTOM),
  doc: 'Catches " - " and "--" for a dash; in English also a dash without blanks in a text whose dashes have them, or the reverse.',
  source: 'Chicago Manual of Style: hyphens and dashes; Duden, Gedankenstrich; Мильчин, тире.',
  bad: 'in March - just weeks later',
  good: 'in March — just weeks later',
  skips: ['code', 'address', 'name'],
  *check({ passages, tag }) {
    const language = tag.split('-')[0] ?? ''
    const prose = passages.filter(({ kind, fixed }) => (kind === 'paragraph' || kind === 'field') && !fixed)
    const all = prose.map(({ text }) => text).join('\n')
    const count = (pattern: RegExp) => (/[—–]/u.test(all) ? [...all.matchAll(pattern)].length : 0)
    const [spacedEm, spacedEn] = [count(/\p{L} — \p{L}/gu), count(/\p{L} – \p{L}/gu)]
    const custom = spacedEm === spacedEn ? CUSTOM[language] : spacedEm > spacedEn ? '—' : '–'
    const bare = count(/\p{L}—\p{L}/gu)
    const fresh = language === 'en' && bare > spacedEm + spacedEn ? '—' : ` ${custom} `
    for (const passage of prose) {
      if (!/ -|--/.test(passage.text)) continue
      for (const { index, 0: written } of passage.text.matchAll(HYPHEN)) {
        const [from, to] = [index, index + written.length]
        // "Tel - Fax", "Strelsau - Press release": short stretches are parted, not broken off.
        const before = passage.text.slice(Math.max(0, from - 80), from)
        const isTerm = countWords(before) < 4 || countWords(passage.text) < 8
        if (isTerm || isPair(passage.text, from, to)) continue
        const message = `"${written.trim()}" stands for a dash`
        const hint = `write "${fresh}"`
        yield { ...passage.spanOf(from, to), message, hint, ...fixOf(passage, from, to, fresh) }
      }
    }
    if (language === 'en') yield* mixed(prose, bare, spacedEm)
  },
}

// "Alsace - Lorraine": a name with blanks around its hyphen wants no dash.
function isPair(text: string, from: number, to: number): boolean {
  return (
    /\p{Lu}[\p{L}.]*$/u.test(text.slice(Math.max(0, from - 40), from)) &&
    /^\p{Lu}/u.test(text.slice(to, to + 2))
  )
}

function fixOf(passage: IssuedPassage, from: number, to: number, text: string) {
  const span = passage.spanOf(from, to)
  return passage.isFilled(from, to) || span.end - span.start !== to - from
    ? {}
    : { fix: { ...span, text, safe: true } }
}

function* mixed(prose: readonly IssuedPassage[], bare: number, spaced: number) {
  // Which is the rule must be plain: three of one kind to each of the other.
  if (Math.min(bare, spaced) === 0 || Math.max(bare, spaced) < 3 * Math.min(bare, spaced)) return
  const isBareOdd = bare < spaced
  const pattern = isBareOdd ? /(?<=\p{Ll})—(?=\p{Ll})/gu : /(?<=\p{Ll}) — (?=\p{Ll})/gu
  for (const passage of prose) {
    for (const { index, 0: written } of passage.text.matchAll(pattern)) {
      const span = passage.spanOf(index, index + written.length)
      const message = isBareOdd
        ? 'a dash without spaces, where the others have them'
        : 'a dash with spaces, where the others have none'
      const text = isBareOdd ? ' — ' : '—'
      const fix = { ...span, text, safe: false }
      yield {
        ...span,
        message,
        hint: `write "${text}"`,
        ...(span.end - span.start === written.length ? { fix } : {}),
      }
    }
  }
}
