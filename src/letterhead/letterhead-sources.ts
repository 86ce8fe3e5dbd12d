import { readdirSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { findPackage } from './fonts.ts'
import type { Letterhead } from './letterhead.ts'

/** Everything that decides what a letterhead prints, whether it is there or not. */
export interface LetterheadSources {
  /** Paths relative to its folder, as they are named in it: data, templates, style sheets, logo, own fonts. */
  readonly files: readonly string[]
  /** Font packages, installed or not. */
  readonly packages: readonly string[]
}

const PARTIALS = 'partials'
const ALWAYS = ['letterhead.yaml', 'release.html.hbs', 'release.txt.hbs', 'screen.css', 'print.css']

/** Lists what a letterhead was made of; for finding out later whether it has changed. */
export function letterheadSources({ folder, fields }: Letterhead): LetterheadSources {
  const fonts = fields.fonts.flatMap(({ files }) => files ?? []).map(({ file }) => file)
  return {
    files: [
      ...ALWAYS,
      ...partialsOf(folder),
      ...(fields.logo === undefined ? [] : [fields.logo.file]),
      ...fonts,
    ],
    packages: fields.fonts.flatMap((font) => font.package ?? []),
  }
}

/** The partials of a folder now, named as in `files`; editors and systems leave other files there. */
function partialsOf(folder: string): string[] {
  try {
    const names = readdirSync(join(folder, PARTIALS)).filter((name) => /\.(?:html|txt)\.hbs$/.test(name))
    return names.sort().map((name) => `${PARTIALS}/${name}`)
  } catch {
    return []
  }
}

/** True where a folder has those partials now that are listed, no more and no fewer. */
export function hasSamePartials(folder: string, { files }: Pick<LetterheadSources, 'files'>): boolean {
  return String(partialsOf(folder)) === String(files.filter((file) => file.startsWith(`${PARTIALS}/`)))
}

/**
 * Where the sources lie now, absolute, in their order: files, then the `package.json` of each package, which
 * carries its version; `undefined` for a package that is not installed.
 */
export function locateSources(
  folder: string,
  { files, packages }: LetterheadSources,
): (string | undefined)[] {
  return [
    ...files.map((file) => (isAbsolute(file) ? file : join(folder, file))),
    ...packages.map((name) => {
      const found = findPackage(name, folder)
      return found && join(found, 'package.json')
    }),
  ]
}
