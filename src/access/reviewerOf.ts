import { authorOf } from './authorOf.ts'

/** Who reviews what learners of a course hand in; `path` leads to the course. */
export const reviewerOf = (path: string) => authorOf(`${path}.creator`)
