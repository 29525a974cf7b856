import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { findSubmissionFile } from '../submissionFiles/findSubmissionFile.system.ts'
import { findMedia } from './findMedia.system.ts'
import type { StoredFile } from './readMediaFile.ts'

/**
 * A file of a lesson, or one between learners and their reviewers.
 * @throws {AppError} notFound (404)
 */
export const findFile = async (options: { req: PayloadRequest; id: string }): Promise<StoredFile> => {
  const media = await findMedia(options).catch(() => null)
  if (media !== null) return { ...media, collection: slugs.media }
  return { ...(await findSubmissionFile(options)), collection: slugs.submissionFiles }
}
