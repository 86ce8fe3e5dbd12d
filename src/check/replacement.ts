import { capitalize } from '../language/capitalize.ts'
import type { IssuedPassage } from './passages.ts'
import type { RuleFinding } from './rule.ts'

/**
 * A fix that writes a text at a stretch of a passage. None where an expression wrote the stretch, or a mark
 * of Markdown stands in it.
 */
export function replacement(
  passage: IssuedPassage,
  { start, end }: { start: number; end: number },
  text: string,
  safe: boolean,
): Pick<RuleFinding, 'fix'> {
  if (end <= start || passage.isFilled(start, end)) return {}
  for (let i = start; i < end - 1; i++) if (passage.ends[i] !== passage.starts[i + 1]) return {}
  return { fix: { ...passage.spanOf(start, end), text, safe } }
}

/** A text with a capital where what it replaces has one. */
export function likeCapital(tag: string, written: string, text: string): string {
  return /^\p{Lu}/u.test(written) ? capitalize(text, tag) : text
}
