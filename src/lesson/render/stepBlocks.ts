import type { LearnerStep } from '../../contracts/learnerRelease.ts'
import type { Block } from '../content/block.ts'
import { fromLexical } from '../content/fromLexical.ts'

/** What a step shows, its video first. */
export const stepBlocks = (step: LearnerStep): Block[] => {
  const content = fromLexical(step.content)
  if (step.stepType !== 'video') return content
  if (step.video !== null) return [{ type: 'video', media: step.video, caption: '' }, ...content]
  return step.videoUrl === null ? content : [{ type: 'embed', url: step.videoUrl, title: '' }, ...content]
}
