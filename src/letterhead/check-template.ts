import type { Finding } from '../finding.ts'
import { nearest } from '../yaml/nearest.ts'

/** A value of the view, a list of such, or a map: see `VIEW_SHAPE`. */
type Shape = string | readonly [Shape] | { readonly [key: string]: Shape }

interface TemplateFile {
  readonly file: string
  readonly tree: hbs.AST.Program
}

interface CheckOptions {
  /** What the view holds. */
  readonly shape: Shape
  /** Names of the helpers that templates of this format have. */
  readonly helpers: readonly string[]
  /** Partials by name. */
  readonly partials: ReadonlyMap<string, TemplateFile>
  /** True where `{{{…}}}` matters. */
  readonly html: boolean
}

/** What `{{…}}` can see at a place of the template: the innermost value last. */
type Scope = readonly { readonly shape: Shape; readonly params: Readonly<Record<string, Shape>> }[]

const BLOCKS = ['if', 'unless', 'each', 'with']
const DATA = ['index', 'first', 'last', 'key']
const ANYTHING = 'any value'

/**
 * Walks a template and its partials and finds every name that the view does not have, unknown helpers and
 * partials, and HTML values printed without `{{{…}}}` or others printed with it. Handlebars' own strict mode
 * sees only what a given release happens to print (handlebars#1708).
 */
export function checkTemplate(main: TemplateFile, options: CheckOptions): Finding[] {
  const faults: Finding[] = []
  const seen = new Set<string>()

  const fault = (file: string, node: hbs.AST.Node, message: string, hint: string) => {
    const { line, column } = node.loc.start
    const key = `${file}:${line}:${column}:${message}`
    if (seen.has(key)) return
    seen.add(key)
    faults.push({
      severity: 'error',
      rule: 'template-unknown-value',
      message,
      hint,
      path: file,
      line,
      column: column + 1,
    })
  }

  const resolve = (file: string, path: hbs.AST.PathExpression, scope: Scope): Shape => {
    if (path.data) {
      if (path.parts[0] === 'root') return follow(file, path, options.shape, path.parts.slice(1))
      if (!DATA.includes(String(path.parts[0]))) {
        fault(
          file,
          path,
          `unknown value "${path.original}"`,
          `known: ${DATA.map((name) => `@${name}`).join(', ')}`,
        )
      }
      return ANYTHING
    }
    const frame = scope[scope.length - 1 - path.depth]
    if (!frame) {
      fault(file, path, `"${path.original}" leads out of the template`, 'use fewer ../')
      return ANYTHING
    }
    const [head, ...rest] = path.parts.map(String)
    if (head === undefined) return frame.shape
    const param =
      path.depth === 0 ? scope.findLast(({ params }) => Object.hasOwn(params, head))?.params[head] : undefined
    return param === undefined
      ? follow(file, path, frame.shape, [head, ...rest])
      : follow(file, path, param, rest)
  }

  const follow = (
    file: string,
    path: hbs.AST.PathExpression,
    from: Shape,
    parts: readonly string[],
  ): Shape => {
    let shape = from
    for (const part of parts) {
      if (shape === ANYTHING) return shape
      if (Array.isArray(shape) && part === 'length') return ANYTHING
      const known = typeof shape === 'object' && !Array.isArray(shape) ? (shape as Record<string, Shape>) : {}
      const next = Object.hasOwn(known, part) ? known[part] : undefined
      if (next === undefined) {
        const names = Object.keys(known)
        const near = nearest(part, names)
        const inScope = names.length > 0 ? `known here: ${names.join(', ')}` : 'this value holds no others'
        fault(file, path, `unknown value "${path.original}"`, near ? `did you mean "${near}"?` : inScope)
        return ANYTHING
      }
      shape = next
    }
    return shape
  }

  const expression = (file: string, node: hbs.AST.Expression, scope: Scope): Shape => {
    if (node.type === 'PathExpression') return resolve(file, node as hbs.AST.PathExpression, scope)
    if (node.type === 'SubExpression') return helper(file, node as hbs.AST.SubExpression, scope)
    return ANYTHING
  }

  const helper = (
    file: string,
    node: hbs.AST.SubExpression | hbs.AST.MustacheStatement | hbs.AST.BlockStatement,
    scope: Scope,
  ): Shape => {
    const path = node.path as hbs.AST.PathExpression
    if (!options.helpers.includes(path.original)) {
      const near = nearest(path.original, options.helpers)
      fault(
        file,
        path,
        `unknown helper "${path.original}"`,
        near ? `did you mean "${near}"?` : `known: ${options.helpers.join(', ') || 'none in HTML templates'}`,
      )
    }
    for (const param of node.params) expression(file, param, scope)
    for (const pair of node.hash?.pairs ?? []) expression(file, pair.value, scope)
    return ANYTHING
  }

  const mustache = (file: string, node: hbs.AST.MustacheStatement, scope: Scope) => {
    const path = node.path as hbs.AST.PathExpression
    if (node.params.length > 0 || options.helpers.includes(path.original)) {
      helper(file, node, scope)
      return
    }
    const shape = expression(file, node.path as hbs.AST.Expression, scope)
    if (typeof shape !== 'string')
      fault(file, node, `"${path.original}" is not a text`, 'print one of its values, or use {{#each}}')
    else if (options.html && shape !== ANYTHING) {
      const holdsHtml = shape.startsWith('<html>')
      if (holdsHtml && node.escaped)
        fault(file, node, `"${path.original}" holds HTML`, `write {{{${path.original}}}}`)
      if (!holdsHtml && !node.escaped)
        fault(file, node, `"${path.original}" is text`, `write {{${path.original}}}`)
    }
  }

  const block = (file: string, node: hbs.AST.BlockStatement, scope: Scope, stack: readonly string[]) => {
    const name = (node.path as hbs.AST.PathExpression).original
    const outer = scope
    if (!BLOCKS.includes(name)) {
      helper(file, node, scope)
      program(file, node.program, outer, stack)
    } else {
      const param = node.params[0]
      if (node.params.length !== 1)
        fault(file, node, `${name} needs one value`, `write {{#${name} contacts}}`)
      const shape = param ? expression(file, param, scope) : ANYTHING
      const inner = name === 'each' ? (Array.isArray(shape) ? (shape[0] as Shape) : ANYTHING) : shape
      if (name === 'each' && !Array.isArray(shape) && shape !== ANYTHING) {
        fault(file, node, 'each needs a list', 'use {{#with}} or {{#if}}')
      }
      const params = Object.fromEntries(
        (node.program.blockParams ?? []).map((p, i) => [p, i === 0 ? inner : ANYTHING]),
      )
      const opens = name === 'each' || name === 'with'
      program(file, node.program, opens ? [...scope, { shape: inner, params }] : outer, stack)
    }
    if (node.inverse) program(file, node.inverse, outer, stack)
  }

  const partial = (file: string, node: hbs.AST.PartialStatement, scope: Scope, stack: readonly string[]) => {
    const name =
      node.name.type === 'PathExpression' ? (node.name as hbs.AST.PathExpression).original : undefined
    const target = name === undefined ? undefined : options.partials.get(name)
    if (name === undefined || !target) {
      const names = [...options.partials.keys()]
      const near = nearest(name ?? '', names)
      fault(
        file,
        node,
        `unknown partial "${name ?? '(computed)'}"`,
        near ? `did you mean "${near}"?` : `known: ${names.join(', ') || 'none'}`,
      )
      return
    }
    if (stack.includes(name)) {
      fault(file, node, `partial "${name}" includes itself`, 'break the circle')
      return
    }
    const param = node.params[0]
    const given = param ? [...scope, { shape: expression(file, param, scope), params: {} }] : scope
    const hash = Object.fromEntries(
      (node.hash?.pairs ?? []).map(({ key, value }) => [key, expression(file, value, scope)]),
    )
    program(
      target.file,
      target.tree,
      [...given.slice(0, -1), { shape: given.at(-1)?.shape ?? ANYTHING, params: hash }],
      [...stack, name],
    )
  }

  const program = (file: string, tree: hbs.AST.Program, scope: Scope, stack: readonly string[]) => {
    for (const node of tree.body) {
      if (node.type === 'MustacheStatement') mustache(file, node as hbs.AST.MustacheStatement, scope)
      else if (node.type === 'BlockStatement') block(file, node as hbs.AST.BlockStatement, scope, stack)
      else if (node.type === 'PartialStatement') partial(file, node as hbs.AST.PartialStatement, scope, stack)
      else if (node.type !== 'ContentStatement' && node.type !== 'CommentStatement') {
        fault(file, node, 'decorators and inline partials are not supported', 'put it into partials/')
      }
    }
  }

  program(main.file, main.tree, [{ shape: options.shape, params: {} }], [])
  return faults
}
