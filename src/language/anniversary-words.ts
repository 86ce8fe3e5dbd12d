/** The form that a phrase asks for; what is left out is the form the language's usual phrase needs. */
export interface WordForm {
  /** Name of a case: `nom`, `gen`, `dat`, `acc`, `ins`, `prep`; in Spanish and German also a place. */
  readonly case?: string | undefined
  /** `m`, `f` or `n`, of the noun the number belongs to. */
  readonly gender?: string | undefined
}

/** Words, or why there are none and an accepted example. */
export type Words =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string; readonly hint: string }

/** Which forms of an occasion's name the phrases of a language need. */
export interface NameForms {
  /** The case that the usual anniversary phrase needs. */
  readonly usual: string
  /** True where a name in another case is a mistake that readers see: one text cannot serve all phrases. */
  readonly declines: boolean
  /** The cases that the language's nouns have. */
  readonly cases: readonly string[]
  /** A name with its forms, as front matter writes it after the language's tag. */
  readonly example: string
}

/** The words of an anniversary in one language (conventions, 4.4 and 4.5); N is 1 or more. */
export interface AnniversaryWords {
  /** "28th", "28e", "28-й": N in figures with the ending that custom asks for; any N to 9998. */
  ordinal(n: number, form?: WordForm): Words
  /** "twenty-eighth": N up to 999. */
  ordinalInWords(n: number, form?: WordForm): Words
  /** "twenty-eight", as it stands before "years": N up to 999. */
  cardinalInWords(n: number, form?: WordForm): Words
  /** "twenty-eight years ago", without a capital: N up to 999. */
  yearsAgo(n: number): Words
  /** How names are declined; absent where the language is none of ours. */
  readonly name: NameForms | undefined
}

/** The last number that has words; beyond it figures are custom in every language. */
export const LAST_IN_WORDS = 999

/** Cases and genders of one kind of number, the default first; an empty list: it does not vary so. */
export interface Forms<C extends string, G extends string> {
  readonly cases: readonly C[]
  readonly genders: readonly G[]
}

/** What a file of `numbers/` says of its language; numbers reach its functions checked. */
export interface NumberRules<C extends string, G extends string> {
  /** The language as errors name it: "Russian". */
  readonly inEnglish: string
  readonly name: NameForms
  /** Forms of ordinals, in figures and words. */
  readonly ordinalForms: Forms<C, G>
  readonly cardinalForms: Forms<C, G>
  ordinal(n: number, grammaticalCase: C, gender: G): string
  ordinalInWords(n: number, grammaticalCase: C, gender: G): string
  cardinalInWords(n: number, grammaticalCase: C, gender: G): string
  yearsAgo(n: number): string
}

/** Makes a language's rules answer any request: with words, or with what is wrong with it. */
export function anniversaryWords<C extends string, G extends string>(
  rules: NumberRules<C, G>,
): AnniversaryWords {
  const { inEnglish, ordinalForms, cardinalForms, name } = rules
  const inForm = (forms: Forms<C, G>, form: WordForm, write: (grammaticalCase: C, gender: G) => string) => {
    const wrong =
      faultOfForm(inEnglish, 'case', form.case, forms.cases) ??
      faultOfForm(inEnglish, 'gender', form.gender, forms.genders)
    return wrong ?? written(write((form.case ?? forms.cases[0]) as C, (form.gender ?? forms.genders[0]) as G))
  }
  return {
    name,
    ordinal: (n, form = {}) =>
      faultOfNumber(n, 9998, '') ?? inForm(ordinalForms, form, (c, g) => rules.ordinal(n, c, g)),
    ordinalInWords: (n, form = {}) =>
      faultOfNumber(n, LAST_IN_WORDS, `{{anniversary.ordinal}}`) ??
      inForm(ordinalForms, form, (c, g) => rules.ordinalInWords(n, c, g)),
    cardinalInWords: (n, form = {}) =>
      faultOfNumber(n, LAST_IN_WORDS, `{{anniversary.years}}`) ??
      inForm(cardinalForms, form, (c, g) => rules.cardinalInWords(n, c, g)),
    yearsAgo: (n) => faultOfNumber(n, LAST_IN_WORDS, `{{anniversary.years}}`) ?? written(rules.yearsAgo(n)),
  }
}

/** A language without a file in `numbers/`: every request is answered with an error (contract, "Occasion"). */
export function noAnniversaryWords(tag: string): AnniversaryWords {
  const none = (): Words =>
    fault(`no anniversary words in "${tag}"`, 'write them out; figures work: {{anniversary.years}} gives 28')
  return {
    name: undefined,
    ordinal: none,
    ordinalInWords: none,
    cardinalInWords: none,
    yearsAgo: none,
  }
}

function faultOfNumber(n: number, last: number, figures: string): Words | undefined {
  if (!Number.isInteger(n) || n < 1) return fault(`${n} is no anniversary`, 'the first one is 1')
  if (n <= last) return undefined
  return figures === ''
    ? fault(`${n} is beyond the calendar`, `years run from 1 to 9999, so anniversaries to ${last}`)
    : fault(`${n} has no words: they end at ${last}`, `use figures: ${figures}`)
}

function faultOfForm(
  language: string,
  what: 'case' | 'gender',
  asked: string | undefined,
  accepted: readonly string[],
): Words | undefined {
  if (asked === undefined || accepted.includes(asked)) return undefined
  if (accepted.length === 0)
    return fault(`${language} numbers have no ${what}`, `leave out ${what}="${asked}"`)
  const examples = accepted.map((form) => `${what}="${form}"`).join(', ')
  return fault(`"${asked}" is no ${what} of ${language} numbers here`, `use ${examples}`)
}

function written(text: string): Words {
  return { ok: true, text }
}

function fault(message: string, hint: string): Words {
  return { ok: false, message, hint }
}
