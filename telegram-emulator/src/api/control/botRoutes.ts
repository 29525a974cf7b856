import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { botUserFromGetMe } from '../../state/botUser.ts'
import { createBot } from '../../state/createBot.ts'
import { webhookInfo } from '../bot/webhookInfo.ts'
import { botIdentity, requireFree } from './botIdentity.ts'
import { describeBot } from './describeBot.ts'
import { findBot } from './findParties.ts'
import { parseBody } from './parseBody.ts'

const newBot = z.object({ ...botIdentity, can_manage_bots: z.boolean().optional() })

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

  return router
}
