// Turns the Markdown of the invented drafts into Typst's markup: headings, paragraphs, emphasis, lists, quotations,
// tables and footnotes, which is all that these drafts hold.
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'

/** The same text for Typst. Throws for a kind of node that the drafts do not have. */
export function toTypst(markdown) {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmFootnote(), gfmTable()],
    mdastExtensions: [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()],
  })
  const notes = new Map()
  for (const node of tree.children) if (node.type === 'footnoteDefinition') notes.set(node.identifier, node)
  const inside = ({ children }, between = '') => children.map(write).join(between)
  const write = (node) => {
    if (node.type === 'text') return node.value.replace(/[\\#*_`$<>@~[\]]/g, '\\$&')
    if (node.type === 'emphasis') return `_${inside(node)}_`
    if (node.type === 'strong') return `*${inside(node)}*`
    if (node.type === 'heading') return `${'='.repeat(node.depth)} ${inside(node)}`
    if (node.type === 'paragraph') return inside(node)
    if (node.type === 'list') return node.children.map((item) => `- ${inside(item, '\n\n')}`).join('\n')
    if (node.type === 'blockquote') return `#quote(block: true)[${inside(node, '\n\n')}]`
    if (node.type === 'footnoteReference') return `#footnote[${inside(notes.get(node.identifier))}]`
    if (node.type === 'footnoteDefinition') return ''
    if (node.type === 'table') return table(node, inside)
    throw new Error(`no markup for "${node.type}"`)
  }
  const page = '#set page(paper: "a4", numbering: "1 / 1")\n#set text(size: 11pt)\n#set par(justify: true)\n'
  return `${page}\n${inside(tree, '\n\n')}\n`
}

function table({ children }, inside) {
  const cells = children.flatMap((row) => row.children.map((cell) => `[${inside(cell)}]`))
  return `#table(columns: ${children[0].children.length}, ${cells.join(', ')})`
}
