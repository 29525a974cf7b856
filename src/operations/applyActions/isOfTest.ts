import type { LessonEvent } from '../../contracts/lessonEvent.ts'

/**
 * The views of a test are counted from here, far beyond those of any learner: so a button tells whether it was made in a
 * test, and does nothing outside of it. In one chat there may be both.
 */
export const firstTestVersion = 1_000_000_000

/** Whether a button that was tapped stands below a view of a test; null: none was tapped. */
export const isOfTest = (event: LessonEvent): boolean | null =>
  event.type === 'tap' ? event.tap.version >= firstTestVersion : null
