/** A text as scanners compare it: small letters, one kind of blank and hyphen; of the same length. */
export function normalise(text: string): string {
  // `İ` in small letters is two code units: Azerbaijani and Turkish mean "i".
  const plain = text.includes('İ') ? text.replaceAll('İ', 'i') : text
  const small = plain.toLowerCase()
  const normal = small.length === text.length ? small : plain
  return ODD.test(normal)
    ? normal
        .replace(/[\s\u00a0\u202f]/g, ' ')
        .replace(/[\u2010\u2011]/g, '-')
        .replace(/[’ʼ]/g, "'")
    : normal
}

const ODD = /[^\S ]|[\u2010\u2011’ʼ]/
