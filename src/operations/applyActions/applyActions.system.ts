import type { Payload } from 'payload'

import type {
  RunnerAction,
  RunnerActionsRequest,
  RunnerActionsResponse,
  RunnerReceipt,
} from '../../contracts/runnerActions.ts'
import { nowIso } from '../../clock.ts'
import { processState } from '../../processState.ts'
import { inClientTransaction } from '../inClientTransaction.ts'
import { applyBatch } from './applyBatch.ts'
import { countFailure } from './countFailure.ts'
import { localeOf } from './localeOf.ts'
import type { Answer } from './types.ts'

const commit = (
  payload: Payload,
  actions: RunnerAction[],
  receipts: RunnerReceipt[],
  now: string,
  whenHeld: 'skip' | 'wait' = 'skip',
): ReturnType<typeof applyBatch> =>
  inClientTransaction(payload.db.pool, (client) => applyBatch({ client, actions, receipts, now, whenHeld }))

const failed = async (
  payload: Payload,
  action: RunnerAction,
  error: unknown,
  now: string,
): Promise<Answer> => {
  payload.logger.error(
    { err: error, botId: action.botId, updateId: action.updateId },
    'an action could not be committed',
  )
  const locale = localeOf(action.learner, null)
  const { isDead } = await countFailure({ payload, action, error, now }).catch(() => ({ isDead: false }))
  return { status: isDead ? 'rejected' : 'failed', locale, effects: [] }
}

/**
 * Commits what many learners did, at most one action each, in one transaction. If that fails, it is
 * repeated action by action, so that nobody fails because of a neighbour.
 */
export const applyActions = async (options: {
  payload: Payload
  request: RunnerActionsRequest
}): Promise<RunnerActionsResponse> => {
  const { payload, request } = options
  const { actions, receipts } = request
  const now = nowIso()
  for (const { error, botId, updateId } of receipts)
    if (error) payload.logger.warn({ botId, updateId, error }, 'Telegram refused a message for good')
  const hasDeferral = receipts.some(({ status }) => status === 'deferred')
  try {
    const { answers: results, heldReceipts } = await commit(payload, actions, receipts, now)
    // Few and rare: two runners at the same learner. A receipt is not worth a busy round.
    if (heldReceipts.length > 0) await commit(payload, [], heldReceipts, now, 'wait')
    if (hasDeferral) processState().nudgeRelay?.()
    return { results }
  } catch (batchError) {
    payload.logger.warn(
      { err: batchError, actions: actions.length },
      'a batch failed: repeating it action by action',
    )
    // The runner keeps receipts that were not taken, so their failure is the request's failure.
    if (receipts.length > 0) await commit(payload, [], receipts, now, 'wait')
    const results: Answer[] = []
    for (const action of actions) {
      results.push(
        await commit(payload, [action], [], now).then(
          ({ answers: [answer] }) => answer ?? failed(payload, action, batchError, now),
          (error: unknown) => failed(payload, action, error, now),
        ),
      )
    }
    if (hasDeferral) processState().nudgeRelay?.()
    return { results }
  }
}
