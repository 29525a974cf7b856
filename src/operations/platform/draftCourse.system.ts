import type { PayloadRequest } from 'payload'

import type { DraftCourseRequest, DraftCourseResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { localeFrom } from '../../i18n/translate.ts'
import { inTransaction } from '../inTransaction.ts'
import { findLinkedCreator } from './findLinkedCreator.system.ts'
import { courseLink } from './telegramLinks.ts'

/** Makes an empty course of that title. One that is there already and was never published is taken instead. */
export const draftCourse = async (
  req: PayloadRequest,
  { telegramUserId, title: wished }: DraftCourseRequest,
): Promise<DraftCourseResponse> =>
  inTransaction(req, async () => {
    const creator = await findLinkedCreator(req, telegramUserId)
    if (creator === null) {
      const { totalDocs } = await req.payload.count({
        collection: slugs.users,
        where: { and: [{ telegramId: { equals: telegramUserId } }, { email: { exists: true } }] },
        req,
      })
      return { status: totalDocs > 0 ? 'notCreator' : 'notLinked', adminUrl: null }
    }
    const title = wished.trim()
    const { docs } = await req.payload.find({
      collection: slugs.courses,
      where: {
        and: [
          { creator: { equals: creator.id } },
          { title: { equals: title } },
          { currentRelease: { exists: false } },
          { isArchived: { equals: false } },
        ],
      },
      limit: 1,
      pagination: false,
      joins: false,
      req,
    })
    const course =
      docs[0] ??
      (await req.payload.create({
        collection: slugs.courses,
        data: {
          title,
          creator: creator.id,
          language: creator.locale ?? localeFrom(creator.languageCode, 'ru'),
          pricingModel: 'free',
          isPublished: false,
          isArchived: false,
          studentsCount: 0,
        },
        req,
      }))
    return { status: 'made', adminUrl: courseLink(course.id) }
  })
