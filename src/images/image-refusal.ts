/** Why an image is not embedded; caught in `readImages`, which makes a finding of it. */
export class ImageRefusal extends Error {
  override readonly name = 'ImageRefusal'
  /** The cure, with an accepted example. */
  readonly hint: string
  /** True when there is no such file, which is a rule of its own. */
  readonly missing: boolean

  /** The reason continues `image "x.png" …`; it never repeats anything a refused file holds. */
  constructor(reason: string, hint: string, missing = false) {
    super(reason)
    this.hint = hint
    this.missing = missing
  }
}

/** What a draft writes for an image that is accepted. */
export const EXAMPLE = '![What it shows](images/photo.jpg)'

/** Code units at most of an address in a message. */
const LONGEST = 200

/** An address in quotation marks that is safe to print: no control, no change of direction, not too long. */
export function quoted(url: string): string {
  const safe = url
    .slice(0, LONGEST + 1)
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufeff]/gu, (character) => {
      const code = (character.codePointAt(0) ?? 0).toString(16)
      return code.length > 2 ? `\\u{${code}}` : `\\x${code.padStart(2, '0')}`
    })
  return safe.length > LONGEST ? `"${safe.slice(0, LONGEST - 1).replace(/\p{Cs}$/u, '')}…"` : `"${safe}"`
}
