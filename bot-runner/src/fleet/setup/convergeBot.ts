import type { Api } from 'grammy'

import type { RunnerBotReport, RunnerBotResponse } from '../../../../src/contracts/runnerBots.ts'
import { accessPiece, type SetAccess } from './accessPiece.ts'
import { setupFailureOf, type SetupFailure } from './setupFailure.ts'
import { isRearm, webhookPiece, type WebhookTarget } from './webhookPiece.ts'
import { wishedPieces, type Piece } from './wishedPieces.ts'

/**
 * `report` is for the CMS. `retryAfterMs`: the work is not finished, and Telegram named the wait;
 * `isUnfinished` without it: the wait is the queue's to choose.
 */
export type Convergence = {
  report: Omit<RunnerBotReport, 'nextTryAt' | 'secretVersion'>
  isUnfinished: boolean
  retryAfterMs?: number
}

export type ConvergeOptions = {
  target: WebhookTarget
  /** The bot's picture; null when there is none any more. */
  loadPicture: () => Promise<Uint8Array | null>
  setAccess: SetAccess
  /** Whether a webhook that Telegram had before may be set anew now: many at once would look like an attack. */
  mayRearm: boolean
}

/** Telegram lets a name be changed a few times a day. So long a wait must not keep a bot from going live. */
const longestWaitMs = 60_000
const slowestRetryMs = 10 * 60_000

const errorOf = (code: string, { description }: SetupFailure) => ({ code, description })

const webhookDue = { code: 'webhookLost', description: 'the webhook is set again when its turn comes' }

const isWorthSkipping = ({ kind, retryAfterMs = 0 }: SetupFailure): boolean =>
  kind === 'refused' || (kind === 'limited' && retryAfterMs > longestWaitMs)

const codeOf = (piece: Piece, failure: SetupFailure): string => {
  const [what] = piece.name.split(':')
  return `${what}${failure.kind === 'limited' ? 'Limited' : 'Refused'}`
}

/**
 * Tells Telegram what it does not know yet of a bot's wished state, the webhook last: updates come only when
 * the rest stands. Whatever happens, `report.applied` holds everything that was applied, now or before.
 */
export const convergeBot = async (
  api: Api,
  { bot, wished, applied: appliedBefore }: RunnerBotResponse,
  { target, loadPicture, setAccess, mayRearm }: ConvergeOptions,
): Promise<Convergence> => {
  const applied = { ...appliedBefore }
  let identity: RunnerBotReport['identity']
  let skipped: RunnerBotReport['error']
  let postponedMs: number | undefined

  const stopped = (failure: SetupFailure): Convergence => {
    const base = { applied, identity }
    if (failure.kind === 'tokenRefused')
      return {
        report: { ...base, state: 'needsRelink', error: errorOf('tokenRefused', failure) },
        isUnfinished: false,
      }
    const code = failure.kind === 'limited' ? 'telegramLimited' : 'telegramUnavailable'
    return {
      report: { ...base, state: 'retrying', error: errorOf(code, failure) },
      isUnfinished: true,
      retryAfterMs: failure.retryAfterMs,
    }
  }

  /** @returns what went wrong */
  const apply = async (piece: Piece): Promise<SetupFailure | undefined> => {
    try {
      await piece.apply(api)
      applied[piece.name] = piece.hash
      return undefined
    } catch (error) {
      return setupFailureOf(error)
    }
  }

  try {
    const me = await api.getMe()
    if (me.id !== bot.telegramBotId) {
      const description = 'the token belongs to another bot'
      return {
        report: { state: 'needsRelink', applied, error: { code: 'tokenOfAnotherBot', description } },
        isUnfinished: false,
      }
    }
    identity = { username: me.username, name: me.first_name }
  } catch (error) {
    const failure = setupFailureOf(error)
    // A token of the wrong form is answered 404; getMe itself is always there.
    return stopped(failure.kind === 'refused' ? { ...failure, kind: 'tokenRefused' } : failure)
  }

  const pieces = [
    ...wishedPieces(wished, appliedBefore, loadPicture),
    ...accessPiece(bot.telegramBotId, wished.access, appliedBefore, setAccess),
  ]
  for (const piece of pieces) {
    const failure = await apply(piece)
    if (failure === undefined) {
      if (piece.name === 'name:') identity = { ...identity, name: wished.texts['']?.name ?? identity.name }
    } else if (isWorthSkipping(failure)) {
      skipped ??= errorOf(codeOf(piece, failure), failure)
      if (failure.retryAfterMs !== undefined)
        postponedMs = Math.min(slowestRetryMs, Math.max(postponedMs ?? 0, failure.retryAfterMs))
    } else return stopped(failure)
  }

  const webhook = webhookPiece(wished.isListening, target)
  const isRearmDue = !mayRearm && isRearm(webhook, appliedBefore.webhook)
  if (appliedBefore.webhook !== webhook.hash && !isRearmDue) {
    const failure = await apply(webhook)
    if (failure?.kind === 'refused')
      return {
        report: { state: 'retrying', applied, identity, error: errorOf(codeOf(webhook, failure), failure) },
        isUnfinished: true,
      }
    if (failure !== undefined) return stopped(failure)
  }

  const resting = wished.isPaused ? 'paused' : 'ready'
  const settled = wished.isServing ? 'live' : resting
  return {
    report: {
      state: wished.isProven ? settled : 'unproven',
      applied,
      identity,
      error: isRearmDue ? webhookDue : skipped,
      isRearmDue,
    },
    isUnfinished: postponedMs !== undefined,
    retryAfterMs: postponedMs,
  }
}
