import type { Block } from '../../../lesson/content/block.ts'
import { quizLanguage } from './readCode.ts'

const standsAlone = (block: Block): boolean =>
  block.type === 'callout' ||
  block.type === 'details' ||
  (block.type === 'code' && block.language === quizLanguage)

/**
 * Puts blocks into a frame (a callout, details). Frames do not nest in the editor: one within comes after it, and
 * what followed it stands in a frame of its own, which need not say its title again.
 * @param hasTitle the first frame says something by itself, also when nothing is left to stand in it
 */
export const nest = (
  blocks: readonly Block[],
  hasTitle: boolean,
  frame: (blocks: Block[], isFirst: boolean) => Block,
): Block[] => {
  const result: Block[] = []
  let inside: Block[] = []
  let isFramed = false
  const close = () => {
    // Its title comes before everything that was in it.
    if (inside.length > 0 || (hasTitle && !isFramed)) {
      result.push(frame(inside, !isFramed))
      isFramed = true
    }
    inside = []
  }
  for (const block of blocks) {
    if (standsAlone(block)) {
      close()
      result.push(block)
    } else inside.push(block)
  }
  close()
  return result.length > 0 ? result : [frame([], true)]
}
