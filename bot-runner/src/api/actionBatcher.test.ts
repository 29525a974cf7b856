import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type {
  RunnerAction,
  RunnerActionResult,
  RunnerActionsRequest,
  RunnerActionsResponse,
  RunnerReceipt,
} from '../../../src/contracts/runnerActions.ts'
import { RunnerApiError } from '../../../src/contracts/runnerClient.ts'
import { RetryLaterError } from '../retryLaterError.ts'
import { createActionBatcher } from './actionBatcher.ts'

const botId = randomUUID()
let updateId = 0

const action = (telegramUserId: number): RunnerAction => ({
  botId,
  updateId: ++updateId,
  learner: { telegramUserId, firstName: 'A', lastName: null, username: null, languageCode: null },
  event: { type: 'start', payload: null },
})
const receipt = (id: number): RunnerReceipt => ({ botId, telegramUserId: 1, updateId: id, status: 'sent' })
const result = (status: RunnerActionResult['status']): RunnerActionResult => ({
  status,
  locale: 'en',
  effects: [],
})

/** A CMS that answers when the test says so. */
const createHeldClient = () => {
  const calls: {
    request: RunnerActionsRequest
    answer: (...statuses: RunnerActionResult['status'][]) => void
    fail: (error: Error) => void
  }[] = []
  const submitActions = (request: RunnerActionsRequest): Promise<RunnerActionsResponse> =>
    new Promise((resolve, reject) => {
      calls.push({
        request,
        answer: (...statuses) =>
          resolve({ results: request.actions.map((_, index) => result(statuses[index] ?? 'done')) }),
        fail: reject,
      })
    })
  return { calls, submitActions }
}

const setUp = (changes: Partial<Parameters<typeof createActionBatcher>[0]> = {}) => {
  const client = createHeldClient()
  const batcher = createActionBatcher({
    client,
    log: pino({ level: 'silent' }),
    maxWaiting: 100,
    maxReceipts: 10,
    maxTimesBusy: 2,
    receiptRetryMs: 1000,
    ...changes,
  })
  const call = async (index: number) => {
    await vi.waitFor(() => expect(client.calls.length).toBeGreaterThan(index))
    return client.calls[index]!
  }
  const learners = async (index: number) =>
    (await call(index)).request.actions.map(({ learner }) => learner.telegramUserId)
  return { batcher, client, call, learners }
}

describe('actionBatcher', () => {
  it('should send the first action at once and the others together when it has answered', async () => {
    const { batcher, call, learners, client } = setUp()
    const all = [1, 2, 3].map((learner) => batcher.submit(action(learner)))
    expect(await learners(0)).toEqual([1])
    expect(client.calls).toHaveLength(1)
    ;(await call(0)).answer()
    expect(await learners(1)).toEqual([2, 3])
    ;(await call(1)).answer()
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual(['done', 'done', 'done'])
  })

  it('should hold one action per learner in a batch, each learner in order', async () => {
    const { batcher, call } = setUp()
    const actions = [action(9), action(1), action(1), action(2), action(1)]
    const all = actions.map((one) => batcher.submit(one))
    const ids = async (index: number) => (await call(index)).request.actions.map((one) => one.updateId)
    const expected = [[0], [1, 3], [2], [4]].map((batch) => batch.map((index) => actions[index]!.updateId))
    for (const [index, batch] of expected.entries()) {
      expect(await ids(index)).toEqual(batch)
      ;(await call(index)).answer()
    }
    await Promise.all(all)
  })

  it('should put at most 64 actions into a batch', async () => {
    const { batcher, call, learners } = setUp()
    const all = Array.from({ length: 70 }, (_, index) => batcher.submit(action(index + 1)))
    ;(await call(0)).answer()
    expect(await learners(1)).toHaveLength(64)
    ;(await call(1)).answer()
    expect(await learners(2)).toHaveLength(5)
    ;(await call(2)).answer()
    await Promise.all(all)
  })

  it('should ask again for a busy learner, before the learner’s next action, and give up in the end', async () => {
    const { batcher, call } = setUp()
    const first = action(1)
    const second = action(1)
    const refused = expect(batcher.submit(first)).rejects.toThrow(RetryLaterError)
    const done = batcher.submit(second)
    for (const index of [0, 1, 2]) {
      const { request, answer } = await call(index)
      expect(request.actions.map((one) => one.updateId)).toEqual([first.updateId])
      answer('busy')
    }
    await refused
    const last = await call(3)
    expect(last.request.actions[0]?.updateId).toBe(second.updateId)
    last.answer()
    expect((await done).status).toBe('done')
  })

  it('should fail every action of a batch that the CMS did not take, and only those', async () => {
    const { batcher, call } = setUp()
    const first = expect(batcher.submit(action(1))).rejects.toThrow(RetryLaterError)
    const second = batcher.submit(action(2))
    ;(await call(0)).fail(new TypeError('fetch failed'))
    await first
    ;(await call(1)).answer()
    expect((await second).status).toBe('done')
  })

  it('should fail an action that was not committed', async () => {
    const { batcher, call } = setUp()
    const submitted = expect(batcher.submit(action(1))).rejects.toThrow(RetryLaterError)
    ;(await call(0)).answer('failed')
    await submitted
  })

  it('should refuse actions when too many wait', async () => {
    const { batcher, call, learners } = setUp({ maxWaiting: 1 })
    const first = batcher.submit(action(1))
    const second = batcher.submit(action(2))
    await expect(batcher.submit(action(3))).rejects.toThrow('too many')
    ;(await call(0)).answer()
    expect(await learners(1)).toEqual([2])
    ;(await call(1)).answer()
    await Promise.all([first, second])
  })

  it('should send one by one what was refused together, so that one bad action fails alone', async () => {
    const { batcher, call, learners } = setUp()
    const opening = batcher.submit(action(9))
    const good = batcher.submit(action(1))
    const bad = expect(batcher.submit(action(2))).rejects.toThrow(RetryLaterError)
    ;(await call(0)).answer()
    await opening
    ;(await call(1)).fail(new RunnerApiError(400, 'inputInvalid'))
    expect(await learners(2)).toEqual([1])
    ;(await call(2)).answer()
    expect(await learners(3)).toEqual([2])
    ;(await call(3)).fail(new RunnerApiError(400, 'inputInvalid'))
    expect((await good).status).toBe('done')
    await bad
  })
})

describe('receipts in the actionBatcher', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
  afterEach(() => vi.useRealTimers())

  it('should leave at once when nothing is on its way, else with the next batch', async () => {
    const { batcher, call } = setUp()
    batcher.report(receipt(1))
    batcher.report(receipt(2))
    const submitted = batcher.submit(action(1))
    expect((await call(0)).request).toEqual({ actions: [], receipts: [receipt(1)] })
    ;(await call(0)).answer()
    const next = await call(1)
    expect(next.request.receipts).toEqual([receipt(2)])
    expect(next.request.actions).toHaveLength(1)
    next.answer()
    await submitted
  })

  it('should be kept when a batch fails, and tried again after a pause', async () => {
    const { batcher, call, client } = setUp()
    batcher.report(receipt(1))
    ;(await call(0)).fail(new TypeError('fetch failed'))
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    batcher.report(receipt(2))
    expect(client.calls).toHaveLength(1)
    vi.advanceTimersByTime(1000)
    expect((await call(1)).request.receipts).toEqual([receipt(1), receipt(2)])
  })

  it('should tell whoever waits for one that it is committed, or that it is not', async () => {
    const { batcher, call } = setUp()
    const lost = expect(batcher.reportAwaited(receipt(1))).rejects.toThrow(RetryLaterError)
    ;(await call(0)).fail(new TypeError('fetch failed'))
    await lost
    const kept = batcher.reportAwaited(receipt(2))
    expect((await call(1)).request.receipts).toEqual([receipt(2)])
    ;(await call(1)).answer()
    await kept
  })

  it('should be dropped, oldest first, when there are too many', async () => {
    const { batcher, call, client } = setUp({ maxReceipts: 2, receiptRetryMs: 1 })
    const submitted = expect(batcher.submit(action(1))).rejects.toThrow()
    ;[1, 2, 3].forEach((id) => batcher.report(receipt(id)))
    ;(await call(0)).fail(new TypeError('fetch failed'))
    await submitted
    await vi.waitFor(() => expect(client.calls).toHaveLength(2))
    expect(client.calls[1]?.request.receipts).toEqual([receipt(2), receipt(3)])
  })

  it('should be dropped when the CMS refuses them by themselves', async () => {
    const { batcher, call, client } = setUp()
    const opening = batcher.submit(action(1))
    batcher.report(receipt(1))
    const submitted = batcher.submit(action(2))
    ;(await call(0)).answer()
    ;(await call(1)).fail(new RunnerApiError(400, 'inputInvalid'))
    expect((await call(2)).request.receipts).toEqual([])
    ;(await call(2)).answer()
    await Promise.all([opening, submitted])
    expect((await call(3)).request).toEqual({ actions: [], receipts: [receipt(1)] })
    ;(await call(3)).fail(new RunnerApiError(400, 'inputInvalid'))
    await batcher.flush()
    expect(client.calls).toHaveLength(4)
  })
})
