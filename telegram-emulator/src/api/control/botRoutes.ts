import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { botUserFromGetMe } from '../../state/botUser.ts'
import { createBot } from '../../state/createBot.ts'
import { deleteBot } from '../../state/deleteBot.ts'
import { webhookInfo } from '../bot/webhookInfo.ts'
import { botIdentity, requireFree } from './botIdentity.ts'
import { describeBot } from './describeBot.ts'
import { findBot } from './findParties.ts'
import { parseBody } from './parseBody.ts'

const newBot = z.object({ ...botIdentity, can_manage_bots: z.boolean().optional() })
const botChanges = z.object({ can_manage_bots: z.boolean() })

export function botRoutes(emulator: Emulator): Router {
  const router = Router()

  router.get('/bots', (_request, response) => {
    response.json([...emulator.store.bots].map((bot) => describeBot(emulator, bot)))
  })

  router.post('/bots', (request, response) => {
    const { can_manage_bots = false, ...input } = parseBody(newBot, request.body)
    requireFree(emulator.store, input.username)
    const bot = createBot(emulator.store, { ...input, can_manage_bots })
    emulator.events.publish({ type: 'bot', bot: bot.username })
    response.json({ token: bot.token, bot: botUserFromGetMe(bot) })
  })

  router.get('/bots/:username', (request, response) => {
    const bot = findBot(emulator, request.params.username)
    response.json({
      ...describeBot(emulator, bot),
      texts: bot.texts,
      commands: bot.commands,
      menu_button: bot.menuButton,
      chat_menu_buttons: bot.chatMenuButtons,
      webhook: webhookInfo(emulator, bot),
    })
  })

  // As Bot Management Mode in BotFather.
  router.post('/bots/:username', (request, response) => {
    const bot = findBot(emulator, request.params.username)
    bot.canManageBots = parseBody(botChanges, request.body).can_manage_bots
    emulator.store.changed()
    emulator.events.publish({ type: 'bot', bot: bot.username })
    response.json(describeBot(emulator, bot))
  })

  router.delete('/bots/:username', (request, response) => {
    deleteBot(emulator, findBot(emulator, request.params.username))
    response.json({ ok: true })
  })

  return router
}
