import { expect, it } from 'vitest'

import type { ChatMessage } from '../../../client.ts'
import { startedChat } from '../../../testing/startedChat.ts'

const location = { latitude: 52.5, longitude: 13.4 }

it('should send locations, venues and contacts', async () => {
  const { ok } = await startedChat()
  expect(await ok('sendLocation', { ...location, horizontal_accuracy: 2000 })).toMatchObject({
    location: { ...location, horizontal_accuracy: 1500 },
  })
  const venue = { title: 'Café', address: 'Street 1', foursquare_id: 'x' }
  expect(await ok('sendVenue', { ...location, ...venue })).toMatchObject({
    location,
    venue: { location, ...venue },
  })
  const contact = { phone_number: '+491234', first_name: 'Ann', vcard: 'BEGIN:VCARD' }
  expect(await ok<ChatMessage>('sendContact', contact)).toMatchObject({ contact })
})

it('should refuse them without what they need', async () => {
  const { error } = await startedChat()
  expect(await error('sendLocation', { longitude: 1 })).toBe('400 Bad Request: latitude is empty')
  expect(await error('sendLocation', { latitude: 1 })).toBe('400 Bad Request: longitude is empty')
  expect(await error('sendLocation', { latitude: 91, longitude: 1 })).toBe(
    '400 Bad Request: wrong location specified',
  )
  expect(await error('sendLocation', { ...location, live_period: 60 })).toMatch(/^501 .*live_period/)
  expect(await error('sendContact', { first_name: 'x' })).toBe(
    '400 Bad Request: parameter "phone_number" is required',
  )
})

it('should throw dice within the range of the emoji', async () => {
  const { ok, error } = await startedChat()
  const dice = await Promise.all(
    Array.from({ length: 60 }, () => ok<ChatMessage>('sendDice', { emoji: '🏀' })),
  )
  const values = new Set(dice.map((message) => message.dice?.value ?? 0))
  expect(Math.min(...values)).toBeGreaterThanOrEqual(1)
  expect(Math.max(...values)).toBeLessThanOrEqual(5)
  expect(values.size).toBeGreaterThan(1)
  expect(await ok('sendDice')).toMatchObject({ dice: { emoji: '🎲' } })
  expect(await ok('sendDice', { emoji: '⚽️' })).toMatchObject({ dice: { emoji: '⚽' } })
  expect(await error('sendDice', { emoji: 'x' })).toBe('400 Bad Request: EMOTICON_INVALID')
})
