import type { CollectionBeforeDeleteHook } from 'payload'

import { requireUnused } from '../../src/operations/media/requireUnused.system.ts'

export const keepUsedFile: CollectionBeforeDeleteHook = ({ id, req }) => requireUnused({ req, id })
