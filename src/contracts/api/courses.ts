import { z } from 'zod'

import { categories, courseLanguages, isCurrency, isPrice, pricingModels } from '../courseOptions.ts'
import { changeOf } from './changeOf.ts'
import { pagedShape } from './paging.ts'

const languageCodes = courseLanguages.map(([code]) => code)

/** What an author writes of a course. Its steps are routes of their own. */
const writtenShape = {
  title: z.string().trim().min(1).max(200),
  description: z.string().max(2000).describe('Learners read it before they start'),
  category: z.enum(categories).nullable(),
  language: z.enum(languageCodes),
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  difficultyLevel: z.int().min(1).max(5).nullable(),
  estimatedDuration: z.int().min(1).max(100_000).nullable().describe('Minutes'),
  thumbnail: z
    .union([z.uuid(), z.object({ id: z.uuid() }).transform(({ id }) => id)])
    .nullable()
    .describe('Id of a picture, or the picture as it is answered; also that of the course’s bot'),
  timeZone: z.string().min(1).max(64).nullable().describe('IANA name: dates of unlock rules are in it'),
  isProtected: z.boolean().describe('Telegram lets nobody forward or save what the bot sends'),
  isListed: z.boolean().describe('Everybody finds it in the catalogue, once it is published'),
  pricingModel: z.enum(pricingModels),
  price: z
    .number()
    .min(0, { abort: true })
    .max(1e9, { abort: true })
    .refine(isPrice)
    .nullable()
    .describe('In `currency`, on the web; two decimals at most'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, { abort: true })
    .refine(isCurrency)
    .nullable()
    .describe('ISO 4217'),
  priceStars: z.int().min(1).max(10_000).nullable().describe('In Telegram'),
}

/** `POST /courses` */
export const newCourseSchema = z
  .strictObject(writtenShape)
  .partial()
  .required({ title: true })
  .meta({ id: 'NewCourse' })

/** How much of a course somebody sees. */
const viewSchema = z.enum(['editor', 'learner', 'outline']).meta({
  id: 'CourseView',
  description:
    '`editor`: the working copy, for its authors · `learner`, `outline`: the current release, for whoever learns in it and for anybody',
})

export const courseSchema = z
  .object({
    id: z.uuid(),
    view: viewSchema,
    version: z.string().describe('For If-Match'),
    title: z.string(),
    description: z.string(),
    category: writtenShape.category,
    language: writtenShape.language,
    tags: z.array(z.string()),
    difficultyLevel: z.number().nullable(),
    estimatedDuration: z.number().nullable(),
    thumbnail: z.object({ id: z.uuid(), url: z.url() }).nullable(),
    timeZone: z.string().nullable(),
    isProtected: z.boolean(),
    isListed: z.boolean(),
    pricingModel: writtenShape.pricingModel,
    price: z.number().nullable(),
    currency: z.string().nullable(),
    priceStars: z.number().nullable(),
    author: z.string().nullable().describe('Name of its creator'),
    rating: z.number().nullable().describe('1 to 5; null before anybody has rated it'),
    ratingsCount: z.int().nonnegative(),
    studentsCount: z.int().nonnegative(),
    stepsCount: z.int().nonnegative(),
    isPublished: z.boolean(),
    isArchived: z.boolean(),
    releaseNumber: z.int().positive().nullable(),
    botUsername: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Course' })

/** `PUT /courses/{id}`: what is left out stays as it is. */
export const courseChangeSchema = changeOf(writtenShape, courseSchema).meta({ id: 'CourseChange' })

export const ownCoursesSchema = z
  .object({ courses: z.array(courseSchema), ...pagedShape })
  .meta({ id: 'OwnCourses' })

export const publishedSchema = z
  .object({
    botUsername: z.string().nullable().describe('null: the bot is still being made'),
    botState: z.string(),
    release: z.object({ id: z.uuid(), number: z.int().positive() }),
  })
  .meta({ id: 'Published' })

const changesSchema = z
  .object({
    fields: z.array(z.string()).describe('Of the course'),
    added: z.array(z.string()).describe('Titles of steps'),
    removed: z.array(z.string()),
    changed: z.array(z.string()),
    isReordered: z.boolean(),
  })
  .meta({ id: 'CourseChanges' })

export const publishingSchema = z
  .object({
    isPublished: z.boolean(),
    isArchived: z.boolean(),
    isOwner: z.boolean().describe('Whether you may take the course from learners'),
    release: z
      .object({ number: z.int(), createdAt: z.iso.datetime(), stepsCount: z.int().nonnegative() })
      .nullable(),
    changes: changesSchema
      .nullable()
      .describe('What learners do not see yet; null: nothing, or nothing was ever published'),
    problems: z
      .array(
        z.object({
          code: z.string(),
          message: z.string(),
          field: z.string().describe('Of the step, or of the course'),
          stepId: z.uuid().optional().describe('Left out: it is the course’s'),
          href: z.string().describe('The path at which it is mended in the admin'),
        }),
      )
      .describe('What stands in the way of publishing'),
  })
  .meta({ id: 'Publishing' })

export const releaseSchema = z
  .object({
    id: z.uuid(),
    number: z.int().positive(),
    stepsCount: z.int().nonnegative(),
    publishedBy: z.string().nullable().describe('Name'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Release' })

export const releasesSchema = z
  .object({ releases: z.array(releaseSchema), ...pagedShape })
  .meta({ id: 'Releases' })

export const releaseDifferenceSchema = z
  .object({ from: z.int().positive(), to: z.int().positive(), changes: changesSchema })
  .meta({ id: 'ReleaseDifference' })

export type NewCourse = z.infer<typeof newCourseSchema>
export type CourseChange = z.infer<typeof courseChangeSchema>
export type ApiCourse = z.infer<typeof courseSchema>
export type ApiRelease = z.infer<typeof releaseSchema>
