import type { SvgElement } from './scan-svg.ts'

/** Counts what a drawing unfolds into; fed while it is scanned. */
export interface Unfolding {
  /** An element begins, which refers to these fragments. */
  open(element: SvgElement, references: readonly string[]): void
  /** It ends. */
  close(element: SvgElement): void
  /** Elements after every reference is replaced by what it means; `Infinity` for chains of over 100. */
  size(): number
}

/** What lies inside an element that has an id, and what that refers to. */
interface Part {
  elements: number
  references: string[]
}

/** A few lines of nested `use` unfold into millions of shapes ("billion laughs"), so they are added up first. */
export function countUnfolding(): Unfolding {
  const whole: Part = { elements: 0, references: [] }
  const parts = new Map<string, Part>()
  const around: Part[] = [whole]
  const counted = new Map<Part, number>()

  const count = (part: Part, depth: number): number => {
    if (depth > 100) return Number.POSITIVE_INFINITY
    const known = counted.get(part)
    if (known !== undefined) return known
    // A circle counts nothing further: browsers leave it out.
    counted.set(part, 0)
    let size = part.elements
    for (const id of part.references) size += referred(id, depth)
    counted.set(part, size)
    return size
  }
  const referred = (id: string, depth: number): number => {
    const part = parts.get(id)
    return part ? count(part, depth + 1) : 0
  }

  return {
    open({ attributes }, references) {
      const id = attributes.get('id')
      if (id !== undefined) {
        const part = { elements: 0, references: [] }
        parts.set(id, part)
        around.push(part)
      }
      for (const part of around) {
        part.elements += 1
        for (const reference of references)
          if (reference.startsWith('#')) part.references.push(reference.slice(1))
      }
    },
    close({ attributes }) {
      if (attributes.has('id')) around.pop()
    },
    size: () => count(whole, 0),
  }
}
