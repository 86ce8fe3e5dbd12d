import type { IssuedPassage } from '../passages.ts'
import type { Rule, RuleFinding } from '../rule.ts'

const [EUROPEAN, ARABIC, CHINESE] = [/^(?:en|es|de|ru|tr|az)$/, /^ar$/, /^zh$/]

interface Slip {
  readonly pattern: RegExp
  readonly message: string
  readonly hint: string
  /** What the match becomes. */
  readonly text?: string
  readonly isFor: (language: string) => boolean
}

const LETTER = '[\\p{sc=Latin}\\p{sc=Cyrillic}]'
const BEHIND = '(?=[\\s”»“)]|$)'

const SLIPS: readonly Slip[] = [
  {
    pattern: new RegExp(`(?<=[\\p{L}\\p{N})”»%]) +(?=[,.](?![.,\\d\\p{L}])${BEHIND})`, 'gu'),
    message: 'a space before the punctuation',
    hint: 'take the space out',
    text: '',
    isFor: (language) => EUROPEAN.test(language) || language === 'fr',
  },
  {
    // A colon between blanks may be a proportion or part a title from its subtitle.
    pattern: new RegExp(`(?<=\\p{L}) +(?=[;?!]${BEHIND})`, 'gu'),
    message: 'a space before the punctuation',
    hint: 'take the space out',
    text: '',
    isFor: (language) => EUROPEAN.test(language),
  },
  {
    pattern: /(?<=\p{sc=Arabic}) +(?=[،؛](?:\s|$))/gu,
    message: 'a space before the punctuation',
    hint: 'take the space out',
    text: '',
    isFor: (language) => ARABIC.test(language),
  },
  {
    pattern: /(?<=\p{sc=Han}) +(?=[，。；：？！、])|(?<=[，。；：？！、]) +(?=\p{sc=Han})/gu,
    message: 'a space beside full-width punctuation, which has its own',
    hint: 'take the space out',
    text: '',
    isFor: (language) => CHINESE.test(language),
  },
  {
    pattern: new RegExp(`(?<=\\p{L}\\p{Ll}[,;])(?<!&\\w{2,8};)(?=${LETTER}{2})`, 'gu'),
    message: 'no space behind the punctuation',
    hint: 'put a space there',
    text: ' ',
    isFor: (language) => EUROPEAN.test(language) || language === 'fr',
  },
  {
    // "came.Then": a word that sentences begin with; "Node.js" and "Data.Gov" are names.
    pattern:
      /(?=[TIHSWOFBAU])(?<=\s\p{Ll}{2,}\.)(?=(?:The|This|That|These|Those|Then|There|It|He|She|They|We|In|On|At|For|But|And|After|Before|When|While|However|Since|Until|His|Her|Their|Our)\s)/gu,
    message: 'no space behind the full stop',
    hint: 'put a space there',
    text: ' ',
    isFor: (language) => language === 'en',
  },
  {
    pattern: /(?<=\p{sc=Arabic}{2}[،؛])(?=\p{sc=Arabic}{2})/gu,
    message: 'no space behind the punctuation',
    hint: 'put a space there',
    text: ' ',
    isFor: (language) => ARABIC.test(language),
  },
  {
    pattern: new RegExp(`(?<=(?:^|\\s))[([] +(?=${LETTER})`, 'gu'),
    message: 'a space behind an opening bracket',
    hint: 'take the space out',
    isFor: (language) => EUROPEAN.test(language) || language === 'fr',
  },
]

/** Some of what a slip needs: a blank before punctuation or behind a bracket, or none behind punctuation. */
const ANY = / [,.;?!،؛，。；：？！、]|[,;،؛，。；：？！、][^\s\d]|\.[A-Z][a-z]|[，。；：？！、] |[([] /u

/** Blanks where typesetting has none, or none where it has one. French keeps its blanks before ; : ! ?. */
export const spacing: Rule = {
  id: 'spacing',
  group: 'language',
  severity: 'warning',
  languages: ['en', 'fr', 'es', 'de', 'ru', 'az', 'tr', 'ar', 'zh'],
  doc: 'Catches a space before a comma or a full stop, none behind a comma or, in English, a full stop; as information, two spaces in a row.',
  source: 'Typesetting practice of each language; in French ; : ! ? and « » keep their spaces.',
  bad: 'in Ruritania , where',
  good: 'in Ruritania, where',
  skips: ['code', 'address', 'name'],
  *check({ passages, tag, source }) {
    const language = tag.split('-')[0] ?? ''
    for (const passage of passages) {
      if (passage.fixed !== undefined) continue
      if (/ {2}|\t/.test(source.slice(passage.starts[0], passage.ends.at(-1))))
        yield* doubled(passage, source)
      if (!ANY.test(passage.text)) continue
      for (const slip of SLIPS.filter(({ isFor }) => isFor(language))) {
        for (const { index, 0: match } of passage.text.matchAll(slip.pattern)) {
          yield found(passage, slip, index, index + match.length)
        }
      }
    }
  },
}

function found(passage: IssuedPassage, { message, hint, text }: Slip, from: number, to: number): RuleFinding {
  const { starts, ends } = passage
  // Marks of Markdown between the two, as in "**word**, ": the place behind the punctuation is certain.
  const start = to > from ? (starts[from] ?? 0) : (ends[from - 1] ?? 0)
  const end = to > from ? (ends[to - 1] ?? start) : start
  const isPlain = ends[from - 1] === starts[from] && !passage.isFilled(Math.max(0, from - 1), to + 1)
  return {
    start: to > from ? start : (starts[from - 1] ?? start),
    end: to > from ? end : (ends[from] ?? end),
    message,
    hint,
    ...(text !== undefined && isPlain ? { fix: { start, end, text, safe: true } } : {}),
  }
}

// A passage has one space for a run of them; line ends and their indentation are none.
function* doubled({ text, starts, ends }: IssuedPassage, source: string): Generator<RuleFinding> {
  for (let i = 1; i < text.length - 1; i++) {
    const [start, end] = [starts[i] ?? 0, ends[i] ?? 0]
    if (text[i] !== ' ' || !/^[ \t]{2,}$/.test(source.slice(start, end))) continue
    yield {
      start,
      end,
      severity: 'info',
      message: `${end - start} spaces in a row`,
      hint: 'write one',
      fix: { start, end, text: ' ', safe: true },
    }
  }
}
