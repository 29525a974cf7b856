import { Router } from 'express'
import { z } from 'zod'

import type { Emulator } from '../../emulator.ts'
import { botUser, botUserFromGetMe } from '../../state/botUser.ts'
import { createBot } from '../../state/createBot.ts'
import { rotateToken, tellManager } from '../../state/managedBots.ts'
import type { BotRecord } from '../../state/types.ts'
import { LIMITS } from '../bot/validate/limits.ts'
import { botIdentity, isFree, requireFree } from './botIdentity.ts'
import { ControlError } from './controlError.ts'
import { describeBot } from './describeBot.ts'
import { findBot, findPerson } from './findParties.ts'
import { parseBody } from './parseBody.ts'
import { postFromPerson } from './postFromPerson.ts'

const LINK_HOSTS = new Set(['t.me', 'telegram.me', 'telegram.dog'])

const newManagedBot = z.object({
  manager: z.string(),
  person: z.number().int(),
  ...botIdentity,
  /** Made with a request_managed_bot button: the chat gets a message too. */
  is_requested: z.boolean().optional(),
})
const newOwner = z.object({ person: z.number().int() })

/** What people do with bots that another bot manages. */
export function managedBotRoutes(emulator: Emulator): Router {
  const router = Router()
  const { store } = emulator

  router.post('/managed-bots', (request, response) => {
    const input = parseBody(newManagedBot, request.body)
    const manager = findManager(emulator, input.manager)
    const person = findPerson(emulator, input.person)
    requireFree(store, input.username)
    requireRoom(emulator, person.id)
    const { username, name } = input
    const bot = createBot(store, { username, name, ownerId: person.id, managerId: manager.id })
    emulator.events.publish({ type: 'bot', bot: bot.username })
    if (input.is_requested)
      postFromPerson(emulator, { bot: manager, person }, { managed_bot_created: { bot: botUser(bot) } })
    tellManager(emulator, bot)
    response.json({ bot: botUserFromGetMe(bot) })
  })

  router.post('/managed-bots/:bot/rotate-token', (request, response) => {
    const bot = findManagedBot(emulator, request.params.bot)
    rotateToken(emulator, bot)
    response.json({ token: bot.token })
  })

  router.post('/managed-bots/:bot/owner', (request, response) => {
    const bot = findManagedBot(emulator, request.params.bot)
    const person = findPerson(emulator, parseBody(newOwner, request.body).person)
    if (bot.ownerId !== person.id) {
      requireRoom(emulator, person.id)
      bot.ownerId = person.id
      store.changed()
      tellManager(emulator, bot)
    }
    response.json(describeBot(emulator, bot))
  })

  router.get('/newbot-link', (request, response) => {
    const { manager, username, name } = readLink(request.query.url)
    response.json({
      manager: findManager(emulator, manager).username,
      suggested_username: username,
      suggested_name: name,
      is_free: botIdentity.username.safeParse(username).success && isFree(store, username),
    })
  })

  return router
}

function findManager(emulator: Emulator, username: string): BotRecord {
  const manager = findBot(emulator, username)
  if (!manager.canManageBots) throw new ControlError(409, `manager: @${manager.username} cannot manage bots`)
  return manager
}

function findManagedBot(emulator: Emulator, username: string): BotRecord {
  const bot = findBot(emulator, username)
  if (bot.managerId === undefined) throw new ControlError(409, `@${bot.username} is not a managed bot`)
  return bot
}

function requireRoom({ store }: Emulator, personId: number): void {
  const owned = [...store.bots].filter(({ ownerId }) => ownerId === personId).length
  if (owned >= LIMITS.ownedBots)
    throw new ControlError(409, `person: ${personId} owns ${owned} bots already, which is the most`)
}

/** https://t.me/newbot/<manager>/<username>?name=<name>; both suggestions may be left out. */
function readLink(given: unknown): { manager: string; username: string; name: string } {
  const url = typeof given === 'string' && URL.canParse(given) ? new URL(given) : undefined
  const [, route, manager, username = ''] = url?.pathname.split('/') ?? []
  if (!url || !LINK_HOSTS.has(url.hostname) || route !== 'newbot' || !manager)
    throw new ControlError(400, 'url: expected https://t.me/newbot/<manager>/<username>?name=<name>')
  return { manager, username, name: url.searchParams.get('name') ?? '' }
}
