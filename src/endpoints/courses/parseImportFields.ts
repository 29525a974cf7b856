import { z } from 'zod'

import { categories, courseLanguages } from '../../contracts/courseOptions.ts'
import { AppError } from '../../errors/AppError.ts'
import type { ImportOptions } from '../../operations/import/importCourse.ts'

const languages = courseLanguages.map(([language]) => language)

const text = (max: number) => z.string().trim().min(1).max(max).optional()
const yes = z.stringbool().default(false)

const fieldsSchema = z.object({
  courseId: text(100),
  isPublished: yes,
  isLenient: yes,
  title: text(200),
  description: text(2000),
  category: z.enum(categories).optional(),
  language: z.enum(languages).optional(),
  tags: text(1000).transform((tags) =>
    tags
      ?.split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
})

/**
 * What a form says beside its file; a field that is left empty says nothing.
 * @throws {AppError} inputInvalid (422) with each problem and its field
 */
export const parseImportFields = (fields: Record<string, string>): ImportOptions => {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
  const parsed = fieldsSchema.safeParse(said)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    throw new AppError({ code: 'inputInvalid', status: 422, details: { problems } })
  }
  const { courseId, isPublished, isLenient, ...named } = parsed.data
  const flags = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  return { courseId, isPublished, isLenient, flags, include: [], skip: [] }
}
