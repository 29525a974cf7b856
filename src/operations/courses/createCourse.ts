import type { PayloadRequest } from 'payload'

import { activeUser } from '../../access/activeUser.ts'
import type { NewCourse } from '../../contracts/api/courses.ts'
import { slugs } from '../../contracts/slugs.ts'
import { AppError } from '../../errors/AppError.ts'
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
    if (activeUser(req) === null) throw new AppError({ code: 'unauthenticated', status: 401 })
    await becomeCreator(req)
    const { id } = await req.payload.create({
      collection: slugs.courses,
      data: { pricingModel: 'free', language: localeFrom(req.i18n.language, 'ru'), ...fields } as never,
      ...{ overrideAccess: false, user: req.user, depth: 0, req },
    })
    return String(id)
  })
