import { expect, it } from 'vitest'

import { testEmulator } from '../../testing/testEmulator.ts'

it('should change what is named of a person, and let bots see it from then on', async () => {
  const { client, createBot } = await testEmulator()
  const bot = await createBot()
  const { id } = await client.createPerson({ first_name: 'Ann', username: 'ann_a', language_code: 'en' })
  await client.send(bot.username, id, 'before')
  expect(await client.updatePerson(id, { first_name: 'Anna', language_code: 'ru' })).toMatchObject({
    first_name: 'Anna',
    username: 'ann_a',
    language_code: 'ru',
  })
  await client.send(bot.username, id, 'after')
  const senders = (await client.messages(bot.username, id)).map(({ from }) => from.first_name)
  expect(senders).toEqual(['Ann', 'Anna'])
})

it('should refuse a name that another has, and keep one’s own', async () => {
  const { client } = await testEmulator()
  await client.createPerson({ first_name: 'Ann', username: 'ann_a' })
  const { id } = await client.createPerson({ first_name: 'Ben', username: 'ben_b' })
  await expect(client.updatePerson(id, { username: 'Ann_A' })).rejects.toThrow('@Ann_A is taken')
  expect(await client.updatePerson(id, { username: 'ben_b' })).toMatchObject({ username: 'ben_b' })
  await expect(client.updatePerson(1, { first_name: 'Nobody' })).rejects.toThrow('person')
})
