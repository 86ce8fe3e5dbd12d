import { readYaml } from '../yaml/read-yaml.ts'

/** Longest beginning of a draft that is searched for its slug, bytes; front matter is at most 64 Ki characters. */
export const SLUG_BYTES = 262_144

/** Letters, digits and hyphens, with a letter or digit at both ends. */
export const SLUG = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i

/** What the pass that names all outputs needs to know of a draft. */
export interface DraftHead {
  readonly slug: string | undefined
  /** True where the draft has an occasion, and so is issued for years. */
  readonly isRecurring: boolean
}

/**
 * Reads only the slug of a draft and whether it has an occasion, for the pass that names all outputs before the first one is written.
 * A slug that breaks the rules is left to the full reading, which refuses the draft.
 */
export function readHead(head: Uint8Array): DraftHead {
  const text = new TextDecoder().decode(head).replace(/\r\n?/g, '\n')
  const front = /^\uFEFF*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)?.[1] ?? ''
  const slug = /^slug:[ \t]+([\w-]+)[ \t]*(?:#.*)?$/m.exec(front)?.[1] ?? unusualSlug(front)
  return {
    slug: slug !== undefined && SLUG.test(slug) ? slug : undefined,
    isRecurring: /^occasion:(?:[ \t]|$)/m.test(front) || hasUnusualOccasion(front),
  }
}

function hasUnusualOccasion(front: string): boolean {
  if (!front.includes('occasion')) return false
  const { data } = readYaml(front, { rule: 'front-matter-syntax' })
  return ((data?.value as { occasion?: unknown } | null | undefined)?.occasion ?? null) !== null
}

/** YAML can write a key in more ways than a line tells: in quotes, as a map, with the value in the next line. */
function unusualSlug(front: string): string | undefined {
  if (!front.includes('slug')) return undefined
  const { data } = readYaml(front, { rule: 'front-matter-syntax' })
  const slug = (data?.value as { slug?: unknown } | null | undefined)?.slug
  return slug === undefined || slug === null ? undefined : String(slug).trim()
}
