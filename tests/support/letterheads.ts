import { join } from 'node:path'
import { loadLetterhead } from '../../src/letterhead/load-letterhead.ts'
import { makeProject } from './project.ts'

/** `letterhead.yaml` of a letterhead that loads; tests put lines under it. */
export const LETTERHEAD = [
  'institution: {name: Permanent Mission of Ruritania, short_name: Ruritania}',
  'address: {street: 100 Example Avenue, city: New York, region: NY, postcode: "10017", country: US}',
  'paper: letter',
  'fonts: [{family: Source Serif 4, package: "@fontsource/source-serif-4", italics: [400]}]',
  '',
].join('\n')

/** Loads a letterhead of these files in a folder of its own; a template prints little unless it is given. */
export async function letterheadOf(files: Readonly<Record<string, string>> = {}) {
  const { folder } = makeProject({
    'own/letterhead.yaml': LETTERHEAD,
    'own/release.html.hbs': '<!doctype html><html><head>{{{head}}}</head><body>{{{body}}}</body></html>',
    'own/release.txt.hbs': '{{body}}\n',
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`own/${name}`, text])),
  })
  return loadLetterhead({ name: './own', folder: join(folder, 'own'), builtIn: false }, folder)
}
