import { Router } from 'express'

import type { Emulator } from '../../emulator.ts'
import { seenMessage } from '../../polls/seenMessage.ts'
import { findBot } from './findParties.ts'
import { numberParameter } from './numberParameter.ts'
import { openEventStream } from './openEventStream.ts'

/** Health, the log of Bot API calls, mail, and the stream of what happens. */
export function observeRoutes(emulator: Emulator): Router {
  const router = Router()

  router.get('/health', (_request, response) => {
    response.json({ status: 'ok' })
  })

  // What was mailed, the newest first; nothing when no port was named to receive it on.
  router.get('/mails', (_request, response) => {
    response.json(emulator.inbox?.mails() ?? [])
  })

  // With ?newest= no more than so many.
  router.get('/calls', (request, response) => {
    const newest = numberParameter(request.query.newest, 'newest', Infinity)
    const after = numberParameter(request.query.after, 'after', 0)
    const bot =
      typeof request.query.bot === 'string' && request.query.bot !== '' ? request.query.bot : undefined
    response.json(
      emulator.calls.list(after, bot && findBot(emulator, bot).username).slice(-Math.max(1, newest)),
    )
  })

  // With ?bot= and ?person= only what concerns that chat.
  router.get('/events', (request, response) => {
    const bot = typeof request.query.bot === 'string' ? request.query.bot.toLowerCase() : ''
    const { person } = request.query
    const send = openEventStream(request, response, () => unsubscribe())
    const unsubscribe = emulator.events.subscribe((event) => {
      if (bot && (!('bot' in event) || event.bot.toLowerCase() !== bot)) return
      if (person && (!('person' in event) || event.person !== Number(person))) return
      const isMessage = event.type === 'message' || event.type === 'edit'
      send(
        isMessage ? { ...event, message: seenMessage(emulator.store, event.person, event.message) } : event,
      )
    })
  })

  return router
}
