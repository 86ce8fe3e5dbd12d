// Invented drafts of about 990 words, each different: headings, a list, a quotation, a table and footnotes. The
// same number always gives the same draft.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ACTIONS,
  ENDINGS,
  HEADINGS,
  ITEMS,
  OFFICES,
  OPENINGS,
  PEOPLE,
  PLACES,
  THINGS,
} from './ruritanian-words.js'

/** Words of a draft's body, marks of Markdown not counted; a draft has a few more or fewer. */
export const WORDS = 990

/** Writes drafts 0 to `count` - 1 into a new folder and answers their paths. */
export function writeDrafts(folder, count) {
  mkdirSync(folder, { recursive: true })
  return Array.from({ length: count }, (_, number) => {
    const path = join(folder, `release-${String(number).padStart(5, '0')}.md`)
    writeFileSync(path, draft(number))
    return path
  })
}

/** A whole draft: front matter and body. */
export function draft(number) {
  const choose = chooser(number)
  const [thing, place] = [choose(THINGS), choose(PLACES)]
  return `---
letterhead: ruritania
reference: PR/2027/${number + 1}
date: 2027-${two(1 + (number % 12))}-${two(1 + (number % 28))}
language: en
headline: ${capital(thing)} of ${place} ${choose(ACTIONS)}, notice ${number + 1}
summary: The Government of Ruritania reports on ${thing} of ${place}.
keywords: [${place}, report, notice ${number + 1}]
contacts: [press-office]
boilerplate: embassy
---
${body(number)}`
}

/** The Markdown of a draft without its front matter. */
export function body(number) {
  const choose = chooser(number * 7919 + 13)
  const blocks = [
    paragraph(choose, 4, 1),
    ...section(choose, list),
    ...section(choose, quotation),
    ...section(choose, table, 2),
  ]
  const notes = [1, 2, 3].map(
    (note) =>
      `[^${note}]: *Report on ${choose(THINGS)}*, ${choose(PLACES)}, ${year(choose)}, page ${page(choose)}.`,
  )
  let words = countWords([...blocks, ...notes].join('\n'))
  blocks.push(`## ${choose(HEADINGS)} today`, paragraph(choose, 3, 3))
  words += countWords(blocks.slice(-2).join('\n'))
  while (words < WORDS - 12) {
    const next = paragraph(choose, Math.min(4, Math.max(1, Math.floor((WORDS - words) / 24))))
    words += countWords(next)
    blocks.push(next)
  }
  return `${[...blocks, ...notes].join('\n\n')}\n`
}

/** Words between blanks that hold a letter or a figure. */
export function countWords(text) {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function section(choose, block, note) {
  return [
    `## ${choose(HEADINGS)} in ${choose(PLACES)}`,
    paragraph(choose, 4, note),
    block(choose),
    paragraph(choose, 3),
  ]
}

function paragraph(choose, sentences, note) {
  const text = Array.from({ length: sentences }, () => sentence(choose)).join(' ')
  return note === undefined ? text : `${text}[^${note}]`
}

function sentence(choose) {
  const thing = choose([0, 1, 2]) === 0 ? `*${choose(THINGS)}*` : choose(THINGS)
  return `${choose(OPENINGS)} ${thing} of ${choose(PLACES)} ${choose(ACTIONS)}, ${choose(ENDINGS)}.`
}

function list(choose) {
  return [1, 2, 3, 4]
    .map(() => `- ${page(choose)} ${choose(ITEMS)} for ${choose(THINGS)} of ${choose(PLACES)};`)
    .join('\n')
}

function quotation(choose) {
  return `> “${sentence(choose)} ${sentence(choose).slice(0, -1)},” said **${choose(PEOPLE)}**, ${choose(OFFICES)}.`
}

function table(choose) {
  const rows = [1, 2, 3, 4].map(() => `| ${choose(PLACES)} | ${choose(ITEMS)} | ${page(choose)} |`)
  return ['| Place | What | Number |', '| --- | --- | ---: |', ...rows].join('\n')
}

const year = (choose) => 1900 + choose(Array.from({ length: 120 }, (_, index) => index))
const page = (choose) => 3 + choose(Array.from({ length: 300 }, (_, index) => index))
const two = (number) => String(number).padStart(2, '0')
const capital = (text) => text[0].toUpperCase() + text.slice(1)

/** Chooses from lists, always alike for a seed (mulberry32). */
function chooser(seed) {
  let state = (seed + 1) * 0x9e3779b9
  return (list) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return list[((mixed ^ (mixed >>> 14)) >>> 0) % list.length]
  }
}
