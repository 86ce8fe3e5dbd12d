/**
 * A text as scanners compare it: small letters, one kind of blank and hyphen, Western figures; of the same
 * length. The Turkic "ı" counts as "i", as nobody can tell which of them a capital I is.
 */
export function normalise(text: string): string {
  // `İ` in small letters is two code units: Azerbaijani and Turkish mean "i".
  const plain = text.includes('İ') ? text.replaceAll('İ', 'i') : text
  const small = plain.toLowerCase()
  const normal = small.length === text.length ? small : plain
  return ODD.test(normal)
    ? westernFigures(normal)
        .replace(/[\s\u00a0\u202f]/g, ' ')
        .replace(/[\u2010\u2011]/g, '-')
        .replace(/[’ʼ]/g, "'")
        .replaceAll('ı', 'i')
    : normal
}

const ODD = /[^\S ]|[\u2010\u2011’ʼı٠-٩۰-۹０-９]/

/** Arabic-Indic, Persian and full-width figures as Western ones. */
export function westernFigures(text: string): string {
  // All three begin at a code that ends in 0.
  return text.replace(/[٠-٩۰-۹０-９]/g, (figure) => String(figure.charCodeAt(0) % 16))
}

/** Western figures as the kind that a text is written in. */
export function figuresLike(model: string, text: string): string {
  const figure = /[٠-٩۰-۹０-９]/.exec(model)
  if (!figure) return text
  const zero = figure[0].charCodeAt(0) & ~15
  return text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)))
}
