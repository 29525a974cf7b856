import type { Request } from 'express'
import { Forbidden, type PayloadRequest } from 'payload'

import type { Locale } from '../contracts/locale.ts'
import type { Env } from '../env.ts'
import { AppError } from '../errors/AppError.ts'
import { incomingFolder } from '../operations/media/incomingFolder.ts'
import type { ApiRoute } from './apiRoute.ts'
import { parsePart } from './parsePart.ts'
import { receiveFile, type ReceivedFile } from './receiveFile.ts'

type Call = { request: Request; locale: Locale; env: Env; act: () => Promise<PayloadRequest> }
/** The parser leaves alone what does not say that it is JSON. */
const hasBody = ({ headers }: Request): boolean =>
  Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined

type Read = { body: unknown; file: ReceivedFile | null; remove: () => Promise<void> | void }

/**
 * A call's body; of an upload the form's fields, its file lying on the disk until it is removed. Who may not upload is
 * refused before it is read.
 * @throws {AppError} inputInvalid (400, 422), bodyNotJson (415), mediaTooLarge, bodyTooLarge (413); Payload's Forbidden
 */
export const readBody = async (route: ApiRoute, { request, locale, env, act }: Call): Promise<Read> => {
  const parse = (value: unknown) => parsePart(route.body, value, { part: 'body', locale })
  const { upload } = route
  if (upload === undefined && route.body !== undefined && request.body === undefined && hasBody(request))
    throw new AppError({ code: 'bodyNotJson', status: 415 })
  if (upload === undefined) return { body: parse(request.body), file: null, remove: () => undefined }
  const req = await act()
  if (!upload.isAllowed({ req })) throw new Forbidden(req.t)
  const { file, fields, remove } = await receiveFile(request, {
    folder: incomingFolder(env.MEDIA_DIR),
    megabytes: upload.megabytes(env),
  })
  try {
    return { body: parse(fields), file, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
