import type { PayloadRequest } from 'payload'

import { findFile } from './findFile.system.ts'
import { readMediaFile } from './readMediaFile.ts'

/**
 * The bytes of a file that a bot is to send.
 * @throws {AppError} notFound (404)
 */
export const openFile = async (req: PayloadRequest, id: string): Promise<Response> =>
  readMediaFile(req, await findFile({ req, id }))
