import { expect, it } from 'vitest'

import { testEmulator } from './testing/testEmulator.ts'

it('should wait for a message that is there, that comes, and that is edited into shape', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const wait = (text: string, after?: number) =>
    client.waitForMessage(bot.username, person, (message) => message.text === text, {
      ...(after && { after }),
    })
  expect(await wait('/start')).toMatchObject({ message_id: 1 })
  const coming = wait('hello')
  const { message_id } = await bot.ok<{ message_id: number }>('sendMessage', {
    chat_id: person,
    text: 'hello',
  })
  expect(await coming).toMatchObject({ message_id })
  const edited = wait('changed', 1)
  await bot.ok('editMessageText', { chat_id: person, message_id, text: 'changed' })
  expect(await edited).toMatchObject({ message_id, text: 'changed' })
})

it('should say what the chat holds when nothing fits in time', async () => {
  const { client, createBot, startedBy } = await testEmulator()
  const bot = await createBot()
  const person = await startedBy(bot)
  const waiting = client.waitForMessage(bot.username, person, ({ text }) => text === 'never', {
    timeoutMs: 100,
  })
  await expect(waiting).rejects.toThrow(/within 100 ms[^]*person: \/start/)
})
