import { toLexical } from '../../src/lesson/content/toLexical.ts'
import type { Block } from '../../src/lesson/content/block.ts'
import type { Step } from '../../src/payload-types.ts'

/** A step's content as the editor stores it. */
export const contentOf = (...blocks: Block[]): Step['content'] => toLexical(blocks) as Step['content']

export const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [] }],
})
