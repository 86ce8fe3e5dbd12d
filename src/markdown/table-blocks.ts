import type { gfmTable } from 'micromark-extension-gfm-table'

/** An extension of micromark's syntax, and what tries to read a construct of it. */
type Extension = ReturnType<typeof gfmTable>
type Constructs = NonNullable<NonNullable<Extension['flow']>[string]>
type Tokenizer = Exclude<Constructs, unknown[]>['tokenize']

/** The row under the head of a table, in whatever quote or list. */
const DELIMITER_ROW = /^[ \t>]*[|:-][ \t|:-]*$/

/** The numbers, from 1, of all lines that may belong to a table: those of a block that holds a delimiter row. */
export function tableLines(text: string): ReadonlySet<number> {
  const lines = text.split('\n')
  const found = new Set<number>()
  for (const [row, line] of lines.entries()) {
    if (!line.includes('-') || !DELIMITER_ROW.test(line)) continue
    let first = row
    while (first > 0 && lines[first - 1]?.trim() !== '') first--
    let last = row
    while (last + 1 < lines.length && lines[last + 1]?.trim() !== '') last++
    for (let number = first; number <= last; number++) found.add(number + 1)
  }
  return found
}

/**
 * Lets an extension's flow constructs try only these lines. GFM's tables else take the first line of every
 * paragraph for their head, which costs as much as half of all parsing.
 */
export function onLines(extension: Extension, lines: ReadonlySet<number>): Extension {
  const flow = Object.entries(extension.flow ?? {}).map(([code, construct]) => {
    const limited = [construct ?? []].flat().map((one) => {
      const tokenize: Tokenizer = function (effects, ok, nok) {
        return lines.has(this.now().line) ? one.tokenize.call(this, effects, ok, nok) : nok
      }
      return { ...one, tokenize }
    })
    return [code, limited] as const
  })
  return { ...extension, flow: Object.fromEntries(flow) }
}
