import { ZodError } from 'zod'

import type { LessonEffect } from '../../../src/contracts/lessonEffect.ts'
import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import type { RenderContext } from '../../../src/lesson/render/renderContext.ts'
import { renderEffect } from '../../../src/lesson/render/renderEffect.ts'
import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'
import type { ReleaseCache } from '../api/releaseCache.ts'
import { RetryLaterError } from '../retryLaterError.ts'

/** The CMS has no such release, or one that this version cannot read: asking again is of no use. */
const isFinal = (error: unknown): boolean =>
  error instanceof ZodError || (error instanceof RunnerApiError && error.status === 404)

const load = async (releases: ReleaseCache, id: string) => {
  try {
    return await releases.get(id)
  } catch (cause) {
    if (isFinal(cause)) throw cause
    throw new RetryLaterError('the release cannot be loaded', { cause })
  }
}

/**
 * The messages of some effects, in order. Toasts are no messages: they answer a tap.
 * @throws {RetryLaterError} when a release cannot be had now; anything else will be so next time too
 */
export const renderEffects = async (
  releases: ReleaseCache,
  effects: LessonEffect[],
  context: RenderContext,
) => {
  const messages: OutgoingMessage[] = []
  for (const effect of effects) {
    if (effect.type === 'toast') continue
    const release = 'releaseId' in effect ? await load(releases, effect.releaseId) : null
    messages.push(...renderEffect(release, effect, context))
  }
  return messages
}
