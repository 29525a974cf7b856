import { classicMessages } from './classic/classicMessages.ts'
import type { ContentContext } from './blocks/contentContext.ts'
import type { OutgoingMessage } from './outgoingMessage.ts'
import type { RenderContext } from './renderContext.ts'
import { richMessages } from './rich/richMessages.ts'
import type { StepView } from './stepView.ts'

/** A step in the style of its bot. */
export const stepViewMessages = (
  view: StepView,
  style: RenderContext['style'],
  context: ContentContext,
): OutgoingMessage[] => {
  if (style === 'classic') return classicMessages(view, context)
  const [first, ...blocks] = view.blocks
  if (first?.type !== 'embed') return richMessages(view, context)
  // Rich messages preview no links: a step that begins with one shows it before.
  const opening = classicMessages({ ...view, blocks: [first], foot: [], keyboard: [] }, context)
  return [...opening, ...richMessages({ ...view, head: null, blocks }, context)]
}
