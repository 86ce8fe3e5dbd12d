import { printable } from './printable.ts'

/** The addresses a text refers to, numbered from 1 in order of first use. */
export interface LinkReferences {
  /** Answers the number of an address, giving it the next one where it is new. */
  refer(url: string): number
  /** All addresses so far; number n stands at n - 1. */
  readonly urls: readonly string[]
}

/** Starts an empty list of addresses, shared by all parts of one release. */
export function linkReferences(): LinkReferences {
  const numbers = new Map<string, number>()
  const urls: string[] = []
  return {
    urls,
    refer(url) {
      const known = numbers.get(url)
      if (known !== undefined) return known
      urls.push(url)
      numbers.set(url, urls.length)
      return urls.length
    },
  }
}

/**
 * Writes a link: its words, and the address as ` [n]` where the words do not already say it.
 * Words that are the address stand in `<…>` as they were written, so that no word is added to them.
 */
export function writeLink(label: string, href: string, references: LinkReferences): string {
  const words = label.trim()
  const before = label.slice(0, label.indexOf(words))
  const after = label.slice(before.length + words.length)
  return before + writeWords(words, href, references) + after
}

function writeWords(words: string, href: string, references: LinkReferences): string {
  if (href.startsWith('#')) return words
  const isContact = /^(?:mailto|tel|sms):/i.test(href)
  if (isContact && saysContact(words, href)) return words
  if (!isContact && saysAddress(words, href)) return `<${words}>`
  return `${words}\u00a0[${references.refer(wholeUrl(href))}]`
}

/** An address is one word of the text, so spaces of a careless author become `%20`. */
function wholeUrl(href: string): string {
  return printable(href).trim().replace(/\s/g, encodeURIComponent)
}

function saysAddress(words: string, href: string): boolean {
  if (/\s/.test(words)) return false
  const [said, address] = [comparable(words), comparable(href)]
  return said === address || said === address.replace(/^https?:\/\//, '')
}

/** Parsers percent-encode what a draft writes plainly, and a final slash says nothing. */
function comparable(url: string): string {
  let plain = url
  try {
    plain = decodeURI(url)
  } catch {
    // A stray % is no encoding: compare what stands there.
  }
  return plain.replace(/\/$/, '')
}

/** A mailbox must be the very same; of a telephone number the digits tell, in whatever grouping. */
function saysContact(words: string, href: string): boolean {
  const target = comparable(withoutQuery(href))
  if (/^mailto:/i.test(href)) return comparable(withoutQuery(words)).toLowerCase() === target.toLowerCase()
  const digits = words.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= 5 && target.replace(/\D/g, '').includes(digits)
}

function withoutQuery(address: string): string {
  return address.replace(/^(?:mailto|tel|sms):/i, '').replace(/\?.*$/s, '')
}
