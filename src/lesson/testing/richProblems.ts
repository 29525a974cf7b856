import type { InputRichBlock, RichText } from '@grammyjs/types'

const levelsOf = (text: RichText): number => {
  if (typeof text === 'string') return 1
  if (Array.isArray(text)) return 1 + Math.max(...text.map(levelsOf))
  return 1 + ('text' in text ? levelsOf(text.text) : 0)
}

const lengthOf = (text: RichText): number => {
  if (typeof text === 'string') return text.length
  if (Array.isArray(text)) return text.reduce((sum, part) => sum + lengthOf(part), 0)
  if (text.type === 'mathematical_expression') return text.expression.length
  return 'text' in text ? lengthOf(text.text) : 0
}

const emptyTexts = (text: RichText): string[] => {
  if (typeof text === 'string')
    return text === '' ? ['an empty text'] : text.isWellFormed() ? [] : ['half a character']
  if (Array.isArray(text)) return text.length === 0 ? ['an empty row of texts'] : text.flatMap(emptyTexts)
  if (text.type === 'mathematical_expression')
    return text.expression.trim() === '' ? ['an empty formula'] : []
  return 'text' in text ? emptyTexts(text.text) : []
}

/** What Telegram would refuse in a rich message, counted as strictly as its reference can be read. */
export const richProblems = (blocks: readonly InputRichBlock<never>[]): string[] => {
  const problems: string[] = []
  const count = { characters: 0, blocks: 0, media: 0, columns: 0, levels: 0 }
  const text = (value: RichText, level: number) => {
    count.characters += lengthOf(value)
    count.levels = Math.max(count.levels, level + levelsOf(value))
    problems.push(...emptyTexts(value))
  }
  const all = (inner: readonly InputRichBlock<never>[], level: number) => {
    if (inner.length === 0) problems.push('nothing in a block that holds blocks')
    for (const block of inner) visit(block, level)
  }
  const visit = (block: InputRichBlock<never>, level: number): void => {
    count.blocks += 1
    count.levels = Math.max(count.levels, level)
    if ('caption' in block && block.caption !== undefined)
      text((block.caption as { text: RichText }).text, level)
    if ('text' in block) text(block.text, level)
    switch (block.type) {
      case 'list':
        if (block.items.length === 0) problems.push('an empty list')
        if (new Set(block.items.map(({ type }) => type)).size > 1) problems.push('a list of two kinds')
        for (const item of block.items) {
          count.blocks += 1
          all(item.blocks, level + 2)
        }
        return
      case 'table':
        block.cells.forEach((row, index) => {
          count.blocks += 1
          for (const cell of row) if (cell.text !== undefined) text(cell.text, level + 2)
          const above = block.cells
            .slice(0, index)
            .flatMap((cells, top) => cells.filter(({ rowspan = 1 }) => top + rowspan > index))
          const width = [...row, ...above].reduce((sum, { colspan = 1 }) => sum + colspan, 0)
          count.columns = Math.max(count.columns, width)
        })
        return
      case 'details':
        text(block.summary, level)
        return all(block.blocks, level + 1)
      case 'blockquote':
      case 'collage':
      case 'slideshow':
        return all(block.blocks, level + 1)
      case 'mathematical_expression':
        count.characters += block.expression.length
        if (block.expression.trim() === '') problems.push('an empty formula')
        return
      case 'photo':
      case 'video':
      case 'animation':
      case 'audio':
      case 'voice_note':
      case 'document':
        count.media += 1
    }
  }
  all(blocks, 1)
  const limits = { characters: 32_768, blocks: 500, media: 50, columns: 20, levels: 16 }
  for (const [name, limit] of Object.entries(limits))
    if (count[name as keyof typeof count] > limit)
      problems.push(`${count[name as keyof typeof count]} ${name}`)
  return problems
}
