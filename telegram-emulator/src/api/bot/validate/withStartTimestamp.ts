import type { MessageContent } from '../../../state/types.ts'
import type { Parameters } from '../parameters.ts'
import { LIMITS } from './limits.ts'

/** A forwarded or copied video may begin elsewhere than the one that it comes from. */
export function withStartTimestamp<Content extends MessageContent>(
  parameters: Parameters,
  content: Content,
): Content {
  if (!content.video || !parameters.has('video_start_timestamp')) return content
  const { start_timestamp: _, ...video } = content.video
  const start = parameters.integer('video_start_timestamp', 0, ...LIMITS.durationS)
  return { ...content, video: { ...video, ...(start > 0 && { start_timestamp: start }) } }
}
