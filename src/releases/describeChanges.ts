import { hashContent } from './hashContent.ts'
import type { ReleaseContent } from './buildReleaseContent.ts'

/** What the working copy has that learners do not see yet. */
export type Changes = {
  /** Names of course fields: title, description … */
  fields: (typeof courseFields)[number][]
  added: string[]
  removed: string[]
  changed: string[]
  /** Titles of steps that stand in another order. */
  isReordered: boolean
}

const courseFields = ['title', 'description', 'language', 'estimatedDuration'] as const

export const describeChanges = (released: ReleaseContent, working: ReleaseContent): Changes => {
  const before = new Map(released.steps.map((step) => [step.id, step]))
  const after = new Map(working.steps.map((step) => [step.id, step]))
  const kept = released.steps.filter(({ id }) => after.has(id)).map(({ id }) => id)
  const keptNow = working.steps.filter(({ id }) => before.has(id)).map(({ id }) => id)
  return {
    fields: courseFields.filter((field) => released[field] !== working[field]),
    added: working.steps.filter(({ id }) => !before.has(id)).map(({ title }) => title),
    removed: released.steps.filter(({ id }) => !after.has(id)).map(({ title }) => title),
    changed: working.steps
      .filter((step) => before.has(step.id) && hashContent(before.get(step.id)) !== hashContent(step))
      .map(({ title }) => title),
    isReordered: kept.join() !== keptNow.join(),
  }
}
