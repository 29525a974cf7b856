import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildAssignment } from '../testing/buildAssignment.ts'
import { buildRelease, type StepDraft } from '../testing/buildRelease.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { isWaivedByReview } from './assignment/isHeldByAssignment.ts'
import { isStepDone } from './isStepDone.ts'
import { isStepOpen } from './isStepOpen.ts'
import { newLearnerState } from './newLearnerState.ts'
import { newStepState } from './newStepState.ts'
import { nextStep } from './nextStep.ts'
import { isHeldBack } from './opening/isHeldBack.ts'
import { openStepIds } from './openStepIds.ts'
import { placeInRelease } from './placeInRelease.ts'
import { previousStep } from './previousStep.ts'
import { awaitedStep } from './rules/awaitedStep.ts'
import { isStepHidden } from './rules/isStepHidden.ts'
import { isUnlocked } from './rules/isUnlocked.ts'
import { stepStateOf } from './stepStateOf.ts'
import type { AssignmentRecord, LearnerState } from './learnerState.ts'
import type { Release, ReleaseStep } from './release.ts'

/** What is meant, step by step and however long that takes; what is tested finds the same in one pass. */
const meant = {
  isOpen: (release: Release, state: LearnerState, stepId: string): boolean => {
    const index = release.steps.findIndex((step) => step.id === stepId)
    if (index < 0) return false
    if (stepStateOf(state, stepId) !== null || isUnlocked(state, stepId)) return true
    if (isHeldBack(release, state, stepId) || release.steps[index]?.unlock !== undefined) return false
    return release.steps
      .slice(0, index)
      .every(
        (step) =>
          !step.isRequired ||
          isStepDone(state, step.id) ||
          isStepHidden(step, state) ||
          isWaivedByReview(release, state, step.id),
      )
  },
  awaited: (release: Release, state: LearnerState): ReleaseStep | null => {
    const hasRequired = release.steps.some(({ isRequired }) => isRequired)
    const isAwaited = (step: ReleaseStep): boolean =>
      (step.isRequired && step.unlock !== undefined) ||
      ((step.isRequired || !hasRequired) && isHeldBack(release, state, step.id))
    const found = release.steps.find(
      (step) =>
        isAwaited(step) &&
        !isStepDone(state, step.id) &&
        !isStepHidden(step, state) &&
        !meant.isOpen(release, state, step.id),
    )
    return found ?? null
  },
  next: (
    { viewed, newest }: { viewed: Release; newest: Release },
    state: LearnerState,
    from: { stepId: string; isReview: boolean },
  ): ReleaseStep | null => {
    const { steps } = newest
    const isUndone = (step: ReleaseStep) => step.id !== from.stepId && !isStepDone(state, step.id)
    const awaited = meant.awaited(newest, state)
    const barrier = awaited === null ? steps.length : steps.indexOf(awaited)
    const open = steps.filter(
      (step, index) =>
        meant.isOpen(newest, state, step.id) ||
        (step.unlock === undefined && index < barrier && !isHeldBack(newest, state, step.id)),
    )
    const place = placeInRelease(newest, viewed, from.stepId)
    const ahead = open.filter((step) => steps.indexOf(step) > place)
    const following = from.isReview ? ahead[0] : ahead.find(isUndone)
    return following ?? open.find((step) => step.isRequired && isUndone(step)) ?? null
  },
  previous: (
    { viewed, newest }: { viewed: Release; newest: Release },
    state: LearnerState,
    stepId: string,
  ): ReleaseStep | null => {
    const place = placeInRelease(newest, viewed, stepId)
    const isHere = newest.steps[place]?.id === stepId
    const before = newest.steps.slice(0, isHere ? place : place + 1)
    return before.findLast((step) => meant.isOpen(newest, state, step.id)) ?? null
  },
}

const at = '2026-03-01T10:00:00.000Z'
const handedIn: AssignmentRecord = {
  ...{ attempts: 1, attempt: 1, status: 'pending', submittedAt: at, isLate: false },
  ...{ best: null, score: null, maxScore: null, comment: null, voice: null },
}
const number = fc.integer({ min: 1, max: 9 })
const ids = fc.uniqueArray(number.map(uuidOf), { maxLength: 6 })
const draft: fc.Arbitrary<StepDraft> = fc
  .record({
    number,
    isRequired: fc.boolean(),
    isBlocking: fc.option(fc.boolean()),
    show: fc.option(fc.constantFrom('hidden' as const, 'greyed' as const), { freq: 3 }),
    drip: fc.option(
      fc.constantFrom({ mode: 'none' as const }, { mode: 'date' as const, at: '2026-03-09T10:00:00.000Z' }),
      { freq: 3 },
    ),
  })
  .map(({ number: one, isRequired, isBlocking, show, drip }): StepDraft => {
    const step = {
      ...{ id: uuidOf(one), isRequired },
      ...(drip === null ? {} : { drip }),
      ...(show !== null && {
        unlock: {
          op: 'all' as const,
          show,
          conditions: [{ kind: 'date' as const, from: '2999-01-01T00:00:00.000Z' }],
        },
      }),
    }
    return isBlocking === null
      ? step
      : {
          ...step,
          stepType: 'assignment',
          assignment: buildAssignment({ isBlockingWhilePending: isBlocking }),
        }
  })
const release = fc
  .tuple(fc.nat({ max: 9 }), fc.uniqueArray(draft, { selector: ({ id }) => id, maxLength: 9 }))
  .map(([one, steps]) => buildRelease(one, steps))
const learner = fc
  .record({ opened: ids, done: ids, pending: ids, unlocked: ids, released: ids, overridden: ids })
  .map(({ opened, done, pending, unlocked, released, overridden }): LearnerState => {
    const state = newLearnerState()
    const dated = (which: string[]) => Object.fromEntries(which.map((id) => [id, at]))
    const steps = Object.fromEntries(
      [...new Set([...opened, ...done, ...pending])].map((id) => {
        const step = { ...newStepState(state, id, at), completedAt: done.includes(id) ? at : null }
        return [id, pending.includes(id) ? { ...step, assignment: handedIn } : step]
      }),
    )
    return {
      ...{ ...state, status: 'active', steps, unlocked: dated(unlocked), drip: dated(released) },
      overrides: Object.fromEntries(overridden.map((id) => [id, { opensAt: '2999-01-01T00:00:00.000Z' }])),
    }
  })

describe('what is open to a learner, found in one pass', () => {
  it('should be what each step alone says, and lead where those would', () => {
    fc.assert(
      fc.property(
        ...([release, release, learner, number.map(uuidOf), fc.boolean()] as const),
        (newest, other, state, stepId, isReview) => {
          const asked = [...newest.steps.map(({ id }) => id), stepId]
          const open = asked.filter((id) => meant.isOpen(newest, state, id))
          expect([...openStepIds(newest, state)].sort()).toEqual([...new Set(open)].sort())
          expect(asked.filter((id) => isStepOpen(newest, state, id))).toEqual(open)
          expect(awaitedStep(newest, state)).toBe(meant.awaited(newest, state))
          for (const viewed of [newest, other]) {
            const releases = { viewed, newest }
            const from = { stepId, isReview }
            expect(nextStep(releases, state, from)).toBe(meant.next(releases, state, from))
            expect(previousStep(releases, state, stepId)).toBe(meant.previous(releases, state, stepId))
          }
        },
      ),
      { numRuns: 2000 },
    )
  })
})
