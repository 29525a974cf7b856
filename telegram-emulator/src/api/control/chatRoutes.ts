import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { seenMessage } from '../../polls/seenMessage.ts'
import { messagesSeen } from '../../state/messagesSeen.ts'
import { findParties } from './findParties.ts'
import { numberParameter } from './numberParameter.ts'
import { parseBody } from './parseBody.ts'
import { setBlocked } from './setBlocked.ts'
import { tapButton } from './tapButton.ts'

const tapBody = z
  .object({ message_id: z.number().int(), text: z.string().optional(), data: z.string().optional() })
  .refine((tap) => (tap.text === undefined) !== (tap.data === undefined), 'expected either text or data')

export function chatRoutes(emulator: Emulator): Router {
  const router = Router()

  router.get('/chats', (_request, response) => {
    const { store } = emulator
    const chats = [...store.chats.values()].map((chat) => {
      const last = messagesSeen(chat).at(-1)
      return {
        bot: store.botById(chat.botId)?.username,
        person: chat.personId,
        is_blocked: chat.isBlocked,
        last_message: last ? seenMessage(store, chat.personId, last) : null,
      }
    })
    response.json(chats)
  })

  router.get('/chats/:bot/:person/messages', (request, response) => {
    const { bot, person } = findParties(emulator, request.params)
    const after = numberParameter(request.query.after, 'after', 0)
    const { store } = emulator
    const messages = messagesSeen(store.chat(bot.id, person.id)).filter((m) => m.message_id > after)
    response.json(messages.map((message) => seenMessage(store, person.id, message)))
  })

  router.post('/chats/:bot/:person/tap', async (request, response) => {
    const parties = findParties(emulator, request.params)
    response.json(await tapButton(emulator, parties, parseBody(tapBody, request.body)))
  })

  router.post('/chats/:bot/:person/block', (request, response) => {
    setBlocked(emulator, findParties(emulator, request.params), true)
    response.json({ is_blocked: true })
  })

  router.post('/chats/:bot/:person/unblock', (request, response) => {
    setBlocked(emulator, findParties(emulator, request.params), false)
    response.json({ is_blocked: false })
  })

  return router
}
