import { getPayload } from 'payload'

import config from '../straightforward/payload.config.mjs'
import { stepsCount, stepText, stepTitle } from './scene.ts'

/** Tables and one course for the straightforward bot. */
const payload = await getPayload({ config, cron: false })
/** `payload.create` is typed by the product's collections, which are not these. */
const create = (collection: string, data: object) =>
  (payload.create as unknown as (options: object) => Promise<{ id: number }>)({ collection, data })

const course = await create('courses', { title: 'A course' })
for (let index = 0; index < stepsCount; index++)
  await create('steps', {
    course: course.id,
    orderIndex: index,
    title: stepTitle(index),
    content: stepText,
  })
await create('users', { email: 'ann@example.org', password: 'correct horse battery' })
process.send?.({ type: 'ready', port: 0 })
await payload.destroy()
process.exit(0)
