import type { Poll } from '@grammyjs/types'
import { describe, expect, it } from 'vitest'

import { eventDuring } from '../testing/eventDuring.ts'
import { pollChat, QUIZ } from '../testing/pollChat.ts'

const counts = ({ options }: Poll) => options.map(({ voter_count }) => voter_count)

it('should count a vote, tell the bot of it and show it to the person', async () => {
  const { sendPoll, vote, updates, state, person } = await pollChat()
  const { message_id, poll } = await sendPoll({ is_anonymous: false })
  const seen = await vote(message_id, 1)
  const voted = {
    ...poll,
    total_voter_count: 1,
    options: [poll.options[0], { ...poll.options[1], voter_count: 1 }, poll.options[2]],
  }
  expect(seen.poll).toEqual(voted)
  expect(await state()).toMatchObject({ votes: { [poll.id]: [1] } })
  const user = expect.objectContaining({ id: person, first_name: 'Ann' }) as object
  const option_persistent_ids = [poll.options[1]?.persistent_id]
  expect(await updates()).toEqual([
    { poll: voted },
    { poll_answer: { poll_id: poll.id, user, option_ids: [1], option_persistent_ids } },
  ])
})

it('should keep the voter of an anonymous poll from the bot', async () => {
  const { sendPoll, vote, updates } = await pollChat()
  const { message_id } = await sendPoll()
  await vote(message_id, 1)
  expect(await updates()).toMatchObject([{ poll: { total_voter_count: 1 } }])
})

it('should change a vote, take it back, and do nothing where nothing changes', async () => {
  const { sendPoll, vote, updates, state } = await pollChat()
  const { message_id } = await sendPoll({ is_anonymous: false })
  await vote(message_id)
  expect(await updates()).toEqual([])
  await vote(message_id, 0)
  await vote(message_id, 0)
  expect(await updates()).toMatchObject([{ poll: {} }, { poll_answer: { option_ids: [0] } }])
  await vote(message_id, 2)
  expect(await updates()).toMatchObject([
    { poll: { total_voter_count: 1, options: [{ voter_count: 0 }, {}, { voter_count: 1 }] } },
    { poll_answer: { option_ids: [2] } },
  ])
  await vote(message_id)
  expect(await updates()).toMatchObject([
    { poll: { total_voter_count: 0, options: [{}, {}, { voter_count: 0 }] } },
    { poll_answer: { option_ids: [], option_persistent_ids: [] } },
  ])
  expect((await state()).votes).toEqual({})
})

it('should take several options where the poll allows it, in any order and each once', async () => {
  const { sendPoll, vote, updates } = await pollChat()
  const one = await sendPoll()
  await expect(vote(one.message_id, 0, 1)).rejects.toThrow('400: option_ids: the poll takes one option only')
  const several = await sendPoll({ allows_multiple_answers: true, is_anonymous: false })
  const { poll } = await vote(several.message_id, 2, 0, 2)
  expect(poll && counts(poll)).toEqual([1, 0, 1])
  expect(poll).toMatchObject({ total_voter_count: 1 })
  expect((await updates()).at(-1)).toMatchObject({ poll_answer: { option_ids: [0, 2] } })
})

it('should refuse votes that the poll does not allow', async () => {
  const { sendPoll, sendText, vote, client, at, ok, bot } = await pollChat()
  const { message_id } = await sendPoll({ allows_revoting: false })
  await expect(vote(message_id, 3)).rejects.toThrow('400: option_ids: the poll has no option 3')
  await expect(vote(message_id)).rejects.toThrow('409: option_ids: a vote in this poll cannot be taken back')
  await vote(message_id, 0)
  await expect(vote(message_id, 1)).rejects.toThrow('409: option_ids: a vote in this poll cannot be changed')
  await expect(vote(99, 1)).rejects.toThrow('404: message_id')
  await expect(vote((await sendText('x')).message_id, 1)).rejects.toThrow('is not a poll')
  const stranger = await client.createPerson({ first_name: 'Ben' })
  await expect(client.vote(bot.username, stranger.id, message_id, [0])).rejects.toThrow('404')
  const deleted = await sendPoll()
  await ok('deleteMessage', { message_id: deleted.message_id })
  await expect(vote(deleted.message_id, 0)).rejects.toThrow('404: message_id')
  const open = await sendPoll()
  await client.block(...at)
  await expect(vote(open.message_id, 0)).rejects.toThrow(`409: person ${at[1]} has blocked`)
})

it('should tell nobody who refuses updates of polls', async () => {
  const { sendPoll, vote, bot } = await pollChat()
  await bot.ok('getUpdates', { allowed_updates: ['message'] })
  await vote((await sendPoll({ is_anonymous: false })).message_id, 0)
  expect(await bot.ok('getUpdates', { offset: -1 })).toMatchObject([{ message: {} }])
})

describe('what a person sees', () => {
  it('should hide results until the vote', async () => {
    const { url, sendPoll, vote, seen, startedBy, bot, client, ok } = await pollChat()
    const { message_id } = await sendPoll()
    const ben = await startedBy(bot, 'Ben')
    const forward = { chat_id: ben, from_chat_id: (await client.chats())[0]?.person, message_id }
    const { message_id: his } = await ok<{ message_id: number }>('forwardMessage', forward)
    const { message } = await eventDuring(url, 'edit', () => vote(message_id, 0))
    expect(message.poll && counts(message.poll)).toEqual([1, 0, 0])
    expect(await seen(his, ben)).toMatchObject({
      total_voter_count: 1,
      options: [{ voter_count: 0 }, {}, {}],
    })
    await client.vote(bot.username, ben, his, [0])
    expect(await seen(message_id)).toMatchObject({
      total_voter_count: 2,
      options: [{ voter_count: 2 }, {}, {}],
    })
  })

  it('should hide the solution of a quiz until the answer, from lists, events, replies and pins', async () => {
    const { url, sendPoll, vote, seen, ok, client, at, updates } = await pollChat()
    const quiz = { ...QUIZ, explanation_parse_mode: 'HTML' }
    const { message } = await eventDuring(url, 'message', () => sendPoll(quiz))
    const { message_id } = message
    await ok('pinChatMessage', { message_id })
    const reply = await client.send(...at, { text: 'Hm', reply_to_message_id: message_id })
    const told = async () => JSON.stringify([await client.messages(...at), await client.chats()])
    expect(JSON.stringify([message, reply]) + (await told())).not.toMatch(/correct_option|explanation/)
    expect(await vote(message_id, 0)).toMatchObject({
      poll: { correct_option_ids: [1], explanation: 'It is B' },
    })
    expect(await seen(message_id)).toMatchObject({
      correct_option_id: 1,
      explanation_entities: [{ type: 'bold' }],
    })
    expect(await updates()).toMatchObject([{ poll: { correct_option_ids: [1] } }, { poll_answer: {} }])
    await expect(vote(message_id)).rejects.toThrow('cannot be taken back')
  })

  it('should hide it again when the answer is taken back', async () => {
    const { sendPoll, vote } = await pollChat()
    const { message_id } = await sendPoll({ ...QUIZ, allows_revoting: true })
    await vote(message_id, 0)
    expect((await vote(message_id)).poll).not.toHaveProperty('correct_option_ids')
  })

  it('should hide results until the poll is closed where it says so', async () => {
    const { sendPoll, vote, ok, seen, updates } = await pollChat()
    const { message_id } = await sendPoll({ hide_results_until_closes: true })
    const { poll } = await vote(message_id, 0)
    expect(poll).toMatchObject({ hides_results: true, total_voter_count: 1 })
    expect(poll && counts(poll)).toEqual([0, 0, 0])
    expect(await updates()).toMatchObject([{ poll: { options: [{ voter_count: 1 }, {}, {}] } }])
    await ok('stopPoll', { message_id })
    const closed = await seen(message_id)
    expect(closed && counts(closed)).toEqual([1, 0, 0])
    expect(closed).not.toHaveProperty('hides_results')
  })

  it('should shuffle options for each person in the same way every time', async () => {
    const { sendPoll, vote, seen } = await pollChat()
    const options = Array.from({ length: 12 }, (_, index) => String(index))
    const { message_id, poll } = await sendPoll({ options, shuffle_options: true })
    expect(poll).not.toHaveProperty('option_order')
    const order = (await seen(message_id))?.option_order ?? []
    expect([...order].sort((a, b) => a - b)).toEqual(options.map(Number))
    expect(order).not.toEqual(options.map(Number))
    expect((await vote(message_id, 3)).poll).toMatchObject({
      option_order: order,
      options: { 3: { voter_count: 1 } },
    })
  })
})

describe('a copy', () => {
  it('should be a poll of its own, open and without votes', async () => {
    const { sendPoll, vote, ok, seen, updates, person } = await pollChat()
    const sent = await sendPoll({ open_period: 60, is_anonymous: false, description: 'x' })
    await vote(sent.message_id, 0)
    await ok('stopPoll', { message_id: sent.message_id })
    await updates()
    const source = { from_chat_id: person, message_id: sent.message_id }
    const { message_id } = await ok<{ message_id: number }>('copyMessage', { ...source, caption: 'ignored' })
    const copy = await seen(message_id)
    expect(copy).toMatchObject({ question: 'Which?', is_closed: false, open_period: 60, description: 'x' })
    expect(copy).toMatchObject({ total_voter_count: 0, options: [{ voter_count: 0 }, {}, {}] })
    expect(copy?.id).not.toBe(sent.poll.id)
    await vote(message_id, 2)
    expect(await updates()).toMatchObject([
      { poll: { id: copy?.id } },
      { poll_answer: { poll_id: copy?.id } },
    ])
    const [second] = await ok<{ message_id: number }[]>('copyMessages', {
      from_chat_id: person,
      message_ids: [sent.message_id],
    })
    expect(await seen(second?.message_id ?? 0)).toMatchObject({ is_closed: false, total_voter_count: 0 })
  })
})

describe('a forward', () => {
  it('should show the same poll, and keep the vote when one of the messages goes', async () => {
    const { sendPoll, vote, ok, seen, state, person, at, client } = await pollChat()
    const { message_id, poll } = await sendPoll({ allows_revoting: false })
    const [forward] = await ok<{ message_id: number }[]>('forwardMessages', {
      from_chat_id: person,
      message_ids: [message_id],
    })
    const other = forward?.message_id ?? 0
    await vote(message_id, 0)
    expect(await seen(other)).toMatchObject({ id: poll.id, total_voter_count: 1 })
    await ok('deleteMessage', { message_id })
    await expect(vote(other, 1)).rejects.toThrow('cannot be changed')
    await ok('deleteMessage', { message_id: other })
    expect((await state()).votes).toEqual({})
    await client.reset()
    await expect(client.messages(...at)).rejects.toThrow('404')
  })
})
