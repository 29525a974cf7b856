import { editorOf } from './editorOf.ts'
import { isOwn } from './isOwn.ts'
import { or } from './or.ts'
import type { Predicate } from './predicate.ts'

/** Whoever may see and review what learners submit: the course's editors and its mentors, whatever their role. */
export const reviewerOf = (course: string): Predicate => or(editorOf(course), isOwn(`${course}.mentors`))
