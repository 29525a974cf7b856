import { Router } from 'express'

import type { Emulator } from '../../emulator.ts'
import { ControlError } from './controlError.ts'

/** The bytes of files, for the page and for tests. */
export function fileRoutes({ files }: Emulator): Router {
  const router = Router()

  router.get('/files/:id', (request, response) => {
    const record = files.get(request.params.id)
    if (!record) throw new ControlError(404, `there is no file ${request.params.id}`)
    // Anybody may have made it: it is shown and played, and never run or taken for another type.
    const headers = {
      'content-type': record.mime,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    }
    response.sendFile(files.path(record), { dotfiles: 'allow', immutable: true, maxAge: '1h', headers })
  })

  return router
}
