import type { WordForm } from '../language/anniversary-words.ts'

/** An expression, read and found to have an allowed shape; whether its names are known is told elsewhere. */
export interface Expression {
  /** The name as written: `anniversary.ordinal`. */
  readonly name: string
  /** Helpers around it, the outermost first: `['capitalize', 'date']`. */
  readonly helpers: readonly string[]
  /** Options as written: `case="gen"`. */
  readonly form: WordForm
  /** Options that are neither `case` nor `gender`. */
  readonly unknownOptions: readonly string[]
}

/** An expression, or why it is none. */
export type ReadExpression =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly message: string; readonly cure: string }

/** Reads one `{{…}}` with its braces. */
export type ExpressionReader = (text: string) => ReadExpression

/** No expression needs more characters; Handlebars would follow parentheses until the stack ends. */
const LONGEST = 300

const EXAMPLE = 'write a name, {{anniversary.ordinal}}, or a helper before one, {{date occasion.date}}'

/**
 * The reader of expressions, loaded only for drafts that have some. Handlebars parses and nothing else: no
 * draft is ever compiled, and only the node shapes named here pass.
 */
export async function loadExpressions(): Promise<ExpressionReader> {
  const { default: Handlebars } = await import('handlebars')
  return (text) => {
    if (/^\{\{\s*\}\}$/.test(text)) return fault('there is nothing between the braces', EXAMPLE)
    if (text.startsWith('{{{'))
      return fault(`"${shown(text)}" has three braces`, 'two are enough: {{occasion.name}}')
    if (text.length > LONGEST) return fault(`"${shown(text)}" is longer than any expression`, EXAMPLE)
    // Segments in brackets: Handlebars reads them, and its tree no longer shows them.
    if (text.includes('[')) return fault(`"${shown(text)}" is no value`, EXAMPLE)
    let body: readonly hbs.AST.Statement[]
    try {
      body = Handlebars.parse(text).body
    } catch {
      return fault(`"${shown(text)}" cannot be read`, EXAMPLE)
    }
    const [statement] = body
    if (body.length !== 1 || statement?.type !== 'MustacheStatement')
      return fault(`"${shown(text)}" is no value`, EXAMPLE)
    const mustache = statement as hbs.AST.MustacheStatement
    if (mustache.strip.open || mustache.strip.close || !mustache.escaped)
      return fault(`"${shown(text)}" has a mark at its braces`, 'only the name goes between them')
    return readCall(mustache, text)
  }
}

/** A name with options, or a helper with one value, which may be a helper in parentheses. */
function readCall(call: hbs.AST.MustacheStatement | hbs.AST.SubExpression, text: string): ReadExpression {
  const name = nameOf(call.path as hbs.AST.Node)
  if (name === undefined) return fault(`"${shown(text)}" is no value`, EXAMPLE)
  const options = readOptions(call.hash, text)
  if ('ok' in options) return options
  const [value, another] = call.params
  if (value === undefined) return { ok: true, expression: { name, helpers: [], ...options } }
  if (another) {
    return fault(`"${shown(text)}" has more than one value`, 'nest them: {{capitalize (date release.date)}}')
  }
  const inner = readValue(value, text)
  if (!inner.ok) return inner
  const { expression } = inner
  return {
    ok: true,
    expression: {
      name: expression.name,
      helpers: [name, ...expression.helpers],
      form: { ...expression.form, ...options.form },
      unknownOptions: [...expression.unknownOptions, ...options.unknownOptions],
    },
  }
}

function readValue(value: hbs.AST.Expression, text: string): ReadExpression {
  if (value.type === 'SubExpression') return readCall(value as hbs.AST.SubExpression, text)
  const name = nameOf(value)
  if (name !== undefined) return { ok: true, expression: { name, helpers: [], form: {}, unknownOptions: [] } }
  return fault(`"${shown(text)}" has a value that is no name`, EXAMPLE)
}

/** A plain dotted name; what leads upwards or into data is none. */
function nameOf(node: hbs.AST.Node): string | undefined {
  if (node.type !== 'PathExpression') return undefined
  const { data, depth, parts, original } = node as hbs.AST.PathExpression
  const isPlain = !data && depth === 0 && parts.length > 0 && parts.join('.') === original
  return isPlain ? original : undefined
}

function readOptions(
  hash: hbs.AST.Hash | undefined,
  text: string,
): Pick<Expression, 'form' | 'unknownOptions'> | Extract<ReadExpression, { ok: false }> {
  const form: { case?: string; gender?: string } = {}
  const unknownOptions: string[] = []
  for (const { key, value } of hash?.pairs ?? []) {
    if (key !== 'case' && key !== 'gender') unknownOptions.push(key)
    else if (value.type !== 'StringLiteral')
      return fault(`the value of ${key} in "${shown(text)}" is not in quotation marks`, `write ${key}="gen"`)
    else if (form[key] !== undefined)
      return fault(`${key} stands twice in "${shown(text)}"`, 'keep one of them')
    else form[key] = (value as hbs.AST.StringLiteral).value
  }
  return { form, unknownOptions }
}

function fault(message: string, cure: string): Extract<ReadExpression, { ok: false }> {
  return { ok: false, message, cure }
}

/** An expression as messages show it. */
export function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
