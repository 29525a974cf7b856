import type { Block } from '../../../lesson/content/block.ts'
import { quizLanguage } from './readCode.ts'

const standsAlone = (block: Block): boolean =>
  block.type === 'callout' ||
  block.type === 'details' ||
  (block.type === 'code' && block.language === quizLanguage)

/**
 * Puts blocks into a frame (a callout, details). Frames do not nest in the editor: one within comes after it, and
 * what followed it stands in a frame of its own.
 */
export const nest = (blocks: readonly Block[], frame: (blocks: Block[]) => Block): Block[] => {
  const result: Block[] = []
  let inside: Block[] = []
  const close = () => {
    if (inside.length > 0) result.push(frame(inside))
    inside = []
  }
  for (const block of blocks) {
    if (standsAlone(block)) {
      close()
      result.push(block)
    } else inside.push(block)
  }
  close()
  return result.length > 0 ? result : [frame([])]
}
