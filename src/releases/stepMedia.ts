import type { Block } from '../lesson/content/block.ts'
import { fromLexical } from '../lesson/content/fromLexical.ts'
import { questionMedia } from '../lesson/engine/quiz/questionMedia.ts'
import type { ReleaseStep } from '../lesson/engine/release.ts'

const mediaIn = (block: Block): string[] => {
  if ('media' in block) return [block.media]
  if (block.type === 'album') return block.items.map(({ media }) => media)
  return 'blocks' in block ? block.blocks.flatMap(mediaIn) : []
}

/** Ids of the files that a step uses: in its content, as its video, in its questions. */
export const stepMedia = (step: ReleaseStep): string[] => {
  const ids = fromLexical(step.content).flatMap(mediaIn)
  if (step.stepType === 'video' && step.video !== null) ids.push(step.video)
  if (step.stepType === 'quiz') ids.push(...step.quiz.questions.flatMap(questionMedia))
  return ids
}
