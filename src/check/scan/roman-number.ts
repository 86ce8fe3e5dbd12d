const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** Reads a Roman number from 1 to 399 in capitals; none where it is written in no usual way. */
export function romanNumber(written: string): number | undefined {
  if (!/^(?=.)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(written)) return undefined
  const values = [...written].map((letter) => VALUES[letter] ?? 0)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}
