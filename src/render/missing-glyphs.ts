import type { Draft } from '../draft/draft.ts'
import type { Finding } from '../finding.ts'
import type { MissingGlyph } from '../letterhead/font-choice.ts'

/** Fonts on npm for scripts that the standard faces lack, and that letterheads use where they are installed. */
const PACKAGES: readonly (readonly [script: RegExp, name: string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'noto-serif-jp'],
  [/\p{Script=Hangul}/u, 'noto-serif-kr'],
  [/\p{Script=Han}/u, 'noto-serif-sc'],
  [/\p{Script=Hebrew}/u, 'noto-serif-hebrew'],
  [/\p{Script=Devanagari}/u, 'noto-serif-devanagari'],
]

/** After this many a warning for each character tells nothing new. */
const MOST = 8

/** A warning for each character that no embedded font has, where it first stands; many are counted in one. */
export function missingGlyphs(missing: readonly MissingGlyph[], draft: Draft): Finding[] {
  const all = missing.map(({ character }) => character).join('')
  const name = PACKAGES.find(([script]) => script.test(all))?.[1]
  const hint = name
    ? `install a font that has it: npm install @fontsource/${name}`
    : 'write it otherwise, or add a font that has it to letterhead.yaml'
  const told = missing.slice(0, missing.length > MOST ? MOST - 1 : MOST)
  const findings = told.map(({ character, codePoint }) =>
    finding(draft, character, `no embedded font has "${character}" (${code(codePoint)})`, hint),
  )
  const rest = missing.slice(told.length)
  if (rest[0]) {
    const message = `no embedded font has ${rest.length} more characters, from "${rest[0].character}" (${code(rest[0].codePoint)}) on`
    findings.push(finding(draft, rest[0].character, message, hint))
  }
  return findings
}

function code(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

function finding(draft: Draft, character: string, message: string, hint: string): Finding {
  const offset = draft.source.indexOf(character)
  const before = offset < 0 ? '' : draft.source.slice(0, offset)
  const place = { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') }
  return { severity: 'warning', rule: 'glyph-missing', message, hint, path: draft.path, ...place }
}
