import path from 'node:path'

import { createLocalReq, type Payload } from 'payload'

import { importCourse, type ImportOptions } from '../../src/operations/import/importCourse.ts'
import type { SignedIn } from '../factories/createUser.ts'

export const lessonFolder = (name: string): string =>
  path.join(import.meta.dirname, '../fixtures/lessons', name)

/** An import as an account asks for it. */
export const importLesson = async (
  payload: Payload,
  account: SignedIn | null,
  location: string,
  options: Partial<ImportOptions> = {},
) => {
  const req = await createLocalReq({ user: account?.user }, payload)
  return importCourse(req, location, {
    ...{ flags: {}, include: [], skip: [], isLenient: false, isPublished: false },
    ...options,
  })
}
