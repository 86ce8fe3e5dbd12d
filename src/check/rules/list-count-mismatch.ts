import type { List, Nodes, Root } from 'mdast'
import type { CheckContext } from '../context.ts'
import { lettersOf, nodesOf } from '../nodes.ts'
import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'
import { isApproximate } from '../scan/approximate.ts'
import { findCardinals } from '../scan/find-cardinals.ts'
import { findTable } from '../scan/find-table.ts'
import { JOINED, LISTS, type ListWords } from '../scan/lists.ts'
import { normalise } from '../scan/normalise.ts'

/** How many items a list may have: more where it is not certain what a joint joins. */
interface Count {
  readonly least: number
  readonly most: number
  readonly items: readonly string[]
}

/** What says that a list goes on. */
const OPEN =
  /(?<!\p{L})(?:others?|etc|autres|otr[oa]s|andere[nr]?|usw|другие|др|başqa\p{L}*|digər\p{L}*|s\.|diğer\p{L}*|vb|وغير\p{L}*|وآخر\p{L}*|آخر\p{L}*)(?!\p{L})|等|其他/u

/** What a list stands behind. */
const LIST = /[(（:：]/u

/** "Fifteen countries" before fourteen names. */
export const listCountMismatch: Rule = {
  id: 'list-count-mismatch',
  group: 'facts',
  severity: 'error',
  languages: Object.keys(LISTS),
  doc: 'Catches a number of things before a list, in brackets, behind a colon or of Markdown, with nearly but not quite so many items. A list that is far shorter is taken for examples.',
  source: 'Business Wire, common errors in press releases: numbers that do not add up.',
  bad: 'five towns (Strelsau, Zenda, Hofbau and Festenburg)',
  good: 'four towns (Strelsau, Zenda, Hofbau and Festenburg)',
  skips: ['code', 'address'],
  *check(context) {
    const { passages, scanOf, tag, language } = context
    const primary = tag.split('-')[0]?.toLowerCase() ?? ''
    const [words, table] = [LISTS[primary], findTable(language)]
    if (!words || !table) return
    for (const passage of passages) {
      const { text } = passage
      if (!LIST.test(text)) continue
      for (const { start, end, n } of scanOf(passage).cardinals) {
        if (n < 2 || n > 99 || isApproximate(tag, text, start)) continue
        const noun = words.noun.exec(text.slice(end))?.[0]
        const list = noun === undefined ? undefined : listAt(text, end + noun.length, words, primary === 'zh')
        const isPlain =
          list !== undefined &&
          !OPEN.test(list) &&
          findCardinals(normalise(list), language.anniversary, table).length === 0
        const count = !isPlain ? undefined : countOf(list, words, primary === 'zh')
        if (!count || (n >= count.least && n <= count.most)) continue
        const far = Math.min(Math.abs(n - count.least), Math.abs(n - count.most))
        if (far > farthest(n) || isPartOfOther(context, passage, start, end)) continue
        yield {
          ...passage.spanOf(start, end),
          message: `"${text.slice(start, end)}${noun}", but ${count.most} items: ${count.items.join('; ')}`,
          hint: HINT,
        }
      }
    }
    yield* listsOfMarkdown(context, words)
  },
}

const HINT = 'mend the number or the list: which of the two is wrong?'

/** A list that is farther from its number is taken for examples. */
function farthest(n: number): number {
  return Math.max(1, Math.round(n * 0.2))
}

/** True for a number that is that of a date or of an anniversary. */
function isPartOfOther(
  { scanOf }: CheckContext,
  passage: IssuedPassage,
  start: number,
  end: number,
): boolean {
  const { dates, phrases } = scanOf(passage)
  return [...dates, ...phrases].some((other) => start < other.end && end > other.start)
}

/** "The committee has four members:" before a list of three. */
function* listsOfMarkdown(context: CheckContext, words: ListWords): Generator<RuleFinding> {
  const { tree, passages, scanOf, tag } = context
  for (const [before, list] of introduced(tree)) {
    const [from, to] = [before.position?.start.offset ?? 0, before.position?.end.offset ?? 0]
    const passage = passages.find(({ text, spanOf }) => {
      const span = spanOf(0, text.length)
      return span.start >= from && span.end <= to
    })
    const items = list.children.length
    if (!passage || items < 2 || OPEN.test(lettersOf(list.children.at(-1) as Nodes))) continue
    const { text } = passage
    for (const { start, end, n } of scanOf(passage).cardinals) {
      const noun = words.noun.exec(text.slice(end))?.[0]
      // With more words before the colon the number may be that of something else.
      if (noun === undefined || !/^ ?[:：]\s*$/u.test(text.slice(end + noun.length))) continue
      if (n < 2 || n > 99 || n === items || Math.abs(n - items) > farthest(n)) continue
      if (isApproximate(tag, text, start) || isPartOfOther(context, passage, start, end)) continue
      const message = `"${text.slice(start, end)}${noun}", but a list of ${items} items`
      yield { ...passage.spanOf(start, end), message, hint: HINT }
    }
  }
}

/** Lists with the paragraph right before each; not one that goes on counting where another has ended. */
function* introduced(tree: Root): Generator<[Nodes, List]> {
  for (const parent of nodesOf(tree)) {
    if (!('children' in parent)) continue
    for (const [i, list] of parent.children.entries()) {
      const before = parent.children[i - 1]
      if (list.type === 'list' && before?.type === 'paragraph' && (list.start ?? 1) === 1)
        yield [before, list]
    }
  }
}

/** What stands in brackets there, without brackets inside, or from a colon to the end of the sentence. */
function listAt(text: string, at: number, { and }: ListWords, isUnspaced: boolean): string | undefined {
  const colon = /^\s?[:：] ?([^.:：!?。！？؟()（）–—\ufffc]+)(?:[.。]|$)/u.exec(text.slice(at))?.[1]
  // A sentence is no list: items behind a colon are short.
  if (colon)
    return colon
      .replace(and, ',')
      .split(/[,،，、]/u)
      .every((item) => isShort(item, isUnspaced ? 8 : 4, isUnspaced))
      ? colon
      : undefined
  if (!/^\s?[(（]/u.test(text.slice(at))) return undefined
  const open = text.slice(at).search(/[(（]/u) + at
  let [depth, inside] = [0, '']
  for (let i = open; i < text.length; i++) {
    const char = text[i] ?? ''
    if (/[(（]/u.test(char)) depth++
    else if (/[)）]/u.test(char)) depth--
    else if (depth === 1) inside += char
    if (depth === 0) return inside
  }
  return undefined
}

function countOf(list: string, { and, never }: ListWords, isUnspaced: boolean): Count | undefined {
  if (/[\d\ufffc.!?。“”«»"]/u.test(list.replace(JOINED, '').replace(/(?<=(?<!\p{L})\p{L})\./gu, '')))
    return undefined
  const plain = list.replace(JOINED, (name) => name.replace(/[ ,]+(?=\p{L})/gu, '_'))
  const mark = /[;；؛]/u.test(plain) ? /[;；؛]/u : isUnspaced && plain.includes('、') ? /、/u : /[,،，]/u
  const parts = plain.split(mark).map((part) => part.trim())
  if (parts.some((part) => part === '' || never.test(part))) return undefined
  if (parts.length < 2) return joinedCount(plain, and, isUnspaced)
  const last = parts.length - 1
  // The comma before "and" joins nothing more.
  const stripped = parts.map((part, i) =>
    i === last ? ` ${part}`.replace(new RegExp(`^(?:${and.source})`, 'u'), '').trim() : part,
  )
  const items = stripped.map((part) => part.replaceAll('_', ' '))
  if (!items.every((item) => isShort(item, isUnspaced ? 16 : 8, isUnspaced))) return undefined
  const joints = stripped.map((part) => [...` ${part}`.matchAll(and)].length)
  const all = joints.reduce((sum, joint) => sum + joint, 0)
  // What is right only where "and" parts nothing is right.
  return { least: parts.length, most: parts.length + all, items }
}

/** "A and B and C", as Arabic joins: any of the joints may stand within an item; one alone tells too little. */
function joinedCount(list: string, and: RegExp, isUnspaced: boolean): Count | undefined {
  const items = list.split(and).map((part) => part.replaceAll('_', ' ').trim())
  const isList = items.length > 2 && items.every((item) => isShort(item, isUnspaced ? 16 : 4, isUnspaced))
  return isList ? { least: 2, most: items.length, items } : undefined
}

function isShort(item: string, most: number, isUnspaced: boolean): boolean {
  const trimmed = item.trim()
  return (isUnspaced ? trimmed.length : trimmed.split(' ').length) <= most
}
