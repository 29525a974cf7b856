import {
  maxActionsPerBatch,
  maxReceiptsPerBatch,
  type RunnerAction,
  type RunnerActionResult,
  type RunnerReceipt,
} from '../../../src/contracts/runnerActions.ts'
import { RunnerApiError, type RunnerClient } from '../../../src/contracts/runnerClient.ts'
import { describeError } from '../describeError.ts'
import type { Logger } from '../logger.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { createActionQueue, type WaitingAction } from './actionQueue.ts'
import { createReceiptBox, type ReceiptBundle } from './receiptBox.ts'

export type ActionBatcher = {
  /**
   * Commits what a learner did.
   * @throws {RetryLaterError} when it is not committed as far as we know: Telegram shall bring it again
   */
  submit: (action: RunnerAction) => Promise<Exclude<RunnerActionResult, { status: 'busy' | 'failed' }>>
  /** Travels with the next batch, on its own when none is on its way. */
  report: (receipt: RunnerReceipt) => void
  /** @throws {RetryLaterError} when the CMS did not take it */
  reportAwaited: (receipt: RunnerReceipt) => Promise<void>
  waiting: () => number
  /** Resolves when nothing waits any more, or when what waits cannot be sent. */
  flush: () => Promise<void>
}

type Options = {
  client: Pick<RunnerClient, 'submitActions'>
  log: Logger
  maxWaiting: number
  maxReceipts: number
  maxTimesBusy: number
  /** When receipts alone are tried again after a failure. */
  receiptRetryMs: number
  observe?: {
    batch: (size: number) => void
    busy: (count: number) => void
    receiptsDropped: (count: number) => void
  }
}

/** The CMS understood, and will say the same again however often it is asked. */
const isRefusal = (error: unknown): boolean =>
  error instanceof RunnerApiError && [400, 413, 422].includes(error.status)

/**
 * One call for many learners: the next batch leaves when the previous one has answered, so batches grow with
 * the load and nobody waits for a timer.
 */
export const createActionBatcher = (options: Options): ActionBatcher => {
  const { client, log, observe } = options
  const queue = createActionQueue()
  const box = createReceiptBox(options.maxReceipts, (count) => {
    observe?.receiptsDropped(count)
    log.warn({ count }, 'receipts were dropped; these views may be sent again')
  })
  let isRunning = false
  let running: Promise<void> | undefined
  let retryTimer: NodeJS.Timeout | undefined
  /** After a refusal that many actions go one by one, and the receipts by themselves: one bad apple fails alone. */
  let alone = 0
  let areReceiptsAlone = false

  const settle = (batch: WaitingAction[], results: RunnerActionResult[]) => {
    const busy: WaitingAction[] = []
    batch.forEach((entry, index) => {
      const result = results[index]!
      if (result.status === 'failed') entry.reject(new RetryLaterError('the CMS did not commit the action'))
      else if (result.status !== 'busy') entry.resolve(result)
      else if (++entry.timesBusy > options.maxTimesBusy)
        entry.reject(new RetryLaterError('the learner is busy elsewhere'))
      else busy.push(entry)
    })
    if (busy.length > 0) observe?.busy(busy.length)
    queue.putBack(busy)
  }

  const fail = (batch: WaitingAction[], bundle: ReceiptBundle, cause: unknown) => {
    log.warn({ error: describeError(cause), actions: batch.length }, 'the CMS did not take a batch')
    const error = new RetryLaterError('the CMS did not take the batch', { cause })
    const parts = batch.length + bundle.kept.length
    if (isRefusal(cause) && parts > 1 && batch.length > 0) {
      alone += batch.length
      areReceiptsAlone = bundle.kept.length > 0
      queue.putBack(batch)
    } else batch.forEach((entry) => entry.reject(error))
    box.failed(bundle, error, batch.length > 0 || !isRefusal(cause))
  }

  /** @returns whether the CMS answered */
  const sendOne = async (): Promise<boolean> => {
    const bundle = box.take(alone > 0 ? 0 : maxReceiptsPerBatch)
    const mustBeAlone = areReceiptsAlone && bundle.kept.length > 0
    const batch = mustBeAlone ? [] : queue.take(alone > 0 ? 1 : maxActionsPerBatch)
    if (alone > 0) alone--
    else areReceiptsAlone = false
    observe?.batch(batch.length)
    try {
      const { results } = await client.submitActions({
        actions: batch.map(({ action }) => action),
        receipts: bundle.receipts,
      })
      if (results.length !== batch.length) throw new Error('results do not match the actions')
      settle(batch, results)
      box.committed(bundle)
      return true
    } catch (error) {
      fail(batch, bundle, error)
      return isRefusal(error)
    }
  }

  const run = async () => {
    let isAnswering = true
    // Receipts alone are not worth hammering a CMS that is away; an action is, because Telegram paces it.
    while (queue.size() > 0 || (box.size() > 0 && isAnswering)) isAnswering = await sendOne()
    // Cleared in the same breath as the last look at the queue: what comes after it pumps anew.
    isRunning = false
    if (box.size() > 0) retryTimer = setTimeout(pump, options.receiptRetryMs)
  }

  const pump = () => {
    clearTimeout(retryTimer)
    retryTimer = undefined
    if (isRunning) return
    isRunning = true
    running = run()
  }

  return {
    submit: (action) => {
      if (queue.size() >= options.maxWaiting)
        return Promise.reject(new RetryLaterError('too many actions are waiting', { retryAfterSeconds: 2 }))
      return new Promise((resolve, reject) => {
        const learnerKey = `${action.botId}${action.learner.telegramUserId}`
        queue.add({ action, learnerKey, timesBusy: 0, resolve, reject })
        pump()
      })
    },
    report: (receipt) => {
      box.add(receipt)
      // During an outage the timer asks again; asking for each receipt would hammer.
      if (retryTimer === undefined) pump()
    },
    reportAwaited: (receipt) => {
      const committed = box.addAwaited(receipt)
      pump()
      return committed
    },
    waiting: queue.size,
    flush: async () => {
      pump()
      await running
      clearTimeout(retryTimer)
    },
  }
}
