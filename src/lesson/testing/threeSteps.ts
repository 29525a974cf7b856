import { buildRelease } from './buildRelease.ts'
import { Learner } from './learner.ts'
import { uuidOf } from './uuidOf.ts'

/** The steps of `course`, in their order. */
export const [a, b, c] = [uuidOf(1), uuidOf(2), uuidOf(3)]

/** A learner of a course of three steps who has not come yet. */
export const course = () => new Learner(buildRelease(1, [{ id: a }, { id: b }, { id: c }]))

/** One who is at the first step. */
export const begun = () => {
  const learner = course()
  learner.start()
  learner.tap('begin')
  return learner
}

/** One who is at the end. */
export const finished = () => {
  const learner = begun()
  for (let step = 0; step < 3; step += 1) learner.tap('next')
  return learner
}
