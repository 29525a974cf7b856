import { z } from 'zod'

import { locales } from './locale.ts'

/**
 * What a creator may say in words of their own, with the placeholders that are filled: `n` steps, `m` minutes, `r` the
 * rating, `name` the learner's first name, `step` where they stand, `days` in a row on which they completed one.
 */
export const ownTextPlaceholders = {
  welcome: ['title', 'description', 'n', 'm', 'r', 'name'],
  completion: ['title', 'n', 'name'],
  reminder: ['title', 'name', 'step', 'days'],
  buttonBegin: [],
  buttonResume: [],
  buttonReview: [],
  buttonNext: [],
  buttonBack: [],
  buttonFinish: [],
  buttonContents: [],
} as const satisfies Record<string, readonly string[]>

export type OwnTextKey = keyof typeof ownTextPlaceholders
export type OwnButtonKey = Extract<OwnTextKey, `button${string}`>

/** Those that a course has once; a course's reminders have theirs each. */
type CourseTextKey = Exclude<OwnTextKey, 'reminder'>

export const ownTextKeys = (Object.keys(ownTextPlaceholders) as OwnTextKey[]).filter(
  (key): key is CourseTextKey => key !== 'reminder',
)
export const isOwnButton = (key: OwnTextKey): key is OwnButtonKey => key.startsWith('button')

/** A message of Telegram's, and what reads well on one of two buttons in a row. */
export const ownTextLimits = { message: 4096, button: 40 } as const

/** By the learner's language; what is left out is said in the product's words. */
export const ownTextsSchema = z.partialRecord(
  z.enum(locales),
  z.partialRecord(z.enum(Object.keys(ownTextPlaceholders) as [OwnTextKey, ...OwnTextKey[]]), z.string()),
)
export type OwnTexts = z.infer<typeof ownTextsSchema>
