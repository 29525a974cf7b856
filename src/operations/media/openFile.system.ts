import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { findSubmissionFile } from '../submissionFiles/findSubmissionFile.system.ts'
import { findMedia } from './findMedia.system.ts'
import { readMediaFile } from './readMediaFile.ts'

/**
 * The bytes of a file that a bot is to send: of a lesson, or one between learners and their reviewers.
 * @throws {AppError} notFound (404)
 */
export const openFile = async (req: PayloadRequest, id: string): Promise<Response> => {
  const media = await findMedia({ req, id }).catch(() => null)
  if (media !== null) return readMediaFile(req, { ...media, collection: slugs.media })
  const file = await findSubmissionFile({ req, id })
  return readMediaFile(req, { ...file, collection: slugs.submissionFiles })
}
