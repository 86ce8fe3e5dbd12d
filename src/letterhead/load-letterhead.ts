import { isAbsolute, join, relative } from 'node:path'
import { type Finding, ReleaseError } from '../finding.ts'
import { checkFields } from '../yaml/check-fields.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { faultyPhones } from './faulty-phones.ts'
import type { KnownLetterhead } from './find-letterhead.ts'
import { type FontDeclaration, loadFonts } from './fonts.ts'
import type { Letterhead } from './letterhead.ts'
import { type LetterheadFields, letterheadFields } from './letterhead-fields.ts'
import { logoDataUrl } from './logo.ts'
import { readText } from './read-text.ts'
import { compileTemplate } from './templates.ts'

/**
 * Reads a letterhead's folder: data, templates, CSS, fonts and the picture of the masthead.
 * Throws a `ReleaseError` `letterhead-invalid` that lists everything wrong, each at its place.
 */
export async function loadLetterhead(
  { name, folder, builtIn }: KnownLetterhead,
  cwd: string,
): Promise<Letterhead> {
  const shown = builtIn ? name : showFolder(folder, cwd)
  const fields = await readFields(folder, shown)
  const parts = [
    compileTemplate(folder, 'html', shown),
    compileTemplate(folder, 'txt', shown),
    readCss(folder, 'screen.css', shown),
    readCss(folder, 'print.css', shown),
    loadFonts(fontDeclarations(fields, folder), folder),
    fields.logo === undefined ? undefined : logoDataUrl(folder, fields.logo, shown),
  ] as const
  const settled = await Promise.allSettled(parts)
  const faults = settled.flatMap((part): unknown[] => (part.status === 'rejected' ? [part.reason] : []))
  if (faults.length > 0) throw together(faults, shown)
  const [html, text, screen, print, fonts, logo] = await Promise.all(parts)
  return Object.freeze({
    name,
    folder,
    fields,
    html,
    text,
    css: `${screen}\n@media print {\n${print}\n}\n`,
    fonts,
    logo,
  })
}

/** One error for all that is wrong with the parts of a letterhead. */
function together(faults: readonly unknown[], shown: string): unknown {
  const bug = faults.find((fault) => !(fault instanceof ReleaseError))
  if (bug !== undefined || faults.length === 1) return bug ?? faults[0]
  const findings = (faults as ReleaseError[]).flatMap(({ rule, message, hint, findings }): Finding[] => {
    if (findings.length > 0) return [...findings]
    const place = { path: `${shown}/letterhead.yaml`, line: 1, column: 1 }
    return [{ severity: 'error', rule, message, ...(hint === undefined ? {} : { hint }), ...place }]
  })
  return new ReleaseError('letterhead-invalid', `the letterhead "${shown}" is not valid`, { findings })
}

function showFolder(folder: string, cwd: string): string {
  const path = relative(cwd, folder)
  return (path === '' ? '.' : path.startsWith('..') ? folder : path).replaceAll('\\', '/')
}

async function readFields(folder: string, shown: string): Promise<LetterheadFields> {
  const rule = 'letterhead-invalid'
  const path = `${shown}/letterhead.yaml`
  const source = await readText(join(folder, 'letterhead.yaml')).catch((cause: unknown) => {
    throw new ReleaseError(rule, `cannot read "${path}"`, { hint: 'make it a readable file', cause })
  })
  const { data, findings } = readYaml(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), { rule })
  const unknownKey = { rule, severity: 'error' } as const
  const checked = data ? checkFields(data, letterheadFields, { rule, unknownKey }) : undefined
  const phones = data && checked?.value ? faultyPhones(checked.value, data) : []
  const told = [...findings, ...(checked?.findings ?? []), ...phones]
  const all: Finding[] = told.map((finding) => ({ ...finding, path }))
  if (all.length > 0 || !checked?.value) {
    throw new ReleaseError(rule, `the letterhead "${shown}" is not valid`, { findings: all })
  }
  return checked.value
}

/** What loads something: imports, addresses other than `data:` and `#…`, a function whose name is escaped. */
const OUTSIDE =
  /@import[^;]*|\burl\(\s*(?!["']?(?:data:|#))[^)]*\)|\b(?:image-set|src)\(\s*["'](?!data:)[^)]*\)|\\[\w\\-]*\(/i

/** A letterhead need not have both style sheets; one that cannot be read is a fault. */
async function readCss(folder: string, file: string, shown: string): Promise<string> {
  const css = await readText(join(folder, file)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return ''
    throw new ReleaseError('letterhead-invalid', `cannot read "${shown}/${file}"`, {
      hint: 'make it readable',
      cause,
    })
  })
  // Comments become blanks, so that what they hold is not taken for rules and every line keeps its number.
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  const found = OUTSIDE.exec(rules) ?? /<\/style/i.exec(css)
  if (found === null) return css.trim()
  const outside = found[0]
  const line = css.slice(0, found.index).split('\n').length
  const message = `"${outside.slice(0, 60)}" would leave the document`
  const hint = 'a release is one file: write data: URLs, declare fonts in letterhead.yaml'
  const finding: Finding = {
    severity: 'error',
    rule: 'letterhead-invalid',
    message,
    hint,
    path: `${shown}/${file}`,
    line,
    column: 1,
  }
  throw new ReleaseError('letterhead-invalid', message, { findings: [finding] })
}

function fontDeclarations(fields: LetterheadFields, folder: string): FontDeclaration[] {
  return fields.fonts.map(({ family, package: name, files, weights, italics, optional }) => ({
    family,
    weights,
    italics,
    optional,
    ...(name === undefined ? {} : { package: name }),
    ...(files === undefined
      ? {}
      : {
          files: files.map((item) => ({
            ...item,
            file: isAbsolute(item.file) ? item.file : join(folder, item.file),
          })),
        }),
  }))
}
