import type { AnniversaryWords, WordForm, Words } from '../../language/anniversary-words.ts'
import { firstWord, wordsPattern } from './edges.ts'
import { normalise } from './normalise.ts'
import type { Frame, PhraseKind, ScanTable } from './table.ts'

/** An expression that prints a phrase, with the text around it. */
export interface PhraseExpression {
  readonly before: string
  /** What stands between the braces: `anniversary.ordinal case="nom"`. */
  readonly value: string
  readonly after: string
}

/** One way in which a language tells numbers: "twenty-eighth", "28 years ago". */
export interface Reading {
  readonly kind: PhraseKind
  /** The phrase for an N, in small letters; none where the form does not exist. */
  write(n: number): string | undefined
  /** 0 for our own spelling, then as the table lists others. */
  readonly spelling: number
  /** Turns our own spelling into this one. */
  spell(own: string): string
  readonly form: WordForm
  /** What must stand before it. */
  readonly when: RegExp | undefined
  /** Absent where an expression cannot say it for every year. */
  readonly expression: PhraseExpression | undefined
}

/** All phrases of a language from 1 to 999, from text to what it can mean. */
export interface PhraseBook {
  /** Readies the book for what a normalised text can hold: most texts hold few numbers. */
  prepare(text: string): void
  /** Readings of a normalised text. */
  read(text: string): readonly { readonly reading: Reading; readonly n: number }[]
  /** True where some phrase begins with this word. */
  begins(word: string): boolean
  /** True where some phrase begins with this text and a blank. */
  goesOn(text: string): boolean
  /** Characters of the longest phrase. */
  longest(): number
  /** Finds the words that phrases begin with, and figures. */
  beginnings(): RegExp
}

const books = new WeakMap<ScanTable, WeakMap<AnniversaryWords, PhraseBook>>()

/** The book of a language, made by its own generator. */
export function phraseBook(words: AnniversaryWords, table: ScanTable): PhraseBook {
  const ofTable = books.get(table) ?? new WeakMap<AnniversaryWords, PhraseBook>()
  books.set(table, ofTable)
  const book = ofTable.get(words) ?? bookOf(readingsOf(words, table), table)
  ofTable.set(words, book)
  return book
}

function bookOf(readings: readonly Reading[], table: ScanTable): PhraseBook {
  // A reading and its N in one number: the map has tens of thousands of entries when all are learnt.
  const codes = new Map<string, number[]>()
  const firsts = new Set<string>()
  // What stands before a blank of a phrase: behind most words that could begin one stands a word that no phrase has there.
  const pieces = new Set<string>()
  let longest = 0
  const anyHundred = new RegExp(table.hundreds.map(({ source }) => source).join('|'), 'u')
  const learnt = new Set<number>()
  const learntHundreds = new Set<number>()
  const learn = (n: number) => {
    if (learnt.has(n)) return
    learnt.add(n)
    let own: string | undefined
    for (const [i, reading] of readings.entries()) {
      // The other spellings of a phrase follow our own.
      if (reading.spelling === 0) own = reading.write(n)
      if (own === undefined) continue
      const text = reading.spell(own)
      if (reading.spelling > 0 && text === own) continue
      const key = normalise(text)
      const codesOfText = codes.get(key)
      if (codesOfText) {
        codesOfText.push(i * 1000 + n)
        continue
      }
      codes.set(key, [i * 1000 + n])
      firsts.add(firstWord(key))
      longest = Math.max(longest, key.length)
      for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) pieces.add(key.slice(0, at))
    }
  }
  for (let n = 1; n < 100; n++) learn(n)
  return {
    prepare(text) {
      for (const [figures] of text.matchAll(FIGURES)) learn(Number(figures))
      if (!anyHundred.test(text)) return
      for (const [i, letters] of table.hundreds.entries()) {
        if (learntHundreds.has(i) || !letters.test(text)) continue
        learntHundreds.add(i)
        for (let n = 100 * (i + 1); n < 100 * (i + 2); n++) learn(n)
      }
    },
    begins: (word) => firsts.has(word),
    goesOn: (text) => pieces.has(text),
    longest: () => longest,
    beginnings: wordsPattern(firsts),
    read: (text) =>
      // In the order of the readings, whichever number was learnt first.
      (codes.get(text)?.sort((a, b) => a - b) ?? []).flatMap((code) => {
        const reading = readings[Math.floor(code / 1000)]
        return reading ? [{ reading, n: code % 1000 }] : []
      }),
  }
}

/** Hundreds in figures. */
const FIGURES = /(?<!\d)[1-9]\d\d(?!\d)/g

function readingsOf(words: AnniversaryWords, table: ScanTable): Reading[] {
  const ordinals = table.ordinals.flatMap((form, i) => [
    ...spelt(
      { kind: 'ordinal', form, when: undefined, expression: expressionOf('anniversary.ordinal', form, i) },
      (n) => textOf(words.ordinal(n, form)),
      table.figures ?? [],
    ),
    ...spelt(
      {
        kind: 'ordinal',
        form,
        when: undefined,
        expression: expressionOf('anniversary.ordinal_words', form, i),
      },
      (n) => textOf(words.ordinalInWords(n, form)),
      table.spellings,
    ),
  ])
  const ago = spelt(
    { kind: 'ago', form: {}, when: undefined, expression: expressionOf('anniversary.years_ago', {}, 0) },
    (n) => textOf(words.yearsAgo(n)),
    table.spellings,
  )
  return [...ordinals, ...ago, ...table.frames.flatMap((frame) => framed(words, table, frame))]
}

function framed(words: AnniversaryWords, table: ScanTable, frame: Frame): Reading[] {
  const { kind, before = '', after, when } = frame
  const about = (form: WordForm, name: string, isDefault: boolean) => ({
    kind,
    form,
    when,
    // What follows the number changes between 1 and 2 in most languages, and nobody rolls back to 1.
    expression: frame.steady
      ? { ...expressionOf(name, form, isDefault ? 0 : 1), before, after: after(2) }
      : undefined,
  })
  return [
    ...spelt(about({}, 'anniversary.years', true), (n) => before + n + after(n), table.spellings),
    ...frame.forms.flatMap((form) =>
      spelt(
        about(form, 'anniversary.years_words', words.cardinalInWords(1).ok && isUsual(words, form)),
        (n) => {
          const number = textOf(words.cardinalInWords(n, form))
          return number === undefined || frame.never?.(n) ? undefined : before + number + after(n)
        },
        table.spellings,
      ),
    ),
  ]
}

// A form that prints what no form prints needs no mention in an expression.
function isUsual(words: AnniversaryWords, form: WordForm): boolean {
  return [1, 2, 21, 28, 100, 200, 201].every(
    (n) => textOf(words.cardinalInWords(n)) === textOf(words.cardinalInWords(n, form)),
  )
}

function spelt(
  about: Omit<Reading, 'write' | 'spelling' | 'spell'>,
  write: (n: number) => string | undefined,
  spellings: readonly ((text: string) => string)[],
): Reading[] {
  // An expression prints our spelling.
  const others = spellings.map((spell, i) => ({
    ...about,
    expression: undefined,
    spelling: i + 1,
    write: (n: number) => {
      const own = write(n)
      return own === undefined ? undefined : spell(own)
    },
    spell,
  }))
  return [{ ...about, spelling: 0, write, spell: (own) => own }, ...others]
}

function expressionOf(name: string, form: WordForm, index: number): PhraseExpression {
  const forms = index === 0 ? [] : Object.entries(form).map(([key, value]) => ` ${key}="${value}"`)
  return { before: '', value: name + forms.join(''), after: '' }
}

function textOf(words: Words): string | undefined {
  return words.ok ? words.text : undefined
}
