import type { Rule, RuleFinding } from '../rule.ts'

// Marks that turn the direction of writing.
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u
const ISOLATES = /[\u2066-\u2069]/u
const INVISIBLE = /[\u200b-\u200d\u00ad\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]/gu
const HAS_INVISIBLE = new RegExp(INVISIBLE.source, 'u')
const JOINERS = /[\u200c\u200d]/u
const EUROPEAN = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u

/** Languages that break lines at U+200B, for want of blanks between words. */
const BREAKING = ['th', 'km', 'lo', 'my']
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur', 'ps', 'ku', 'yi', 'sd', 'ug']

/** A character that no reader sees and that search, copy and copy-editing stumble over. */
export const invisibleChar: Rule = {
  id: 'invisible-char',
  group: 'language',
  severity: 'warning',
  doc: 'Catches zero-width spaces, byte order marks, soft hyphens and line separators in the text; as errors, marks that turn the direction of writing.',
  source:
    'Unicode Standard, chapter 23; UTR #36 for marks of direction. Joiners in Arabic, in Indic scripts and in emoji, and isolates in languages written from right to left, are left alone.',
  bad: 'Strelsau<U+200B> remembers',
  good: 'Strelsau remembers',
  skips: ['code', 'address'],
  *check({ passages, source, tag }) {
    const primary = tag.split('-')[0] ?? ''
    for (const passage of passages) {
      if (!HAS_INVISIBLE.test(source.slice(passage.starts[0], passage.ends.at(-1)))) continue
      for (const [i, start] of passage.starts.entries()) {
        const written = source.slice(start, passage.ends[i])
        if (passage.isFilled(i, i + 1) || written.length > 200) continue
        for (const { index, 0: char } of written.matchAll(INVISIBLE)) {
          if (char === '\u200b' && BREAKING.includes(primary)) continue
          if (ISOLATES.test(char) && RIGHT_TO_LEFT.includes(primary)) continue
          const around = [passage.text[i - 1] ?? '', passage.text[i + 1] ?? '']
          if (JOINERS.test(char) && !around.every((one) => EUROPEAN.test(one))) continue
          yield found(char, start + index)
        }
      }
    }
  },
}

function found(char: string, start: number): RuleFinding {
  const name = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const span = { start, end: start + 1 }
  // Line separators part words: they become the blank that they look like.
  const text = /[\u2028\u2029]/u.test(char) ? ' ' : ''
  return {
    ...span,
    ...(BIDI.test(char) ? { severity: 'error' } : {}),
    message: `<${name}>: an invisible character`,
    hint: text === ' ' ? 'write a space' : 'take it out',
    fix: { ...span, text, safe: true },
  }
}
