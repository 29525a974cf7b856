import type { PayloadRequest } from 'payload'

import { requireUser } from '../../access/requireUser.ts'
import type { NewCourse } from '../../contracts/api/courses.ts'
import { slugs } from '../../contracts/slugs.ts'
import { localeFrom } from '../../i18n/translate.ts'
import { inTransaction } from '../inTransaction.ts'
import { becomeCreator } from './becomeCreator.system.ts'

/**
 * A course of the person's own, empty. Whoever was a student is a creator from then on.
 * @returns its id
 * @throws {AppError} unauthenticated (401); forbidden (403) for moderators
 */
export const createCourse = async (req: PayloadRequest, fields: NewCourse): Promise<string> =>
  inTransaction(req, async () => {
    requireUser(req)
    await becomeCreator(req)
    const { id } = await req.payload.create({
      collection: slugs.courses,
      data: { pricingModel: 'free', language: localeFrom(req.i18n.language, 'ru'), ...fields } as never,
      ...{ overrideAccess: false, user: req.user, depth: 0, req },
    })
    return String(id)
  })
