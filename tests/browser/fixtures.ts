import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openPrinter, type Printer, type PrinterOptions } from '../../src/browser/open-printer.ts'
import type { HtmlPieces } from '../../src/render/html.ts'

const fontFolder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/source-serif-4/package.json')),
  'files',
)

/** An `@font-face` rule with the font inside. */
export function fontFace(family: string, file: string): string {
  const data = readFileSync(join(fontFolder, `source-serif-4-latin-${file}.woff2`)).toString('base64')
  return `@font-face{font-family:${family};src:url(data:font/woff2;base64,${data}) format('woff2')}`
}

/** A style sheet as a letterhead has it: a text font, and another that only the margin box of a page uses. */
export const LETTERHEAD_CSS = `${fontFace('Body', '400-normal')}${fontFace('Foot', '600-italic')}
@page{size:A4;margin:25mm 20mm;@bottom-center{font-family:Foot;content:"Page " counter(page) " of " counter(pages)}}
body{font-family:Body}`

/** A self-contained document with a table of header cells, whose ids vary from print to print. */
export function documentOf(
  body: string,
  { title = 'A release', lang = 'en', css = LETTERHEAD_CSS } = {},
): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'">
<title>${title}</title><style>${css}</style></head>
<body><h1>${title}</h1>${body}<table><tr><th>Year<th>Victims</tr><tr><td>1992<td>613</tr></table></body></html>`
}

const PIECES = /^([\s\S]*?<style>)((?:@font-face\{[^}]*\}\s*)+)([\s\S]*)$/

/** A document as it is printed: the rules of its fonts by themselves. */
export function pieces(html: string): HtmlPieces {
  const [, before = html, fonts = '', behind = ''] = PIECES.exec(html) ?? []
  return { before, fonts, behind }
}

/** So many paragraphs. */
export function paragraphs(count: number): string {
  return '<p>The water stood in the <b>old town</b> for three days and nobody had been warned of it.</p>'.repeat(
    count,
  )
}

/** Runs a test with a printer of this environment and closes it whatever happens. */
export async function withPrinter<T>(
  options: Partial<PrinterOptions>,
  use: (printer: Printer) => Promise<T>,
): Promise<T> {
  const printer = openPrinter({ env: process.env, ...options })
  try {
    return await use(printer)
  } finally {
    await printer.close()
  }
}

/** A folder that is gone after the test; open to all, since the browser of a root process is another user. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'printer-test-'))
  chmodSync(folder, 0o755)
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes an executable script. */
export function program(folder: string, name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  chmodSync(path, 0o755)
  return path
}

/** The hash of some bytes, short enough to read. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}

/** Process ids of a group's living members. */
export function groupMembers(group: number): number[] {
  return processes()
    .filter(({ pgrp, state }) => pgrp === group && state !== 'Z')
    .map(({ pid }) => pid)
}

function processes(): { pid: number; pgrp: number; state: string }[] {
  return readFolder('/proc').flatMap((name) => {
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return [{ pid: Number(name), state: fields[0] ?? '', pgrp: Number(fields[2]) }]
    } catch {
      return []
    }
  })
}

function readFolder(path: string): string[] {
  return readdirSync(path).filter((name) => /^\d+$/.test(name))
}
