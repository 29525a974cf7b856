import { Router, type Response } from 'express'

import type { Emulator } from '../../../emulator.ts'
import { fileAtPath } from '../../../files/filePath.ts'
import { BotApiError } from '../botApiError.ts'
import { checkToken } from '../botPath.ts'

/** /file/bot<token>/<path>, where bots fetch what getFile told them of. */
export function downloadRoutes({ store, files }: Emulator): Router {
  const router = Router()
  router.get(/^\/file\/bot([^/]+)(\/test)?\/(.+)$/, (request, response) => {
    const { 0: token = '', 1: test, 2: path = '' } = request.params as Record<number, string | undefined>
    try {
      checkToken(token)
      // All bots are those of the production environment.
      const bot = test === undefined ? store.botByToken(token) : undefined
      if (!bot) throw new BotApiError(401, 'Unauthorized')
      const record = files.get(fileAtPath(bot.id, path) ?? '')
      if (!record || record.size > files.limits.downloadBytes) throw new BotApiError(404, 'Not Found')
      // Whatever it is: browsers are to save it, and bots know its type from the message.
      const headers = { 'content-type': 'application/octet-stream', 'content-disposition': 'attachment' }
      response.sendFile(files.path(record), { dotfiles: 'allow', cacheControl: false, headers })
    } catch (error) {
      if (!(error instanceof BotApiError)) throw error
      answerError(response, error)
    }
  })
  router.all(/^\/file(?:\/|$)/, (_request, response) =>
    answerError(response, new BotApiError(404, 'Not Found')),
  )
  return router
}

function answerError(response: Response, { code, message }: BotApiError): void {
  response.status(code).json({ ok: false, error_code: code, description: message })
}
