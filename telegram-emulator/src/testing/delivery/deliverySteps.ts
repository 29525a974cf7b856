import fc from 'fast-check'

import type { DeliveryFault } from '../../faults/faultTable.ts'
import type { UpdateType } from '../../state/types.ts'

/** What a webhook does with one delivery: answers after some turns of the event loop, cuts, or never answers. */
export type Answer =
  | { status: number; retryAfter?: number; turns: number }
  /** Answered when everything comes to rest: until then it keeps a connection busy. */
  | { status: number; isHeld: true }
  | { cut: 'before the answer' | 'within the answer' }
  | { isSilent: true }

export interface Push {
  do: 'push'
  type: KnownType
  /** Whom it concerns: with the type it makes the stream. */
  subject: number
  fault: Omit<DeliveryFault, 'target' | 'times'>
  /** To the first, second … delivery of this update; 200 afterwards. */
  answers: Answer[]
}

export type DeliveryStep =
  | Push
  | { do: 'advance'; ms: number }
  | { do: 'settle' }
  | { do: 'setWebhook'; maxConnections: number }
  | { do: 'restartEmulator' }
  | { do: 'restartReceiver' }
  | { do: 'stopReceiver' }
  | { do: 'startReceiver' }

const DAY_MS = 24 * 3600 * 1000
const QUERY_MS = 150_000

/** What the reference and the server say of these kinds: which of them keep one order, and for how long they live. */
export const KINDS = {
  message: { queue: 'messages', lifetimeMs: DAY_MS, payload: (id: number) => ({ chat: { id } }) },
  edited_message: { queue: 'messages', lifetimeMs: DAY_MS, payload: (id: number) => ({ chat: { id } }) },
  callback_query: { queue: 'taps', lifetimeMs: QUERY_MS, payload: (id: number) => ({ from: { id } }) },
  pre_checkout_query: {
    queue: 'payments',
    lifetimeMs: QUERY_MS,
    payload: (id: number) => ({ from: { id } }),
  },
  poll: { queue: 'polls', lifetimeMs: DAY_MS, payload: (id: number) => ({ id: String(id) }) },
  poll_answer: { queue: 'polls', lifetimeMs: DAY_MS, payload: (id: number) => ({ poll_id: String(id) }) },
  managed_bot: { queue: 'bots', lifetimeMs: DAY_MS, payload: (id: number) => ({ user: { id } }) },
} as const satisfies Partial<Record<UpdateType, object>>

export type KnownType = keyof typeof KINDS

const turns = fc.nat(4)
const failing = fc.record({
  status: fc.constantFrom(301, 400, 403, 404, 429, 500, 503),
  retryAfter: fc.option(fc.constantFrom(1, 7, 100), { nil: undefined, freq: 3 }),
  turns,
})
const usual: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ status: fc.constantFrom(200, 201, 204, 299), turns }) },
  {
    weight: 4,
    arbitrary: failing.map(({ retryAfter, ...rest }) => ({ ...rest, ...(retryAfter && { retryAfter }) })),
  },
  {
    weight: 2,
    arbitrary: fc.record({ status: fc.constantFrom(200, 500), isHeld: fc.constant(true as const) }),
  },
  { weight: 2, arbitrary: fc.record({ cut: fc.constantFrom('before the answer', 'within the answer') }) },
)
const silent: fc.Arbitrary<Answer> = fc.constant({ isSilent: true })

const fault: fc.Arbitrary<Push['fault']> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ duplicate: true as const }) },
  { weight: 1, arbitrary: fc.constant({ drop_answer: true as const }) },
  { weight: 1, arbitrary: fc.constantFrom(500, 3000, 100_000).map((delay_ms) => ({ delay_ms })) },
  {
    weight: 1,
    arbitrary: fc.constant({ duplicate: true as const, drop_answer: true as const, delay_ms: 3000 }),
  },
)

const push = (answers: fc.Arbitrary<Answer[]>): fc.Arbitrary<Push> =>
  fc.record({
    do: fc.constant('push' as const),
    type: fc.constantFrom(...(Object.keys(KINDS) as KnownType[])),
    subject: fc.integer({ min: 1, max: 3 }),
    fault,
    answers,
  })

const others: fc.Arbitrary<DeliveryStep> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ do: 'settle' as const }) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(0, 999, 1000, 2000, 5000, 30_000, 149_000, 151_000, 3_600_000, DAY_MS)
      .map((ms) => ({ do: 'advance' as const, ms })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(1, 2, 3, 40)
      .map((maxConnections) => ({ do: 'setWebhook' as const, maxConnections })),
  },
  ...(['restartEmulator', 'restartReceiver', 'stopReceiver', 'startReceiver'] as const).map((name) => ({
    weight: 1,
    arbitrary: fc.constant({ do: name }),
  })),
)

/** What may happen to a bot with a webhook. */
export function deliverySteps(): fc.Arbitrary<DeliveryStep[]> {
  const update = push(fc.array(usual, { maxLength: 5 }))
  return fc.array(fc.oneof({ weight: 3, arbitrary: update }, { weight: 2, arbitrary: others }), {
    minLength: 5,
    maxLength: 40,
  })
}

/** The same with webhooks that sometimes never answer: such a delivery lasts until the emulator gives up. */
export function stepsWithSilence(): fc.Arbitrary<DeliveryStep[]> {
  const update = push(fc.tuple(fc.oneof(usual, silent)).map(([answer]) => [answer]))
  return fc
    .array(update, { minLength: 3, maxLength: 8 })
    .map((pushes) => [...pushes, { do: 'settle' }, { do: 'advance', ms: 2000 }, { do: 'settle' }])
}
