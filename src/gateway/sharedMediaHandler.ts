import { createLocalReq, type Payload } from 'payload'

import { AppError } from '../errors/AppError.ts'
import { describeFailure } from '../errors/describeFailure.ts'
import { localeFrom } from '../i18n/translate.ts'
import { findFile } from '../operations/media/findFile.system.ts'
import { checkMediaLink } from '../operations/media/mediaLink.ts'
import { readMediaFile } from '../operations/media/readMediaFile.ts'

/** `GET /media/:id?expires&signature`: a file for whoever was sent the link to it. */
export const sharedMediaHandler =
  (payload: Payload) =>
  async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url)
    try {
      const req = await createLocalReq({ req: { headers: request.headers, signal: request.signal } }, payload)
      const file = await findFile({ req, id: pathname.split('/').at(-1) ?? '' })
      const state = checkMediaLink(file, searchParams)
      // A wrong link tells nothing, not even whether there is such a file.
      if (state === 'wrong') throw new AppError({ code: 'notFound', status: 404 })
      if (state === 'expired') throw new AppError({ code: 'linkExpired', status: 410 })
      return await readMediaFile(req, file)
    } catch (error) {
      const failure = describeFailure(error, localeFrom(request.headers.get('accept-language')))
      if (failure.code === 'internal') throw error
      // People open these links in a browser.
      return new Response(failure.message, {
        status: failure.status,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      })
    }
  }
