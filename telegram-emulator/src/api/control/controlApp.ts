import express, { type ErrorRequestHandler, type Express } from 'express'

import type { Emulator } from '../../emulator.ts'
import { loginRoutes } from '../../ui/loginRoutes.ts'
import { pageRoutes } from '../../ui/pageRoutes.ts'
import { downloadRoutes } from '../bot/files/downloadRoutes.ts'
import { LIMITS } from '../bot/validate/limits.ts'
import { botRoutes } from './botRoutes.ts'
import { chatRoutes } from './chatRoutes.ts'
import { chatStateRoutes } from './chatStateRoutes.ts'
import { clockRoutes } from './clockRoutes.ts'
import { ControlError } from './controlError.ts'
import { faultRoutes } from './faultRoutes.ts'
import { fileRoutes } from './fileRoutes.ts'
import { managedBotRoutes } from './managedBotRoutes.ts'
import { miniAppRoutes } from './miniAppRoutes.ts'
import { observeRoutes } from './observeRoutes.ts'
import { peopleRoutes } from './peopleRoutes.ts'
import { fromMiniAppRoutes } from './person/fromMiniAppRoutes.ts'
import { personRoutes } from './person/personRoutes.ts'
import { resetRoutes } from './resetRoutes.ts'

/** Everything but the Bot API's methods: what bots download, the control API and the chat page. */
export function controlApp(emulator: Emulator): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  // Files that people send come in base64.
  const withFile = express.json({ limit: LIMITS.personFileBytes * 1.4 })
  app.post('/emulator/chats/:bot/:person/send', withFile)
  app.use('/emulator', express.json({ limit: '1mb' }))
  for (const routes of [
    observeRoutes,
    peopleRoutes,
    botRoutes,
    managedBotRoutes,
    miniAppRoutes,
    chatRoutes,
    chatStateRoutes,
    personRoutes,
    fromMiniAppRoutes,
    fileRoutes,
    faultRoutes,
    clockRoutes,
    resetRoutes,
  ]) {
    app.use('/emulator', routes(emulator))
  }
  app.use(downloadRoutes(emulator))
  app.use(loginRoutes(emulator))
  app.use(pageRoutes())
  app.use((request, response) => {
    response.status(404).json({ error: `there is no ${request.method} ${request.path}` })
  })
  app.use(errorAnswer(emulator))
  return app
}

function errorAnswer(emulator: Emulator): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const status = error instanceof ControlError ? error.status : statusOf(error)
    if (status >= 500 && !(error instanceof ControlError))
      emulator.logger.error({ err: error }, 'control API failed')
    response.status(status).json({ error: error instanceof Error ? error.message : 'internal error' })
  }
}

/** Errors of body parsing carry their own status. */
function statusOf(error: unknown): number {
  const status = (error as { status?: unknown }).status
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
