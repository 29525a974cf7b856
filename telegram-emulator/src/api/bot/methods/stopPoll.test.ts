import { expect, it } from 'vitest'

import { pollChat, QUIZ } from '../../../testing/pollChat.ts'

it('should stop a poll for good and tell the bot', async () => {
  const { sendPoll, ok, vote, seen, updates } = await pollChat()
  const keyboard = { inline_keyboard: [[{ text: 'Skip', callback_data: 'skip' }]] }
  const { message_id, poll } = await sendPoll({
    description: 'Lunch',
    open_period: 60,
    reply_markup: keyboard,
  })
  await vote(message_id, 0)
  await updates()
  const stopped = await ok('stopPoll', { message_id })
  const { open_period: _period, close_date: _date, description: _description, ...rest } = poll
  const closed = {
    ...rest,
    is_closed: true,
    total_voter_count: 1,
    options: [{ ...poll.options[0], voter_count: 1 }, poll.options[1], poll.options[2]],
  }
  expect(stopped).toEqual({ ...closed, description: 'Lunch' })
  expect(await updates()).toEqual([{ poll: closed }])
  expect(await seen(message_id)).toEqual(stopped)
  await expect(vote(message_id, 1)).rejects.toThrow('409: message_id: the poll is closed')
  await expect(vote(message_id)).rejects.toThrow('409: message_id: the poll is closed')
})

it('should take the keyboard away, or put another one in its place', async () => {
  const { sendPoll, ok, messages } = await pollChat()
  const keyboard = (text: string) => ({ inline_keyboard: [[{ text, callback_data: text }]] })
  const one = await sendPoll({ reply_markup: keyboard('a') })
  const two = await sendPoll({ reply_markup: keyboard('a') })
  await ok('stopPoll', { message_id: one.message_id })
  await ok('stopPoll', { message_id: two.message_id, reply_markup: keyboard('b') })
  const [first, second] = (await messages()).slice(-2)
  expect(first).not.toHaveProperty('reply_markup')
  expect(second).toMatchObject({ reply_markup: keyboard('b') })
})

it('should show the right options of a stopped quiz to who did not answer', async () => {
  const { sendPoll, ok, seen } = await pollChat()
  const { message_id } = await sendPoll({ ...QUIZ, explanation_parse_mode: 'HTML' })
  await ok('stopPoll', { message_id })
  expect(await seen(message_id)).toMatchObject({ correct_option_ids: [1], explanation: 'It is B' })
})

it('should refuse what cannot be stopped', async () => {
  const { sendPoll, sendText, ok, error, client, at } = await pollChat()
  const refused = async (parameters: object) =>
    (await error('stopPoll', parameters)).replace('400 Bad Request: ', '')
  const { message_id } = await sendPoll()
  expect(await refused({ message_id: 99 })).toBe('message with poll to stop not found')
  expect(await refused({})).toBe('message with poll to stop not found')
  expect(await refused({ message_id: (await sendText('x')).message_id })).toBe('message is not a poll')
  const forward = await ok<{ message_id: number }>('forwardMessage', { from_chat_id: at[1], message_id })
  expect(await refused({ message_id: forward.message_id })).toBe("poll can't be stopped")
  const markup = { keyboard: [['a']] }
  expect(await refused({ message_id, reply_markup: markup })).toBe('inline keyboard expected')
  await ok('stopPoll', { message_id })
  expect(await refused({ message_id })).toBe("poll can't be stopped")
  const withKeyboard = await sendPoll({ reply_markup: markup })
  expect(await refused({ message_id: withKeyboard.message_id })).toBe("poll can't be stopped")
  await client.block(...at)
  expect(await error('stopPoll', { message_id })).toBe('403 Forbidden: bot was blocked by the user')
})
