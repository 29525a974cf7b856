import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, onTestFinished } from 'vitest'

import { startEmulator } from '../startEmulator.ts'
import { connect } from '../testing/testEmulator.ts'
import { pollChat, QUIZ } from '../testing/pollChat.ts'

it('should close a poll when its period is over, and tell the bot', async () => {
  const { client, sendPoll, vote, seen, updates } = await pollChat()
  const { message_id, poll, date } = await sendPoll({ open_period: 600, close_date: 1 })
  expect(poll.open_period).toBe(600)
  expect(poll.close_date).toBeGreaterThanOrEqual(date + 600)
  await client.advanceClock(590_000)
  expect(await updates()).toEqual([])
  await vote(message_id, 0)
  await updates()
  await client.advanceClock(11_000)
  const [closed] = await updates()
  expect(closed).toMatchObject({ poll: { id: poll.id, is_closed: true, total_voter_count: 1 } })
  expect(closed).not.toHaveProperty('poll.open_period')
  expect(closed).not.toHaveProperty('poll.close_date')
  expect(await seen(message_id)).toMatchObject({ is_closed: true })
  await expect(vote(message_id, 1)).rejects.toThrow('409: message_id: the poll is closed')
})

it('should close a poll at its date', async () => {
  const { client, sendPoll, updates } = await pollChat()
  const close_date = Math.floor(Date.now() / 1000) + 3600
  const { poll } = await sendPoll({ close_date })
  expect(poll.close_date).toBe(close_date)
  expect(poll.open_period).toBeGreaterThan(3590)
  await client.advanceClock(3_600_000)
  expect(await updates()).toMatchObject([{ poll: { is_closed: true } }])
})

it('should send a closed poll as a preview', async () => {
  const { sendPoll, vote, seen } = await pollChat()
  const { message_id, poll } = await sendPoll({ ...QUIZ, is_closed: true, open_period: 60 })
  expect(poll).toMatchObject({ is_closed: true })
  expect(poll).not.toHaveProperty('open_period')
  expect(await seen(message_id)).toMatchObject({ correct_option_ids: [1] })
  await expect(vote(message_id, 1)).rejects.toThrow('the poll is closed')
})

it('should tell nothing of polls that were stopped, deleted, refused or forgotten before', async () => {
  const { client, sendPoll, ok, error, updates } = await pollChat()
  const timed = { open_period: 60 }
  await ok('stopPoll', { message_id: (await sendPoll(timed)).message_id })
  await ok('deleteMessage', { message_id: (await sendPoll(timed)).message_id })
  await error('sendPoll', { chat_id: 1, question: 'x', options: ['A'], ...timed })
  expect(await updates()).toHaveLength(1)
  await client.advanceClock(100_000)
  expect(await updates()).toEqual([])
  await sendPoll(timed)
  await client.reset()
  await client.advanceClock(100_000)
  expect(await client.chats()).toEqual([])
})

it('should keep polls and votes over a restart, and close what is due', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const dataFile = join(folder, 'state.json')
  const first = await startEmulator({ port: 0, dataFile })
  const before = connect(first.url)
  const bot = await before.createBot()
  const person = await before.startedBy(bot)
  const poll = { chat_id: person, question: 'Which?', options: ['A', 'B'], shuffle_options: true }
  const sent = await bot.ok<{ message_id: number }>('sendPoll', { ...poll, open_period: 3600 })
  await before.client.vote(bot.username, person, sent.message_id, [0])
  const messages = await before.client.messages(bot.username, person)
  const state = await before.client.chatState(bot.username, person)
  await first.close()

  const second = await startEmulator({ port: 0, dataFile })
  onTestFinished(() => second.close())
  const { client } = connect(second.url)
  expect(await client.messages(bot.username, person)).toEqual(messages)
  expect(await client.chatState(bot.username, person)).toEqual(state)
  await client.vote(bot.username, person, sent.message_id, [1])
  await client.advanceClock(3_600_000)
  const [, message] = await client.messages(bot.username, person)
  expect(message?.poll).toMatchObject({
    is_closed: true,
    total_voter_count: 1,
    options: [{ voter_count: 0 }, { voter_count: 1 }],
  })
})
