/** A reference as it is compared; none where it has no running number yet, or an expression without value. */
export function plainReference(written: string | undefined): string | undefined {
  const text = written?.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === undefined || text.includes('{{')) return undefined
  const { number } = partsOf(text)
  // "PR/2027/XX", "PR/2027/00", "PR/2027": the number is still to come.
  const isOpen = /[?_…]|(?<!\p{L})(?:[xX]{1,4}|TBC|TBD|TK)(?!\p{L})|#/u.test(text)
  return number === undefined || number === 0 || isOpen ? undefined : text
}

/** A reference as its series and its running number. */
export interface ReferenceParts {
  /** What stands before and behind the running number, with `#` for it: `PR/2027/#`. */
  readonly series: string
  /** The running number; none where there is only a year. */
  readonly number: number | undefined
  /** How many figures it is written with. */
  readonly width: number
}

/** Parts a reference at its running number: the last group of figures that is no year beside another. */
export function partsOf(reference: string): ReferenceParts {
  const groups = [...reference.matchAll(/\d+/g)]
  const numbers = groups.filter(({ 0: figures }) => !/^(?:19|20)\d\d$/.test(figures) && figures.length < 10)
  const last = numbers.at(-1)
  if (last === undefined) return { series: reference, number: undefined, width: 0 }
  const { index, 0: figures } = last
  const series = `${reference.slice(0, index)}#${reference.slice(index + figures.length)}`
  return { series, number: Number(figures), width: figures.length }
}

/** The same for two references that differ in case, blanks, separators or leading zeros only. */
export function looseReference(reference: string): string {
  return reference
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .trim()
}
