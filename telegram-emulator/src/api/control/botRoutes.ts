import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { botUserFromGetMe } from '../../state/botUser.ts'
import { createBot } from '../../state/createBot.ts'
import type { BotRecord } from '../../state/types.ts'
import { webhookInfo } from '../bot/webhookInfo.ts'
import { ControlError } from './controlError.ts'
import { findBot } from './findParties.ts'
import { parseBody } from './parseBody.ts'

const newBot = z.object({
  username: z
    .string()
    .regex(/^[A-Za-z]\w{4,31}$/, 'expected 5–32 letters, digits and underscores')
    .regex(/bot$/i, 'must end in bot'),
  name: z.string().trim().min(1).max(64),
  can_manage_bots: z.boolean().optional(),
})

export function botRoutes(emulator: Emulator): Router {
  const router = Router()

  router.get('/bots', (_request, response) => {
    response.json([...emulator.store.bots].map(summary))
  })

  router.post('/bots', (request, response) => {
    const { can_manage_bots = false, ...input } = parseBody(newBot, request.body)
    if (emulator.store.botByUsername(input.username) ?? emulator.store.personByUsername(input.username)) {
      throw new ControlError(409, `username: @${input.username} is taken`)
    }
    const bot = createBot(emulator.store, { ...input, can_manage_bots })
    emulator.events.publish({ type: 'bot', bot: bot.username })
    response.json({ token: bot.token, bot: botUserFromGetMe(bot) })
  })

  router.get('/bots/:username', (request, response) => {
    const bot = findBot(emulator, request.params.username)
    response.json({
      ...summary(bot),
      texts: bot.texts,
      commands: bot.commands,
      menu_button: bot.menuButton,
      chat_menu_buttons: bot.chatMenuButtons,
      webhook: webhookInfo(emulator, bot),
    })
  })

  return router
}

function summary(bot: BotRecord) {
  return {
    id: bot.id,
    username: bot.username,
    name: bot.texts['']?.name ?? bot.username,
    can_manage_bots: bot.canManageBots,
  }
}
