import { createLocalReq, getPayload } from 'payload'

import config from '../../payload.config.ts'
import { migrate } from '../../src/database/migrate.ts'
import { readEnv } from '../../src/env.ts'
import { attachBot } from '../../src/operations/bots/attachBot.ts'
import { buildCourse } from '../../tests/factories/buildCourse.ts'
import { richText } from '../../tests/factories/richText.ts'
import { mixSteps } from './mix/mixCourse.ts'
import { botToken, stepsCount, stepText, stepTitle } from './scene.ts'

/** Brings an empty database to this version and publishes the named course with a bot, as its author would. */
const courses = {
  steps: () =>
    Array.from({ length: stepsCount }, (_, index) => ({
      title: stepTitle(index),
      content: richText(stepText),
    })),
  mix: mixSteps,
}
const steps = courses[process.argv[2] as keyof typeof courses]()
const payload = await getPayload({ config, cron: false })
await migrate(payload, readEnv())
const { author, course } = await buildCourse(payload, { steps, isPublished: true })
const req = await createLocalReq({ user: author.user }, payload)
await attachBot({ req, courseId: course.id, token: botToken })
// As after the author's /start in it.
await payload.update({
  collection: 'bots',
  where: { course: { equals: course.id } },
  data: { isProven: true, changedAt: new Date().toISOString() },
})
process.send?.({ type: 'ready', port: 0 })
await payload.destroy()
process.exit(0)
