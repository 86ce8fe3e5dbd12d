/** A part of a text: what is printed as it stands, an expression with its braces, or one that is none. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression' | ExpressionFault; readonly text: string; readonly start: number }

/** Why braces cannot be read: no `}}` follows, or a line ends between them. */
export type ExpressionFault = 'open' | 'broken'

/**
 * Cuts a text at its `{{…}}`. `isLiteral` tells which braces Markdown has unescaped; without it the text is
 * no Markdown, and `\{{` stands for literal braces.
 */
export function scanExpressions(text: string, isLiteral?: (index: number) => boolean): Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  let from = 0
  // Looked for once and kept, so that a text of nothing but braces takes no longer than another.
  const ahead = { '}}': -1, '\n': -1 }
  const find = (what: keyof typeof ahead, start: number): number => {
    if (ahead[what] < start) {
      const found = text.indexOf(what, start)
      ahead[what] = found < 0 ? Number.POSITIVE_INFINITY : found
    }
    return ahead[what]
  }
  const add = (piece: Piece) => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain })
    plain = ''
    pieces.push(piece)
  }
  for (let open = text.indexOf('{{'); open >= 0; open = text.indexOf('{{', from)) {
    if (isLiteral?.(open + 1) && !isLiteral(open)) {
      // `{\{`: the second brace is the escaped one, and may take a third with it.
      plain += text.slice(from, open + 1)
      from = open + 1
      continue
    }
    const isEscaped = isLiteral ? isLiteral(open) : text[open - 1] === '\\' && open > from
    if (isEscaped) {
      plain += `${text.slice(from, isLiteral ? open : open - 1)}{{`
      from = open + 2
      continue
    }
    plain += text.slice(from, open)
    const close = find('}}', open + 2)
    const isOpen = close === Number.POSITIVE_INFINITY || text.slice(open + 3, close).includes('{{')
    const isBroken = !isOpen && find('\n', open) < close
    from = isOpen ? open + 2 : close + 2
    // Three braces belong together on both sides.
    if (!isOpen && text[open + 2] === '{' && text[from] === '}') from += 1
    const kind = isOpen ? 'open' : isBroken ? 'broken' : 'expression'
    add({ kind, text: text.slice(open, from), start: open })
    // Nothing behind it can be closed either: one fault tells it.
    if (close === Number.POSITIVE_INFINITY) break
  }
  plain += text.slice(from)
  if (plain !== '') pieces.push({ kind: 'text', text: plain })
  return pieces
}
