type Node = Record<string, unknown>

/** Lexical's serialised nodes, as short as a test wants them. */
export const lexical = {
  text: (text: string, format = 0): Node => ({ type: 'text', text, format }),
  paragraph: (...children: Node[]): Node => ({ type: 'paragraph', children }),
  node: (type: string, children: Node[], more: Node = {}): Node => ({ type, children, ...more }),
  link: (url: string, ...children: Node[]): Node => ({
    type: 'link',
    fields: { linkType: 'custom', url },
    children,
  }),
  list: (listType: string, items: Node[][], more: Node = {}): Node => ({
    type: 'list',
    listType,
    ...more,
    children: items.map((children) => ({ type: 'listitem', children })),
  }),
  block: (blockType: string, fields: Node): Node => ({
    type: 'block',
    version: 2,
    format: '',
    fields: { id: '1', blockName: '', blockType, ...fields },
  }),
  content: (...children: Node[]) => ({ root: { type: 'root', children } as Node }),
}

export const formats = {
  ...{ bold: 1, italic: 2, strikethrough: 4, underline: 8, code: 16, subscript: 32, superscript: 64 },
} as const
