import type { ElementContent, Root } from 'hast'
import { upperCase } from '../language/capitalize.ts'
import type { Labels } from '../language/language.ts'

/** The dateline as a line of its own: "New York, 26 February 2027". */
export function datelineLine(place: string, date: string, { comma }: Pick<Labels, 'comma'>): string {
  return place + comma + date
}

/** The dateline that runs into the text: "NEW YORK, 26 February 2027" (AP style, the date in house custom). */
export function runInDateline(
  place: string,
  date: string,
  labels: Pick<Labels, 'comma'>,
  tag: string,
): string {
  return datelineLine(upperCase(place, tag), date, labels)
}

/** Puts a run-in dateline and its dash before the first paragraph's text; on a line of its own before anything else. */
export function insertDateline(body: Root, dateline: string, { dash }: Pick<Labels, 'dash'>): Root {
  const index = body.children.findIndex((child) => child.type === 'element')
  const first = body.children[index]
  if (first?.type === 'element' && first.tagName === 'p') {
    const text: ElementContent = { type: 'text', value: dateline + dash }
    return { ...body, children: body.children.with(index, { ...first, children: [text, ...first.children] }) }
  }
  const own: ElementContent = { type: 'text', value: dateline }
  return {
    ...body,
    children: [{ type: 'element', tagName: 'p', properties: {}, children: [own] }, ...body.children],
  }
}
