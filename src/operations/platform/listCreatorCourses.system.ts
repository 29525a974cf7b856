import type { PayloadRequest } from 'payload'

import type { CreatorCoursesResponse } from '../../contracts/platform.ts'
import { slugs } from '../../contracts/slugs.ts'
import { findLinkedCreator } from './findLinkedCreator.system.ts'
import { adminLink, courseLink } from './telegramLinks.ts'

const most = 20

/** A creator's courses as the platform bot lists them, the last edited first. */
export const listCreatorCourses = async (
  req: PayloadRequest,
  telegramUserId: number,
): Promise<CreatorCoursesResponse> => {
  const creator = await findLinkedCreator(req, telegramUserId)
  const { totalDocs: linked } = await req.payload.count({
    collection: slugs.users,
    where: { and: [{ telegramId: { equals: telegramUserId } }, { email: { exists: true } }] },
    req,
  })
  const base = { isLinked: linked > 0, isCreator: creator !== null, adminUrl: adminLink() }
  if (creator === null) return { ...base, courses: [], more: 0 }
  const { docs, totalDocs } = await req.payload.find({
    collection: slugs.courses,
    where: { and: [{ creator: { equals: creator.id } }, { isArchived: { equals: false } }] },
    sort: '-updatedAt',
    limit: most,
    joins: false,
    req,
  })
  const { docs: bots } = await req.payload.find({
    collection: slugs.bots,
    where: { course: { in: docs.map(({ id }) => id) } },
    pagination: false,
    req,
  })
  return {
    ...base,
    more: totalDocs - docs.length,
    courses: docs.map(({ id, title, isPublished }) => {
      const bot = bots.find(({ course }) => course === id)
      const botState = bot?.state ?? 'none'
      return { title, isPublished, adminUrl: courseLink(id), botState, botUsername: bot?.username ?? null }
    }),
  }
}
