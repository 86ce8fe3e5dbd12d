import type { Element } from 'hast'
import type { Paper } from './paper.ts'

/** A list whose items are being written. */
export interface ListFrame {
  /** The marker of the next item, with its space. */
  nextMarker(): string
  /** True where no blank line separates the items. */
  readonly tight: boolean
  /** True where the next item follows without a blank line. */
  joinsNext: boolean
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Reads a list: its markers, numbers flush right to the widest, and whether it is tight. */
export function readList(list: Element, paper: Paper): ListFrame {
  const { notes, tightItem, first } = paper.context
  const items = list.children.filter(isItem)
  const tight = notes === true ? items.every(isOneBlock) : !items.some(holdsParagraph)
  // The first item follows closely where it stands under the text of an item that is itself in a tight list.
  const joinsNext = tight && tightItem === true && first === undefined
  if (list.tagName === 'ul') return { tight, joinsNext, nextMarker: () => '- ' }
  let number = wholeNumber(list.properties.start) ?? 1
  const write = notes === true ? superscript : (value: number) => `${value}.`
  const widest = Math.max(write(number).length, write(number + items.length - 1).length)
  return { tight, joinsNext, nextMarker: () => `${write(number++).padStart(widest)} ` }
}

/** A footnote's number as its marks in the text show it: ¹, ¹². */
function superscript(value: number): string {
  return String(value).replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit)
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}

function isItem(node: Element['children'][number]): node is Element {
  return node.type === 'element' && node.tagName === 'li'
}

/** Markdown's tight items hold bare text, its loose ones paragraphs. */
function holdsParagraph(item: Element): boolean {
  return item.children.some((child) => child.type === 'element' && child.tagName === 'p')
}

function isOneBlock(item: Element): boolean {
  return item.children.filter((child) => child.type === 'element').length <= 1
}
