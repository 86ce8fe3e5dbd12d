import type { IssuedPassage } from '../passages.ts'
import type { Rule } from '../rule.ts'

interface Use {
  readonly passage: IssuedPassage
  readonly from: number
  readonly to: number
  readonly form: string
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}’']*"

const NAME = new RegExp(`(?=\\p{Lu})(?<![\\p{L}\\p{N}’'-])${WORD}(?:-${WORD})*(?![\\p{L}\\p{N}-])`, 'gu')

/** One name in two spellings: hyphen or blank, accents, capitals within, one letter. */
export const nameInconsistent: Rule = {
  id: 'name-inconsistent',
  group: 'language',
  severity: 'warning',
  languages: ['en', 'fr', 'es', 'ru', 'az', 'tr'],
  doc: 'Catches a name of one or several capitalised words that stands in the text in two spellings: hyphen or space, accents, capitals within, or one letter.',
  source: 'Business Wire, common errors in press releases: names spelled in two ways.',
  bad: 'Alsace-Lorraine … Alsace Lorraine',
  good: 'Alsace-Lorraine … Alsace-Lorraine',
  skips: ['code', 'address', 'name', 'heading'],
  *check({ passages, tag }) {
    const prose = passages.filter(({ kind, fixed }) => kind === 'paragraph' && fixed === undefined)
    const text = prose.map((passage) => passage.text).join('\n')
    const told = new Set<string>()
    for (const [one, other] of [...sameKey(prose), ...oneLetter(prose, text, tag)]) {
      const [rare, usual] = one.length < other.length ? [one, other] : [other, one]
      const usualForm = usual[0]?.form ?? ''
      for (const { passage, from, to, form } of rare) {
        if (told.has(`${form}/${usualForm}`)) continue
        told.add(`${form}/${usualForm}`)
        const message = `"${form}", and elsewhere "${usualForm}": is it the same name?`
        const first = usual[0]
        const related = first ? [{ ...first.passage.spanOf(first.from, first.to), message: usualForm }] : []
        yield { ...passage.spanOf(from, to), message, hint: 'write it in one way', related }
      }
    }
  },
}

// Cyrillic й is a letter of its own, and no и with a mark.
const keyOf = (form: string) =>
  /^[A-Za-z ]+$/.test(form) ? form.replaceAll(' ', '').toLowerCase() : plainKey(form)

const plainKey = (form: string) =>
  form
    .replace(/[йЙ]/gu, 'ꙁ')
    .normalize('NFD')
    .replace(/[\p{M}\s’'-]/gu, '')
    .toLowerCase()

/** Names with the same letters and other hyphens, accents or capitals. */
function sameKey(prose: readonly IssuedPassage[]): [Use[], Use[]][] {
  const forms = new Map<string, Map<string, Use[]>>()
  for (const use of prose.flatMap(namesOf)) {
    const key = keyOf(use.form)
    const uses = forms.get(key) ?? new Map<string, Use[]>()
    forms.set(key, uses)
    const plain = use.form.replace(/’/g, "'")
    uses.set(plain, [...(uses.get(plain) ?? []), use])
  }
  return [...forms.values()].flatMap((uses): [Use[], Use[]][] => {
    const [first, ...others] = [...uses.values()].sort((a, b) => b.length - a.length)
    return first ? others.map((one) => [one, first]) : []
  })
}

/** Capitalised words and pairs of them; not the first of a sentence, whose capital is grammar's. */
function namesOf(passage: IssuedPassage): Use[] {
  const { text } = passage
  const words = [...text.matchAll(NAME)]
  return words.flatMap((word, i) => {
    const next = words[i + 1]
    const end = word.index + word[0].length
    const isPair = next !== undefined && next.index === end + 1 && text[end] === ' '
    const spans = [end, ...(isPair ? [next.index + next[0].length] : [])]
    return spans.flatMap((to): Use[] => {
      const form = text.slice(word.index, to).replace(/['’]s?$/u, '')
      if (form.length < 5 || /^[\p{Lu}\p{N}\s’'-]+$/u.test(form)) return []
      if (isFirst(text, word.index) && !form.includes('-')) return []
      return [{ passage, from: word.index, to: word.index + form.length, form }]
    })
  })
}

function isFirst(text: string, at: number): boolean {
  return at === 0 || /(?:[.!?:…][”"»)]*\s+|[“"«(]\s?)$/u.test(text.slice(Math.max(0, at - 8), at))
}

/** Long words with capitals that differ by one letter, where one stands once and the other more often. */
function oneLetter(prose: readonly IssuedPassage[], text: string, tag: string): [Use[], Use[]][] {
  const forms = new Map<string, Use[]>()
  for (const passage of prose) {
    for (const { index, 0: form } of passage.text.matchAll(
      /(?=\p{Lu})(?<![\p{L}\p{N}’'-])\p{Lu}\p{Ll}{6,}(?![\p{L}\p{N}])/gu,
    )) {
      const use = { passage, from: index, to: index + form.length, form }
      forms.set(form, [...(forms.get(form) ?? []), use])
    }
  }
  // Words that also stand with a small letter are no names; endings change by case and number.
  const isName = (form: string) =>
    !new RegExp(`(?<!\\p{L})${form.charAt(0).toLowerCase()}${form.slice(1)}(?!\\p{Ll})`, 'u').test(text)
  const tail = tag.startsWith('en') ? 2 : 3
  const all = [...forms]
  return all.flatMap(([form, uses]): [Use[], Use[]][] =>
    uses.length > 1
      ? []
      : all.flatMap(([other, others]): [Use[], Use[]][] =>
          others.length > 1 && differByOne(form, other, tail) && isName(form) && isName(other)
            ? [[uses, others]]
            : [],
        ),
  )
}

function differByOne(a: string, b: string, tail: number): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  if (i < 2 || i >= Math.min(a.length, b.length) - tail) return false
  const rest = (word: string, skip: number) => word.slice(i + skip)
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1)
}
