const frame = { format: '', indent: 0, version: 1, direction: 'ltr' }

/** Paragraphs as the lesson editor stores them. */
export const richText = (...paragraphs: string[]) => ({
  root: {
    type: 'root',
    ...frame,
    direction: 'ltr' as const,
    format: '' as const,
    children: paragraphs.map((text) => ({
      type: 'paragraph',
      ...frame,
      children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
    })),
  },
})
