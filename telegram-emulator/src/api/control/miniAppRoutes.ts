import { randomBytes } from 'node:crypto'

import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { launchUrl } from '../../miniApp/launchUrl.ts'
import { LAUNCH_KINDS, makeInitData, type LaunchKind } from '../../miniApp/makeInitData.ts'
import { publicKeyOf } from '../../miniApp/signingKey.ts'
import { THEME_PARAMS } from '../../miniApp/themeParams.ts'
import type { BotRecord, Person } from '../../state/types.ts'
import { LIMITS } from '../bot/validate/limits.ts'
import { ControlError } from './controlError.ts'
import { findParties, requireAccess } from './findParties.ts'
import { parseBody } from './parseBody.ts'

const launchQuery = z.object({
  bot: z.string(),
  person: z.string(),
  /** Left out: that of the menu button. */
  url: z.url().optional(),
  kind: z.enum(LAUNCH_KINDS).default('menu'),
  start_param: z
    .string()
    .regex(/^[\w-]{1,512}$/, 'expected up to 512 letters, digits, _ and -')
    .optional(),
  platform: z.string().default('web'),
  theme: z.enum(['light', 'dark']).default('light'),
})

export function miniAppRoutes(emulator: Emulator): Router {
  const router = Router()
  const { store } = emulator

  router.get('/init-data', (request, response) => {
    const query = parseBody(launchQuery, request.query)
    const { bot, person } = findParties(emulator, { bot: query.bot, person: query.person })
    requireAccess({ bot, person })
    const url = query.url ?? menuUrl(bot, person)
    const initData = makeInitData({
      bot,
      person,
      kind: query.kind,
      queryId: hasQuery(query.kind) ? openQuery(emulator, bot, person) : undefined,
      startParam: query.start_param,
      now: emulator.clock.unixTime(),
      mayWrite: store.chat(bot.id, person.id)?.isBlocked === false,
      seed: store.miniAppSeed,
    })
    const { platform, theme } = query
    response.json({
      init_data: initData,
      launch_url: launchUrl({ url, initData, platform, themeParams: THEME_PARAMS[theme] }),
    })
  })

  // With what initData is signed, in place of Telegram's own key.
  router.get('/keys', (_request, response) => {
    response.json({ ed25519: publicKeyOf(store.miniAppSeed) })
  })

  return router
}

/** Where an app is opened with something that its bot can answer. */
function hasQuery(kind: LaunchKind): boolean {
  return kind === 'inline' || kind === 'menu'
}

/** From now on the bot can answer the app. */
function openQuery({ store, clock }: Emulator, bot: BotRecord, person: Person): string {
  const id = `AA${randomBytes(16).toString('base64url')}`
  const expiresAt = clock.now() + LIMITS.webAppQueryLifetimeS * 1000
  store.webAppQueries.put(id, { botId: bot.id, personId: person.id, expiresAt }, clock.now())
  return id
}

function menuUrl(bot: BotRecord, person: Person): string {
  const button = bot.chatMenuButtons[person.id] ?? bot.menuButton
  if (button.type !== 'web_app')
    throw new ControlError(400, `url: expected one, since the menu button of @${bot.username} opens none`)
  return button.web_app.url
}
