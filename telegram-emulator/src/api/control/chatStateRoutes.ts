import { Router } from 'express'

import type { Emulator } from '../../emulator.ts'
import { chatState } from '../../state/chatState.ts'
import { findParties } from './findParties.ts'

/** What a chat shows beside its messages. */
export function chatStateRoutes(emulator: Emulator): Router {
  const router = Router()

  router.get('/chats/:bot/:person', (request, response) => {
    const { bot, person } = findParties(emulator, request.params)
    response.json(chatState(bot, person, emulator.store.chat(bot.id, person.id)))
  })

  return router
}
