/** Longest beginning of a draft that is searched for its slug, bytes; front matter is at most 64 Ki characters. */
export const SLUG_BYTES = 262_144

/**
 * Reads only the slug of a draft, for the pass that names all outputs before the first one is written.
 * A slug that breaks the rules is left to the full reading, which refuses the draft.
 */
export function readSlug(head: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(head).replace(/\r\n?/g, '\n')
  const front = /^\uFEFF*---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)?.[1]
  const written = /^slug:[ \t]+(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#]+))/m.exec(front ?? '')
  const slug = written?.[1] ?? written?.[2] ?? written?.[3]
  return slug !== undefined && /^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(slug) ? slug : undefined
}
