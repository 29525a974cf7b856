import { z } from 'zod'

import { localeSchema } from '../../contracts/locale.ts'
import type { ImportPhase, ImportReport } from './importCourse.ts'
import type { PresentedFailure } from './presentFailure.ts'
import type { PresentedReport } from './presentReport.ts'

/** What src/importCourse.ts is asked for: JSON in its first argument. */
export const importRequestSchema = z.strictObject({
  /** A folder or ZIP archive, as an absolute path. */
  location: z.string(),
  /** E-mail address of the account that imports. */
  as: z.string(),
  locale: localeSchema,
  courseId: z.string().optional(),
  isPublished: z.boolean(),
  isLenient: z.boolean(),
  include: z.array(z.string()),
  skip: z.array(z.string()),
  flags: z.strictObject({
    title: z.string().optional(),
    description: z.string().optional(),
    category: z.string().optional(),
    language: z.string().optional(),
    tags: z.array(z.string()).optional(),
  }),
})

export type ImportRequest = z.infer<typeof importRequestSchema>

/** What it says over its IPC channel; the last message is a report or a failure. */
export type ImportMessage =
  | { type: 'progress'; phase: ImportPhase; done: number; total: number }
  | { type: 'report'; report: ImportReport; presented: PresentedReport }
  | { type: 'failure'; failure: PresentedFailure }
