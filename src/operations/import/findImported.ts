import type { PayloadRequest } from 'payload'

import { slugs } from '../../contracts/slugs.ts'
import type { ImportPlan } from '../../import/plan/types.ts'
import type { Course, Step } from '../../payload-types.ts'
import { findEditableCourse } from '../courses/findEditableCourse.ts'

/** GitHub's archives are called after the branch too. */
export const importNameOf = (sourceName: string): string =>
  sourceName
    .replace(/-(?:main|master|gh-pages|source)$/, '')
    .toLowerCase()
    .slice(0, 200)

/**
 * The course that an earlier import of this source made, among the person's own. A folder's name alone says
 * little (`lesson`), so some of its steps have to be known too.
 */
export const findImported = async (options: {
  req: PayloadRequest
  courseId: string | undefined
  sourceName: string
  plan: ImportPlan
}): Promise<Course | null> => {
  const { req, courseId, sourceName, plan } = options
  if (courseId !== undefined) return findEditableCourse({ req, courseId })
  const rights = { overrideAccess: false, user: req.user, req, pagination: false } as const
  const { docs } = await req.payload.find({
    collection: slugs.courses,
    where: {
      and: [{ importName: { equals: importNameOf(sourceName) } }, { creator: { equals: req.user?.id } }],
    },
    sort: '-createdAt',
    joins: false,
    ...rights,
  })
  const keys = new Set(plan.steps.map(({ key }) => key))
  for (const course of docs as Course[]) {
    const steps = await req.payload.find({
      collection: slugs.steps,
      where: { course: { equals: course.id } },
      select: { importKey: true },
      limit: 0,
      ...rights,
    })
    if ((steps.docs as Step[]).some(({ importKey }) => importKey && keys.has(importKey))) return course
  }
  return null
}
