import { expect, it } from 'vitest'

import { isAllowed, queueing } from './updateKinds.ts'

const DAY_MS = 24 * 3600 * 1000
const chat = { id: 7 }
const user = { id: 9 }

it('should put each kind into its stream for its time', () => {
  expect(queueing('message', { chat })).toEqual({ stream: 'message:7', lifetimeMs: DAY_MS })
  expect(queueing('callback_query', { from: user })).toEqual({
    stream: 'callback_query:9',
    lifetimeMs: 150_000,
  })
  expect(queueing('pre_checkout_query', { from: user }).lifetimeMs).toBe(150_000)
  expect(queueing('managed_bot', { user }).stream).toBe('managed_bot:9')
  expect(queueing('my_chat_member', { chat, from: user }).stream).toBe('my_chat_member:7')
  expect(queueing('message_reaction', { chat, user }).stream).toBe('message_reaction:7')
})

it('should share a stream between edits and messages, polls and their answers, both payment queries', () => {
  expect(queueing('edited_message', { chat })).toEqual(queueing('message', { chat }))
  expect(queueing('poll', { id: '5' })).toEqual(queueing('poll_answer', { poll_id: '5', user }))
  expect(queueing('shipping_query', { from: user })).toEqual(queueing('pre_checkout_query', { from: user }))
})

it('should send reactions and memberships only to bots that name them', () => {
  for (const type of ['message_reaction', 'message_reaction_count', 'chat_member'] as const) {
    expect(isAllowed(null, type)).toBe(false)
    expect(isAllowed([type], type)).toBe(true)
  }
  expect(isAllowed(null, 'managed_bot')).toBe(true)
  expect(isAllowed(['message'], 'managed_bot')).toBe(false)
})
