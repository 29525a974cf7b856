import { htmlInline } from './htmlInline.ts'
import { hasAttribute, type HtmlElement, type HtmlNode } from './htmlTree.ts'

const FLAGS = ['bordered', 'striped', 'compact']
/** Rows may stand in groups. */
const GROUPS = new Set(['thead', 'tbody', 'tfoot'])

/** `<table>`; undefined if it has no rows. */
export function htmlTable(table: HtmlElement): Record<string, unknown> | undefined {
  const rows = rowsOf(table.children)
  if (rows.length === 0) return undefined
  const caption = elements(table.children).find(({ name }) => name === 'caption')
  const flags = FLAGS.filter((name) => hasAttribute(table, name))
  return {
    type: 'table',
    cells: rows.map(({ children }) =>
      elements(children)
        .filter(({ name }) => name === 'td' || name === 'th')
        .map(cell),
    ),
    ...Object.fromEntries(flags.map((name) => [`is_${name}`, true])),
    ...(caption && { caption: htmlInline(caption.children) }),
  }
}

function rowsOf(nodes: readonly HtmlNode[]): HtmlElement[] {
  return elements(nodes).flatMap((element) => {
    if (element.name === 'tr') return [element]
    return GROUPS.has(element.name) ? rowsOf(element.children) : []
  })
}

function cell({ name, attributes, children }: HtmlElement): Record<string, unknown> {
  const span = (text: string | undefined) => (/^\d{1,4}$/.test(text ?? '') ? Number(text) : 1)
  return {
    text: htmlInline(children),
    ...(name === 'th' && { is_header: true }),
    colspan: span(attributes.colspan),
    rowspan: span(attributes.rowspan),
    align: attributes.align ?? 'left',
    valign: attributes.valign ?? 'top',
  }
}

function elements(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.filter((node) => typeof node !== 'string')
}
