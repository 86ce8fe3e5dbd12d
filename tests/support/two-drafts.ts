import { readFileSync, symlinkSync, utimesSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { LETTERHEAD } from './letterheads.ts'
import { draft, makeProject, type Project } from './project.ts'

/** A square of that colour. */
export const SVG = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${color}"/></svg>`
const FONTS = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/source-serif-4/package.json')),
  'files',
)
/** A cut of a font as a file of its own. */
export const font = (cut: string) => readFileSync(join(FONTS, `source-serif-4-latin-${cut}.woff2`))

const OURS = `${LETTERHEAD}phones: ["+12125550142"]
`.replace('fonts: [', 'fonts: [{family: Ours, files: [{file: ours.woff2, weight: 400, style: normal}]}, ')
const HTML = '<!doctype html><html><head>{{{head}}}</head><body>{{> top}}<i>none</i>{{{body}}}</body></html>'

/** Two drafts on a letterhead of their own, one with a linked picture, one that recurs. */
export function twoDrafts(): Project {
  const made = makeProject({
    'release.config.yaml': 'letterheads: letterheads\n',
    'drafts/a.md': draft(['letterhead: ours'], '![A red square](picture.svg)\n\nRuritania thanks.\n'),
    'drafts/b.md': draft(['letterhead: ours', 'embargo: 2027-03-01T12:00Z']),
    'drafts/red.svg': SVG('red'),
    'drafts/blue.svg': SVG('blue'),
  })
  for (const name of ['ours', 'theirs']) {
    made.write(`letterheads/${name}/letterhead.yaml`, OURS)
    made.write(
      `letterheads/${name}/release.html.hbs`,
      HTML.replace('{{{body}}}', `{{{body}}}<!-- ${name} -->`),
    )
    made.write(`letterheads/${name}/release.txt.hbs`, '{{body}}\n')
    made.write(`letterheads/${name}/partials/top.html.hbs`, '<p>{{institution.name}}</p>')
    made.write(`letterheads/${name}/ours.woff2`, font('400-normal'))
  }
  symlinkSync('red.svg', join(made.folder, 'drafts/picture.svg'))
  return made
}

/** An absolute path in a project. */
export const path = ({ folder }: Project, file: string) => join(folder, file)
/** Gives a file an mtime of long ago. */
export const touch = (made: Project, file: string) =>
  utimesSync(path(made, file), 1_700_000_000, 1_700_000_000)
/** Replaces the first of some words in a file. */
export const edit = (made: Project, file: string, from: string, to: string) =>
  made.write(file, made.read(file).replace(from, to))
