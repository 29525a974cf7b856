import { expect, it } from 'vitest'

import { botUser } from './botUser.ts'
import { createBot } from './createBot.ts'
import { createPerson } from './createPerson.ts'
import { privateChat } from './privateChat.ts'
import { Store } from './store.ts'
import type { ChatRecord, Person } from './types.ts'

function filledStore(limits: { perChat: number; bytes: number }) {
  const store = new Store(limits)
  const bot = createBot(store, { username: 'test_bot', name: 'Test' })
  const people = ['Ann', 'Bo'].map((first_name) => createPerson(store, { first_name }))
  const [ann, bo] = people.map((person) => store.openChat(bot.id, person.id)) as [ChatRecord, ChatRecord]
  const say = (chat: ChatRecord, text: string, message_id = bot.nextMessageId++) => {
    const person = store.people.get(chat.personId) as Person
    store.putMessage(chat, { message_id, from: botUser(bot), chat: privateChat(person), date: 1, text })
  }
  const texts = (chat: ChatRecord) => [...chat.messages.values()].map(({ text }) => text?.slice(0, 1))
  return { store, bot, ann, bo, say, texts }
}

const LONG = 'x'.repeat(10_000)
/** Room for four long messages. */
const LIMITS = { perChat: 500, bytes: 100_000 }

it('should keep so many messages of a chat', () => {
  const { ann, say, texts } = filledStore({ ...LIMITS, perChat: 2 })
  for (const text of ['a', 'b', 'c']) say(ann, text)
  expect(texts(ann)).toEqual(['b', 'c'])
})

it('should keep no more of all chats than their bytes, the newest for longest', () => {
  const { ann, bo, say, texts } = filledStore(LIMITS)
  for (const text of ['a', 'b', 'c']) say(ann, text + LONG)
  for (const text of ['d', 'e', 'f']) say(bo, text + LONG)
  expect(texts(ann)).toEqual(['c'])
  expect(texts(bo)).toEqual(['d', 'e', 'f'])
  say(ann, LONG.repeat(20))
  expect([...texts(bo), ...texts(ann)]).toEqual(['x'])
})

it('should count edited and removed messages as what they are', () => {
  const { store, ann, say, texts } = filledStore(LIMITS)
  for (let round = 0; round < 100; round++) {
    say(ann, 'a', 1)
    say(ann, `b${LONG}`, 1)
    say(ann, `c${LONG}`, 2)
    store.removeMessage(ann, 2)
  }
  for (const id of [3, 4, 5]) say(ann, `d${LONG}`, id)
  expect(texts(ann)).toEqual(['b', 'd', 'd', 'd'])
})

it('should remember nothing of the many messages that have left a busy chat', () => {
  const { bo, ann, say, texts } = filledStore({ perChat: 2, bytes: 100_000 })
  say(bo, `a${LONG}`)
  for (let round = 0; round < 10_000; round++) say(ann, 'b')
  expect(texts(bo)).toEqual(['a'])
  for (const text of ['c', 'd', 'e']) say(ann, text + LONG)
  for (const text of ['f', 'g', 'h']) say(bo, text + LONG)
  expect(texts(bo)).toEqual(['g', 'h'])
})
