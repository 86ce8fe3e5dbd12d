/** A stretch of text, from its first character to the one behind its last. */
export type Range = readonly [start: number, end: number]

/** Marks that open, and what closes them, in any of the nine languages. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '‚': '‘’',
  '"': '"',
}

/**
 * The quotations of a passage, marks and all. One that is not closed runs to the passage's end: the next
 * paragraph may go on with it, and what might be a quotation is better left alone.
 */
export function quotations(text: string, tag: string): Range[] {
  const pairs = tag.startsWith('de') ? { ...PAIRS, '»': '«', '›': '‹' } : PAIRS
  const found: Range[] = []
  for (let i = 0; i < text.length; i++) {
    const end = isSingle(text, i) ? endOfSingle(text, i) : endOf(text, i, pairs)
    if (end === undefined) continue
    found.push([i, end])
    i = end - 1
  }
  return found
}

function endOf(text: string, start: number, pairs: Readonly<Record<string, string>>): number | undefined {
  const open = text[start] ?? ''
  const close = pairs[open]
  // Inches: 6".
  if (close === undefined || (open === '"' && /\d/.test(text[start - 1] ?? ''))) return undefined
  let depth = 1
  for (let i = start + 1; i < text.length; i++) {
    const char = text[i] ?? ''
    if (close.includes(char)) depth--
    else if (char === open) depth++
    if (depth === 0) return i + 1
  }
  return text.length
}

// ‘…’ and '…': the closing mark is also the apostrophe, so both ends are judged by their neighbours.
function isSingle(text: string, i: number): boolean {
  if (text[i] !== '‘' && text[i] !== "'") return false
  return /^$|[\s([{—–-]/u.test(text[i - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[i + 1] ?? '')
}

function endOfSingle(text: string, start: number): number | undefined {
  for (let i = start + 1; i < text.length; i++) {
    if (!/[’']/.test(text[i] ?? '')) continue
    if (/\S/.test(text[i - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[i + 1] ?? '')) return i + 1
  }
  return undefined
}
