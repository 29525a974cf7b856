import { createLocalReq, type Payload } from 'payload'

import { publishCourse } from '../../src/operations/courses/publishCourse.ts'
import type { Course, Step, User } from '../../src/payload-types.ts'
import { createUser, type SignedIn } from './createUser.ts'
import { richText } from './richText.ts'

/** A course with its steps; an author is made if none is given. Ready to be published, and published if asked. */
export const buildCourse = async (
  payload: Payload,
  options: {
    author?: SignedIn
    course?: Partial<Course>
    steps?: (string | Partial<Step>)[]
    isPublished?: boolean
  } = {},
): Promise<{ author: SignedIn; course: Course; steps: Step[] }> => {
  const author = options.author ?? (await createUser(payload))
  const course = await payload.create({
    collection: 'courses',
    user: author.user,
    data: {
      title: 'A course for tests',
      description: 'Long enough to be published.',
      category: 'other',
      language: 'en',
      pricingModel: 'free',
      creator: author.user.id,
      isPublished: false,
      isArchived: false,
      studentsCount: 0,
      ...options.course,
    },
  })
  const steps: Step[] = []
  for (const step of options.steps ?? ['One', 'Two', 'Three']) {
    const data = typeof step === 'string' ? { title: step } : step
    steps.push(
      await payload.create({
        collection: 'steps',
        user: author.user,
        data: {
          title: 'Step',
          stepType: 'text',
          content: richText(`The text of ${data.title}.`),
          ...data,
          course: course.id,
        },
      }),
    )
  }
  if (options.isPublished) {
    const req = await createLocalReq({ user: author.user as User & { collection: 'users' } }, payload)
    await publishCourse({ req, courseId: course.id })
  }
  return { author, course, steps }
}
