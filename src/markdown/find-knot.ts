/** A place in a text that no prose has, and what is wrong with it. */
export interface Knot {
  readonly offset: number
  readonly message: string
}

/** Deeper quotes and lists than this make the parser's time grow with their square. */
const MAX_CONTAINERS = 40
/** More columns than this fit no paper; each short row is filled up to as many cells. */
const MAX_COLUMNS = 40
/** Most marks of emphasis, and most brackets, in one paragraph: each is compared with those before it. */
const MAX_MARKS = [
  [/[*_~]/g, 2_000, 'marks of emphasis'],
  [/[[\]]/g, 8_000, 'square brackets'],
] as const

/** Most list items: making one costs a look at all the others of its list. */
const MAX_ITEMS = 2_000

const MARKER = '(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]))'
const CONTAINERS = new RegExp(`^(?:[ \\t]*${MARKER}){${MAX_CONTAINERS + 1}}`, 'm')
const INDENTED = new RegExp(`^(?:    | {0,3}\\t){${MAX_CONTAINERS}}[ \\t]*${MARKER}`, 'm')
/** The line under the head of a table. */
const DELIMITERS = /^[ \t>]*[|:-][ \t|:-]*$/gm

/** The beginnings of list items, empty ones too. */
const ITEMS = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])(?=\s)/gm

/** Finds what would keep the Markdown parser busy for minutes or print without end. */
export function findKnot(text: string): Knot | undefined {
  for (const pattern of [CONTAINERS, INDENTED]) {
    const match = pattern.exec(text)
    if (match) {
      const message = `quotes or lists nested more than ${MAX_CONTAINERS} deep`
      return { offset: match.index, message }
    }
  }
  for (const { 0: row, index } of text.matchAll(DELIMITERS)) {
    if (row.split('|').length > MAX_COLUMNS + 2)
      return { offset: index, message: `a table of more than ${MAX_COLUMNS} columns` }
  }
  if ((text.match(ITEMS)?.length ?? 0) > MAX_ITEMS) {
    return { offset: text.search(ITEMS), message: `more than ${MAX_ITEMS} list items` }
  }
  for (const [mark, most, name] of MAX_MARKS) {
    // Hardly a draft has so many in all its paragraphs together.
    const offset = hasMore(text, mark, most) ? findCrowded(text, mark, most) : undefined
    if (offset !== undefined) return { offset, message: `more than ${most} ${name} in one paragraph` }
  }
  return undefined
}

/** Where the first paragraph begins that has more of these marks; `undefined` where none has. */
function findCrowded(text: string, mark: RegExp, most: number): number | undefined {
  let offset = 0
  for (const paragraph of text.split(/\n(?=[ \t]*\n)/)) {
    if (hasMore(paragraph, mark, most)) return offset
    offset += paragraph.length + 1
  }
  return undefined
}

function hasMore(text: string, mark: RegExp, most: number): boolean {
  return text.length > most && (text.match(mark)?.length ?? 0) > most
}

/** True where a tree is deeper than the recursive functions that walk it can go. */
export function isDeeper(tree: object, limit: number): boolean {
  let level: { children?: object[] }[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((node) => node.children ?? [])
  }
  return false
}
