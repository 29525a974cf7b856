import { Forbidden, type CollectionBeforeOperationHook } from 'payload'

import { hasRole } from '../../src/access/hasRole.ts'
import { AppError } from '../../src/errors/AppError.ts'
import { prepareUpload } from '../../src/operations/media/prepareUpload.ts'
import { requireUnused } from '../../src/operations/media/requireUnused.system.ts'

const mayUpload = hasRole('creator', 'admin')

/**
 * Before Payload looks at an uploaded file it becomes what is kept of it. Payload asks who may do it later than
 * this, so it is asked here too: the work is not done for everybody.
 */
export const prepareFile: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  // Payload would cut the stored file by these, behind the back of its hash.
  if (req.query) delete req.query.uploadEdits
  delete req.context.preparedUpload
  if (!req.file) return args
  if (!overrideAccess && !mayUpload({ req })) throw new Forbidden(req.t)
  if (operation === 'update') {
    const { id } = args as { id?: unknown }
    if (id === undefined) throw new AppError({ code: 'inputInvalid', status: 422, details: { path: 'file' } })
    await requireUnused({ req, id })
  }
  req.context.preparedUpload = await prepareUpload(req)
  return args
}
