import type { Release } from '../../../src/lesson/engine/release.ts'
import type { Story } from './story.ts'

const isHiding = (step: object) => 'unlock' in step && (step.unlock as { show?: string }).show === 'hidden'

/** The steps of a release that are there for a learner: what a rule hides is not, until it is unlocked. */
const stepsThere = ({ steps }: Release, { unlocked, opened }: Story) =>
  steps.filter((step) => !isHiding(step) || unlocked.has(step.id) || opened.has(step.id))

/** How much of a course is done, in percent, rounded down: of what is required, of everything when nothing is. */
export const percentOf = (release: Release, story: Story): number => {
  if (story.completedAt !== null) return 100
  const there = stepsThere(release, story)
  const required = there.filter(({ isRequired }) => isRequired)
  const counted = required.length > 0 ? required : there
  const done = counted.filter(({ id }) => story.done.has(id)).length
  return counted.length === 0 ? 0 : Math.floor((100 * done) / counted.length)
}

/** Whether nothing is left that has to be done. */
export const isAllDone = (release: Release, story: Story): boolean =>
  stepsThere(release, story).every(({ id, isRequired }) => !isRequired || story.done.has(id))
