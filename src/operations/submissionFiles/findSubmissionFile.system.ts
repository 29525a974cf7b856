import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
import type { SubmissionFile } from '../../payload-types.ts'
import { isUuid } from '../isUuid.ts'

/** @throws {AppError} notFound (404) */
export const findSubmissionFile = async (options: {
  req: PayloadRequest
  id: string
}): Promise<SubmissionFile> => {
  const { req, id } = options
  const file = isUuid(id)
    ? await req.payload.findByID({ collection: slugs.submissionFiles, id, disableErrors: true, req })
    : null
  if (!file) throw new AppError({ code: 'notFound', status: 404 })
  return file
}
