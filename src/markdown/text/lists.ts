import type { Element } from 'hast'
import { superscript } from '../superscript.ts'
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

/** Reads a list: its markers, numbers flush right to the widest, and whether it is tight. */
export function readList(list: Element, paper: Paper): ListFrame {
  const { notes, tightItem, first } = paper.context
  const items = list.children.filter(isItem)
  const tight = notes === true ? items.every(isOneBlock) : !items.some(holdsParagraph)
  // The first item follows closely where it stands under the text of an item that is itself in a tight list.
  const joinsNext = tight && tightItem === true && first === undefined
  if (list.tagName === 'ul') return { tight, joinsNext, nextMarker: () => '- ' }
  const markers = numbersOf(list, items).map((number) =>
    notes === true ? superscript(number) : `${number}.`,
  )
  const widest = markers.reduce((width, marker) => Math.max(width, marker.length), 0)
  let index = 0
  return { tight, joinsNext, nextMarker: () => `${(markers[index++] ?? '').padStart(widest)} ` }
}

/** The numbers that a browser shows: `start`, `reversed` and an item's own `value` count. */
function numbersOf(list: Element, items: readonly Element[]): number[] {
  const reversed = list.properties.reversed === true
  let next = wholeNumber(list.properties.start) ?? (reversed ? items.length : 1)
  return items.map((item) => {
    const number = wholeNumber(item.properties.value) ?? next
    next = number + (reversed ? -1 : 1)
    return number
  })
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
