import { getPayload } from 'payload'

import config from '../straightforward/payload.config.mjs'
import { stepsCount, stepText, stepTitle } from './scene.ts'

/** Tables and one course for the straightforward bot. */
const payload = await getPayload({ config, cron: false })
const course = await payload.create({ collection: 'courses', data: { title: 'A course' } })
for (let index = 0; index < stepsCount; index++)
  await payload.create({
    collection: 'steps',
    data: { course: course.id, orderIndex: index, title: stepTitle(index), content: stepText },
  })
process.send?.({ type: 'ready', port: 0 })
await payload.destroy()
process.exit(0)
