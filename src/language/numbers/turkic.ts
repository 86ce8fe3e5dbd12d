import { entry, words } from '../word-table.ts'

/** The words of which Azerbaijani and Turkish numbers are made, each a line that begins with the word for 1. */
export interface TurkicTable {
  /** "bir iki üç …". */
  readonly units: string
  /** "birinci ikinci üçüncü …". */
  readonly unitsTh: string
  /** "on yirmi otuz …". */
  readonly tens: string
  /** "onuncu yirminci otuzuncu …". */
  readonly tensTh: string
  readonly hundred: string
  readonly hundredth: string
}

/** Numbers from 1 to 999, word by word; of an ordinal only the last word takes the ending. */
export interface TurkicNumbers {
  cardinal(n: number): string
  ordinal(n: number): string
  /** The last word of an ordinal, of any number that does not end in 00. */
  lastOrdinal(n: number): string | undefined
}

/** Makes the numbers of a table. */
export function inTurkic(table: TurkicTable): TurkicNumbers {
  const [units, unitsTh, tens, tensTh] = [table.units, table.unitsTh, table.tens, table.tensTh].map(
    (line) => ['', ...words(line)],
  ) as [string[], string[], string[], string[]]

  // A hundred is "yüz", never "bir yüz".
  const hundreds = (count: number) => (count > 1 ? `${entry(units, count)} ` : '') + table.hundred
  const spoken = (n: number, last?: string): string => {
    const parts = [n < 100 ? '' : hundreds(Math.floor(n / 100)), entry(tens, ten(n)), entry(units, n % 10)]
    const given = parts.filter((part) => part !== '')
    return (last === undefined ? given : [...given.slice(0, -1), last]).join(' ')
  }
  const lastOrdinal = (n: number) => unitsTh[n % 10] || tensTh[ten(n)] || undefined
  return {
    cardinal: (n) => spoken(n),
    ordinal: (n) => {
      const last = lastOrdinal(n)
      if (last !== undefined) return spoken(n, last)
      return spoken(n).slice(0, -table.hundred.length) + table.hundredth
    },
    lastOrdinal,
  }
}

function ten(n: number): number {
  return Math.floor(n / 10) % 10
}
