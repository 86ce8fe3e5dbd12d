import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { type Finding, ReleaseError } from '../finding.ts'
import { checkTemplate } from './check-template.ts'
import { readText } from './read-text.ts'
import { TEXT_HELPERS } from './text-helpers.ts'
import { VIEW_SHAPE, type View } from './view.ts'

/** A compiled template: a pure function of the view. */
export type Template = (view: View) => string

/**
 * Compiles `release.<kind>.hbs` of a letterhead with the partials `partials/*.<kind>.hbs`. Every name in
 * them is checked against the view first. Throws `ReleaseError` with a finding for each fault, at its line
 * and column of the template.
 */
export async function compileTemplate(
  folder: string,
  kind: 'html' | 'txt',
  shownFolder: string,
): Promise<Template> {
  // An instance of its own: no partial or helper is shared with another letterhead or format.
  const handlebars = Handlebars.create()
  for (const name of ['lookup', 'log']) handlebars.unregisterHelper(name)
  const helpers = kind === 'txt' ? TEXT_HELPERS : {}
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, helper)

  const main = `release.${kind}.hbs`
  const partials = await readPartials(folder, kind)
  const source = await readText(join(folder, main)).catch((cause: unknown) => {
    const hint = 'a letterhead has release.html.hbs and release.txt.hbs: release letterhead eject mission'
    throw new ReleaseError('letterhead-invalid', `cannot read "${shownFolder}/${main}"`, { hint, cause })
  })
  const files = [{ file: main, source }, ...partials]
  const faults: Finding[] = []
  const trees = new Map<string, hbs.AST.Program>()
  for (const { file, source } of files) {
    try {
      trees.set(file, Handlebars.parse(source))
    } catch (error) {
      faults.push(syntaxFault(error, `${shownFolder}/${file}`))
    }
  }
  const tree = trees.get(main)
  if (faults.length === 0 && tree) {
    const named = new Map(
      partials.map(({ name, file }) => [name, { file, tree: trees.get(file) as hbs.AST.Program }]),
    )
    const options = {
      shape: VIEW_SHAPE,
      helpers: Object.keys(helpers),
      partials: named,
      html: kind === 'html',
    }
    for (const fault of checkTemplate({ file: main, tree }, options)) {
      faults.push({ ...fault, path: `${shownFolder}/${fault.path}` })
    }
  }
  if (faults.length > 0 || !tree) {
    throw new ReleaseError('letterhead-invalid', `the letterhead "${shownFolder}" has faulty templates`, {
      findings: faults,
    })
  }
  // The trees that were checked are the ones that run.
  const options = { strict: true, noEscape: kind === 'txt', preventIndent: true }
  for (const { name, file } of partials) {
    handlebars.registerPartial(name, handlebars.compile(trees.get(file), options))
  }
  const render = handlebars.compile<View>(tree, options)
  return (view) => render(view)
}

async function readPartials(
  folder: string,
  kind: string,
): Promise<{ name: string; file: string; source: string }[]> {
  const ending = `.${kind}.hbs`
  const names = (await readdir(join(folder, 'partials')).catch(() => []))
    .filter((name) => name.endsWith(ending))
    .sort()
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -ending.length),
      file: `partials/${name}`,
      source: await readText(join(folder, 'partials', name)),
    })),
  )
}

function syntaxFault(error: unknown, path: string): Finding {
  const message = error instanceof Error ? error.message : String(error)
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? 1)
  const [, , , expected] = message.split('\n')
  return {
    severity: 'error',
    rule: 'letterhead-invalid',
    message: `not a Handlebars template${expected ? `: ${expected.split(', got')[1] ? `unexpected${expected.split(', got')[1]}` : expected}` : ''}`,
    hint: 'close every {{#…}} with its {{/…}}',
    path,
    line,
    column: 1,
  }
}
