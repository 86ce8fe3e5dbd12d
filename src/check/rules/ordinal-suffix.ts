import { type AnniversaryWords, LAST_IN_WORDS } from '../../language/anniversary-words.ts'
import { replacement } from '../replacement.ts'
import type { Rule } from '../rule.ts'

/** Figures with an ending, and what they should be; nothing where they are right or no ordinal. */
interface Suffix {
  readonly pattern: RegExp
  right(n: number, ending: string, words: AnniversaryWords): string | undefined
}

const FIGURES = String.raw`(?<![\p{L}\p{N}/:_-]|\p{N}[.,])(\d{1,4})`
const suffix = (ending: string, right: Suffix['right']): Suffix => ({
  pattern: new RegExp(`${FIGURES}(${ending})(?![\\p{L}\\p{N}_-])`, 'giu'),
  right,
})

/** Russian endings that are too long, and the short ones: one letter behind a vowel, else two. */
const RUSSIAN: Readonly<Record<string, string>> = {
  ой: 'й',
  ый: 'й',
  ий: 'й',
  ей: 'й',
  ьей: 'й',
  ьего: 'го',
  ьему: 'му',
  ьим: 'м',
  ьих: 'х',
  ая: 'я',
  ья: 'я',
  ую: 'ю',
  ью: 'ю',
  ое: 'е',
  ье: 'е',
  ые: 'е',
  ьи: 'и',
  ого: 'го',
  его: 'го',
  ому: 'му',
  ему: 'му',
  ым: 'м',
  им: 'м',
  ом: 'м',
  ых: 'х',
  их: 'х',
  ыми: 'ми',
  ими: 'ми',
}

const SUFFIXES: Readonly<Record<string, Suffix>> = {
  en: suffix('st|nd|rd|th', own),
  fr: suffix('i?[èe]mes?|ières?|i?[èe]res?|ier', (n, ending, words) => {
    const many = ending.endsWith('s') ? 's' : ''
    if (/^i?[èe]?m/iu.test(ending)) return n === 1 ? undefined : `${n}e${many}`
    const first = words.ordinal(1, { gender: /re/u.test(ending) ? 'f' : 'm' })
    return n === 1 && first.ok ? first.text + many : undefined
  }),
  es: suffix('(?:er|r)?[oa]|d[oa]|t[oa]|m[oa]|[nv][oa]|av[oa]', (n, ending, words) => {
    const gender = /a$/iu.test(ending) ? 'f' : 'm'
    const text = words.ordinal(n, { gender, case: 'after' })
    return text.ok && /^(?:[rdtmnv]|av|er)/iu.test(ending) ? text.text : undefined
  }),
  de: suffix('s?te[nrsm]?', (n) => `${n}.`),
  ru: suffix(
    `-(?:${Object.keys(RUSSIAN).join('|')})`,
    (n, ending) => `${n}-${RUSSIAN[ending.slice(1).toLowerCase()]}`,
  ),
  az: suffix("['’-]?(?:[iıuü]?n)?c[iıuü]", own),
  tr: suffix("\\.?['’-]?[iıuü]?nc[iıuü]", (n, _, words) => turkish(n, words)),
}

/** "21th", "112nd", "28ème", "28-ой", "2020-cu". */
export const ordinalSuffix: Rule = {
  id: 'ordinal-suffix',
  group: 'facts',
  severity: 'error',
  languages: Object.keys(SUFFIXES),
  doc: 'Catches an ending behind figures that the language does not write there. Arabic and Chinese have none.',
  source:
    'Lexique de l’Imprimerie nationale; Ortografía de la lengua española, VIII; DIN 5008; Мильчин, Справочник издателя; orthographies of Azerbaijani (2019) and Turkish (TDK).',
  bad: 'the 21th session',
  good: 'the 21st session',
  skips: ['code', 'address', 'name'],
  *check({ passages, tag, language: { anniversary } }) {
    const known = SUFFIXES[tag.split('-')[0]?.toLowerCase() ?? '']
    if (!known) return
    for (const passage of passages) {
      for (const { 0: written, 1: figures = '', 2: ending = '', index } of passage.text.matchAll(
        known.pattern,
      )) {
        const n = Number(figures)
        const text = n > 0 ? known.right(n, ending, anniversary) : undefined
        if (text === undefined || text.toLowerCase() === written.toLowerCase().replace('’', "'")) continue
        const safe =
          !/\p{Lu}/u.test(ending) && !(tag.startsWith('es') && isOpen(passage.text, index, written, n))
        const range = { start: index, end: index + written.length }
        const mended = written.includes('’') ? text.replace("'", '’') : text
        yield {
          ...passage.spanOf(range.start, range.end),
          message: `"${written}": not the ending of this number`,
          hint: `write "${mended}"`,
          ...replacement(passage, range, mended, safe),
        }
      }
    }
  },
}

/** "5ta Avenida" is a name, and "3.º puente" should be "3.er puente". */
function isOpen(text: string, at: number, written: string, n: number): boolean {
  const isCut = (n % 10 === 1 || n % 10 === 3) && n % 100 !== 11
  return /^ \p{Lu}/u.test(text.slice(at + written.length)) || (isCut && !written.endsWith('a'))
}

function own(n: number, _: string, words: AnniversaryWords): string | undefined {
  const text = words.ordinal(n)
  return text.ok ? text.text : undefined
}

/** "28'inci", "3'üncü", "20'nci": what the ordinal in words has behind the cardinal. */
function turkish(n: number, words: AnniversaryWords): string | undefined {
  const rest = n % 1000
  if (rest === 0 || rest > LAST_IN_WORDS) return undefined
  const [cardinal, ordinal] = [words.cardinalInWords(rest), words.ordinalInWords(rest)]
  if (!cardinal.ok || !ordinal.ok) return undefined
  const ending = /[ıiuü]nc[ıiuü]$/u.exec(ordinal.text)?.[0] ?? ''
  return `${n}'${/[aeıioöuü]$/u.test(cardinal.text) ? ending.slice(1) : ending}`
}
