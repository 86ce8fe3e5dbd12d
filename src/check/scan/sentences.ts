import type { Range } from './quotations.ts'

/** Behind these a full stop ends no sentence: titles, initials, numbers of items. */
const ABBREVIATION =
  /(?:^|[\s(“«„"])(?:\p{L}|\p{Lu}\.\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Capt|Hon|Rev|No|Nos|Art|vs|etc|e\.g|i\.e|cf|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|M|MM|Mme|Mlle|art|Nr|Abs|bzw|ca|Sr|Sra|núm|г|гг|ул|им|т|\d{1,2})\.$/u

/** The sentences of a text: where each begins and ends. Behind an abbreviation none ends. */
export function sentences(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?…。！？؟][”"»“’)\]]*(?:\s+|$)|(?<=[。！？])/gu)) {
    const end = match.index + match[0].length
    const next = text.slice(end, end + 2)
    const isEnd = end === text.length || /^[“"«„([‘¿¡]?[\p{Lu}\p{Lo}\p{N}\ufffc]/u.test(next)
    const isOpen =
      match[0].startsWith('.') && ABBREVIATION.test(text.slice(Math.max(0, match.index - 8), match.index + 1))
    if (!isEnd || isOpen || end <= start) continue
    found.push([start, end])
    start = end
  }
  if (text.slice(start).trim() !== '') found.push([start, text.length])
  return found
}

/** How many words a text has, in languages that part them by blanks. */
export function countWords(text: string): number {
  // Nearly all blanks are plain ones, and nearly all words begin with a letter of English.
  const words = /[^\S ]/.test(text) ? text.split(/\s+/u) : text.split(' ')
  let count = 0
  for (const word of words) {
    const first = word.charCodeAt(0) | 32
    if ((first >= 97 && first <= 122) || /[\p{L}\p{N}\ufffc]/u.test(word)) count++
  }
  return count
}
