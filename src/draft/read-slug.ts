import { readYaml } from '../yaml/read-yaml.ts'

/** Longest beginning of a draft that is searched for its slug, bytes; front matter is at most 64 Ki characters. */
export const SLUG_BYTES = 262_144

/** Letters, digits and hyphens, with a letter or digit at both ends. */
export const SLUG = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i

/**
 * Reads only the slug of a draft, for the pass that names all outputs before the first one is written.
 * A slug that breaks the rules is left to the full reading, which refuses the draft.
 */
export function readSlug(head: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(head).replace(/\r\n?/g, '\n')
  const front = /^\uFEFF*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)?.[1] ?? ''
  const slug = /^slug:[ \t]+([\w-]+)[ \t]*(?:#.*)?$/m.exec(front)?.[1] ?? unusualSlug(front)
  return slug !== undefined && SLUG.test(slug) ? slug : undefined
}

/** YAML can write a key in more ways than a line tells: in quotes, as a map, with the value in the next line. */
function unusualSlug(front: string): string | undefined {
  if (!front.includes('slug')) return undefined
  const { data } = readYaml(front, { rule: 'front-matter-syntax' })
  const slug = (data?.value as { slug?: unknown } | null | undefined)?.slug
  return slug === undefined || slug === null ? undefined : String(slug).trim()
}
