import { z } from 'zod'

import { courseProgressSchema } from '../effects/effectParts.ts'
import { pagedShape } from './paging.ts'

const stepTypeSchema = z.enum(['text', 'video', 'quiz', 'assignment'])

export const enrollmentSchema = z
  .object({
    id: z.uuid(),
    courseId: z.uuid(),
    status: z
      .enum(['invited', 'active', 'completed'])
      .describe('invited: enrolled, and not begun yet, which the Start button of the course’s bot does'),
    enrolledAt: z.iso.datetime(),
    lastActionAt: z.iso.datetime().nullable(),
    completedAt: z.iso.datetime().nullable().describe('The first time'),
  })
  .meta({ id: 'Enrollment' })

const botOfCourse = {
  botUsername: z
    .string()
    .nullable()
    .describe('Of the bot that teaches the course; null: none does at present'),
  botUrl: z.url().nullable().describe('Where it is opened; its Start button begins the course'),
}

/** `POST /courses/{courseId}/enroll` */
export const enrolledSchema = z
  .object({ enrollment: enrollmentSchema, ...botOfCourse })
  .meta({ id: 'Enrolled' })

const upcomingStepSchema = z
  .object({
    id: z.uuid(),
    index: z.int().positive().describe('Its place in the course, from 1'),
    title: z.string(),
    stepType: stepTypeSchema,
  })
  .meta({ id: 'UpcomingStep' })

const lockSchema = z
  .object({
    reason: z.string().describe('In words, with times in the learner’s zone'),
    opensAt: z.iso
      .datetime()
      .nullable()
      .describe('When waiting alone opens it; null: the learner has to do something first'),
  })
  .meta({ id: 'StepLock' })

const standing = {
  progress: courseProgressSchema.describe('Of the present way through the course'),
  nextStep: upcomingStepSchema
    .nullable()
    .describe('Where the learner would go on; null: nothing is left, or nothing is open yet'),
  awaitedStep: upcomingStepSchema
    .extend({ lock: lockSchema })
    .meta({ id: 'AwaitedStep' })
    .nullable()
    .describe('Without a next step: what the course goes on with, and when'),
}

const learnedCourseSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    language: z.string(),
    estimatedDuration: z.number().nullable().describe('Minutes'),
    isAvailable: z.boolean().describe('false: it is not taught at present'),
  })
  .meta({ id: 'LearnedCourse' })

const learningSchema = z
  .object({ enrollment: enrollmentSchema, course: learnedCourseSchema, ...standing, ...botOfCourse })
  .meta({ id: 'Learning' })

/** `GET /users/learning` */
export const learningListSchema = z
  .object({ courses: z.array(learningSchema), ...pagedShape })
  .meta({ id: 'LearningList' })

export const learnedStepSchema = upcomingStepSchema
  .extend({
    section: z.string().nullable(),
    isRequired: z.boolean(),
    estimatedDuration: z.number().nullable().describe('Minutes'),
    state: z
      .enum(['done', 'current', 'waiting', 'open', 'locked'])
      .describe('current: where the learner is; waiting: their answer is not reviewed yet'),
    lock: lockSchema.nullable(),
    isBookmarked: z.boolean(),
    score: z.number().nullable().describe('Percent'),
    attemptsCount: z.int().nonnegative(),
    timeSpent: z.number().nonnegative().describe('Seconds, without gaps over 15 minutes'),
    openedAt: z.iso.datetime().nullable(),
    completedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'LearnedStep' })

/** `GET /courses/{courseId}/progress` */
export const learnerProgressSchema = learningSchema
  .extend({
    timeZone: z.string().describe('IANA name of the zone in which the learner reads times'),
    streak: z.int().nonnegative().describe('Days in a row with a completed step'),
    steps: z.array(learnedStepSchema).describe('Without those that are not there for the learner yet'),
  })
  .meta({ id: 'LearnerProgress' })

export type Enrollment = z.infer<typeof enrollmentSchema>
export type Enrolled = z.infer<typeof enrolledSchema>
export type ApiStepLock = z.infer<typeof lockSchema>
export type Learning = z.infer<typeof learningSchema>
export type LearningList = z.infer<typeof learningListSchema>
export type LearnedStep = z.infer<typeof learnedStepSchema>
export type LearnerProgress = z.infer<typeof learnerProgressSchema>
