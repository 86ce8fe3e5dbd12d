/** Schemes a release may link to (contract, "Links"). */
const SCHEMES = ['https', 'http', 'mailto', 'tel']

/**
 * Says why an address may not be a link, or nothing when it may: https, http, mailto, tel and `#fragment`
 * only. Blanks and control characters are skipped, as browsers do before they look for a scheme.
 */
export function refuseLink(url: string): { message: string; hint: string } | undefined {
  const bare = url.replace(/[\u0000-\u0020\u007f-\u009f]/g, '')
  const shown = url.length > 80 ? `${url.slice(0, 80)}…` : url
  if (bare.startsWith('#')) return undefined
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  if (scheme === undefined) {
    return {
      message: `link "${shown}" has no scheme`,
      hint: 'write the whole address: https://ruritania.example/video',
    }
  }
  if (!SCHEMES.includes(scheme)) {
    return {
      message: `link "${shown}" has the scheme "${scheme}:"`,
      hint: 'links may be https, http, mailto, tel or #',
    }
  }
  if (/^https?:/i.test(bare) && !URL.canParse(bare)) {
    return {
      message: `link "${shown}" is not a web address`,
      hint: 'for example https://ruritania.example/video',
    }
  }
  return undefined
}
