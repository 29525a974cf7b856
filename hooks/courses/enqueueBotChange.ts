import type { CollectionAfterChangeHook } from 'payload'

import { slugs } from '../../src/contracts/slugs.ts'
import { beginFarewell } from '../../src/operations/bots/beginFarewell.system.ts'
import { touchBot } from '../../src/operations/bots/touchBot.ts'
import { idOf } from '../../src/operations/idOf.ts'
import type { Course } from '../../src/payload-types.ts'

/** What a course's bot shows or serves depends on these. */
const fingerprint = (course: Course) =>
  JSON.stringify([
    idOf(course.currentRelease),
    course.isPublished,
    course.isArchived,
    course.title,
    course.description,
  ])

/** Not said of a change that was asked for without these fields: they are left out then. */
const closes = (doc: Course, previous: Course) =>
  previous.isPublished && !previous.isArchived && (doc.isPublished === false || doc.isArchived === true)

/** Whatever path changes them: the course's bot has to follow, and whoever learned with it hears when it stops. */
export const enqueueBotChange: CollectionAfterChangeHook<Course> = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update' || fingerprint(doc) === fingerprint(previousDoc)) return
  const { docs } = await req.payload.find({
    collection: slugs.bots,
    where: { course: { equals: doc.id } },
    limit: 1,
    pagination: false,
    req,
  })
  const [bot] = docs
  if (!bot) return
  await touchBot({ req, botId: bot.id })
  if (closes(doc, previousDoc) && bot.telegramBotId && bot.isProven)
    await beginFarewell({ req, botId: bot.id, reason: doc.isArchived ? 'archived' : 'unpublished' })
}
