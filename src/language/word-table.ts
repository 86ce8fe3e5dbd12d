/** The entry of a table of words; an index outside of it is our bug and must not print "undefined". */
export function entry(table: readonly string[], index: number): string {
  const word = table[index]
  if (word === undefined) throw new RangeError(`no word at ${index} of ${table.length}`)
  return word
}

/** Reads a table of words written in one line: the first one stands for 0. */
export function words(line: string): readonly string[] {
  return line.split(' ')
}
