import { GrammyError } from 'grammy'

import type { LearnerRelease } from '../../../src/contracts/learnerRelease.ts'
import type { LessonEffect } from '../../../src/contracts/lessonEffect.ts'
import type { Locale } from '../../../src/contracts/locale.ts'
import { maxUploadBytes } from '../../../src/contracts/mediaFile.ts'
import type { OutgoingMessage } from '../../../src/lesson/render/outgoingMessage.ts'
import type { RenderContext } from '../../../src/lesson/render/renderContext.ts'
import { renderEffect } from '../../../src/lesson/render/renderEffect.ts'
import type { ReleaseCache } from '../api/releaseCache.ts'
import { describeError } from '../describeError.ts'
import type { CourseBot } from '../fleet/courseBot.ts'
import type { Logger } from '../logger.ts'
import type { MediaLinks } from '../media/mediaLinks.ts'
import type { FileServices } from '../media/sendFiles.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { loadRelease } from './loadRelease.ts'
import { isRichRefusal, type RenderingStyles } from './renderingStyles.ts'
import { RichRefusedError, sendMessages } from './sendMessages.ts'
import type { SendOutcome } from './sendOutcome.ts'
import { nothingSent, receiptOf } from './sentThings.ts'

/** What showing learners their lessons needs beside the lessons themselves. */
export type ViewServices = FileServices & {
  releases: ReleaseCache
  links: MediaLinks
  styles: RenderingStyles
  log: Logger
}

export type SendTarget = {
  course: CourseBot
  chatId: number
  updateId: number
  /** The message whose button was tapped. */
  tappedMessageId?: number
}

/** What a person is to be shown; `isTest`: with the mark of a test. */
type Shown = { effects: LessonEffect[]; locale: Locale; isTest?: boolean }

/** An effect that is ready to be sent, in either style. */
type View = {
  isProtected: boolean
  render: (style: RenderContext['style']) => OutgoingMessage[]
  messages: OutgoingMessage[]
}

const linksOf = async (links: MediaLinks, release: LearnerRelease | null) => {
  const large = Object.values(release?.media ?? {}).filter(({ bytes }) => bytes > maxUploadBytes)
  return large.length === 0 ? new Map<string, string | null>() : links.of(large.map(({ id }) => id))
}

/** Toasts are no messages: they answer a tap. */
const prepare = async (
  { releases, links }: ViewServices,
  { effects, locale, isTest }: Shown,
  style: RenderContext['style'],
): Promise<View[]> => {
  const views: View[] = []
  for (const effect of effects) {
    if (effect.type === 'toast') continue
    const release = 'releaseId' in effect ? await loadRelease(releases, effect.releaseId) : null
    const urls = await linksOf(links, release)
    const linkOf: RenderContext['linkOf'] = ({ id }) => urls.get(id) ?? null
    const render: View['render'] = (chosen) =>
      renderEffect(release, effect, { locale, style: chosen, linkOf, isTest })
    views.push({ isProtected: release?.isProtected ?? false, render, messages: render(style) })
  }
  return views
}

/**
 * Shows a learner what follows from an update. A view that Telegram does not take as a rich message is sent in the
 * classic way, from its beginning.
 * @returns what became of it, and what the CMS has to know of what was sent
 * @throws {RetryLaterError} when the CMS does not give a release or a file now
 */
export const sendEffects = async (
  services: ViewServices,
  target: SendTarget,
  result: Shown,
): Promise<SendOutcome & ReturnType<typeof receiptOf>> => {
  const { styles, links, log } = services
  const { course, updateId } = target
  const sent = nothingSent()
  const told = (outcome: SendOutcome) => ({ ...outcome, ...receiptOf(sent) })

  const show = async ({ isProtected, render, messages }: View): Promise<SendOutcome> => {
    const linkOf = async ({ id }: { id: string }) => (await links.of([id])).get(id) ?? null
    const send = (these: OutgoingMessage[]) =>
      sendMessages({ ...services, linkOf }, { ...target, isProtected }, these, sent)
    try {
      return await send(messages)
    } catch (error) {
      if (!(error instanceof RichRefusedError)) throw error
      const { cause } = error
      if (cause instanceof GrammyError && isRichRefusal(cause)) styles.refuse(course.record)
      else log.warn({ update: updateId, error: describeError(cause) }, 'a rich message was refused')
      return send(render('classic'))
    }
  }

  let views: View[]
  try {
    views = await prepare(services, result, styles.styleOf(course.record))
  } catch (error) {
    if (error instanceof RetryLaterError) throw error
    // It will not go better next time, and must not make Telegram bring the update for a day.
    log.error({ update: updateId, error: describeError(error) }, 'effects cannot be rendered')
    return { status: 'sent', error: 'not rendered' }
  }
  let refusal: SendOutcome | undefined
  for (const [index, view] of views.entries()) {
    const outcome = await show(view)
    if (outcome.status === 'deferred') return told({ ...outcome, isUnsent: outcome.isUnsent && index === 0 })
    if (outcome.status !== 'sent') return told(outcome)
    if (outcome.error !== undefined) refusal ??= outcome
  }
  return told(refusal ?? { status: 'sent' })
}
