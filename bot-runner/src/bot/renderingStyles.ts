import type { GrammyError } from 'grammy'

import type { RunnerBot } from '../../../src/contracts/runnerBots.ts'
import type { RunnerClient } from '../../../src/contracts/runnerClient.ts'
import type { RenderContext } from '../../../src/lesson/render/renderContext.ts'
import { describeError } from '../describeError.ts'
import type { Logger } from '../logger.ts'

/** After this a bot that was refused rich messages tries them anew. */
const refusedForMs = 24 * 60 * 60 * 1000

/** Telegram refuses rich messages as such, not this one for what is in it. */
export const isRichRefusal = (error: GrammyError): boolean => {
  const { error_code: code, description } = error
  if (code === 404) return /method/i.test(description)
  return (
    code === 400 &&
    /rich/i.test(description) &&
    /support|allow|available|disabled|forbidden|premium/i.test(description)
  )
}

/** How each bot's lessons are sent now. What a bot was refused is known at once here, and by the CMS to all others. */
export const createRenderingStyles = (options: {
  client: Pick<RunnerClient, 'reportRichRefused'>
  now: () => number
  log: Logger
}) => {
  const { client, now, log } = options
  const refusedAt = new Map<string, number>()

  const styleOf = ({ id, rendering, richRefusedAt }: RunnerBot): RenderContext['style'] => {
    if (rendering !== 'auto') return rendering
    const told = richRefusedAt === null ? 0 : Date.parse(richRefusedAt)
    const last = Math.max(refusedAt.get(id) ?? 0, told)
    return now() - last < refusedForMs ? 'classic' : 'rich'
  }

  const refuse = ({ id }: RunnerBot): void => {
    refusedAt.set(id, now())
    log.warn({ bot: id }, 'Telegram refuses rich messages; the classic ones are sent')
    client
      .reportRichRefused(id)
      .catch((error: unknown) => log.warn({ error: describeError(error) }, 'the refusal is not kept'))
  }

  return { styleOf, refuse }
}

export type RenderingStyles = ReturnType<typeof createRenderingStyles>
