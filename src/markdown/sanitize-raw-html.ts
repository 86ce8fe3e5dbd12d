import type { Root } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize } from 'hast-util-sanitize'
import { SANITIZE_SCHEMA } from './allowed-html.ts'

/** Parses the raw HTML in a tree as a browser would (HTML5) and keeps what the allow-list names. */
export function sanitizeRawHtml(root: Root): Root {
  return sanitize(raw(root), SANITIZE_SCHEMA) as Root
}
