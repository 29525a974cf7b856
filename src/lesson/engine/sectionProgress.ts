import type { LessonEffect } from '../../contracts/lessonEffect.ts'
import { isStepDone } from './isStepDone.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import type { LearnerState } from './learnerState.ts'
import type { Release, ReleaseStep } from './release.ts'

type Sections = NonNullable<Extract<LessonEffect, { type: 'progress' }>['sections']>

/**
 * Counts by section over what the whole course counts: required steps, or all when none is required. A section
 * stands where its first step stands. Empty when the course has no sections.
 */
export const sectionProgress = (release: Release, state: LearnerState): Sections => {
  const there = release.steps.filter((step) => !isStepHidden(step, state))
  const hasRequired = there.some((step) => step.isRequired)
  const sections = new Map<string | null, ReleaseStep[]>()
  for (const step of there) {
    const section = step.section?.trim() || null
    const steps = sections.get(section) ?? []
    sections.set(section, step.isRequired || !hasRequired ? [...steps, step] : steps)
  }
  if ([...sections.keys()].every((section) => section === null)) return []
  return [...sections]
    .filter(([, steps]) => steps.length > 0)
    .map(([section, steps]) => ({
      section,
      done: steps.filter(({ id }) => isStepDone(state, id)).length,
      total: steps.length,
    }))
}
