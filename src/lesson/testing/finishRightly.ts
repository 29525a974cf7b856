import type { Release } from '../engine/release.ts'
import { answerRightly } from './answerRightly.ts'
import type { Learner } from './learner.ts'
import { uuidOf } from './uuidOf.ts'

const approveAll = (learner: Learner): void => {
  for (const [stepId, { assignment }] of Object.entries(learner.state.steps)) {
    if (assignment?.status !== 'pending') continue
    const verdict = { verdict: 'approved' as const, score: null, comment: null, voice: null }
    const { attempt } = assignment
    learner.act({ type: 'reviewed', stepId, attempt, ...verdict, isAutomatic: false })
  }
}

/** Does all that there is to do, and rightly; stands still where there is nothing left to do. */
export const finishRightly = (learner: Learner): void => {
  const enough = 20 * (learner.newest().steps.length + 1)
  const isAsked = () => learner.state.view === 'question'
  for (let acts = 0; acts < enough && !['completion', 'waiting'].includes(learner.state.view); acts += 1) {
    approveAll(learner)
    if (isAsked()) answerRightly(learner)
    else if (learner.tap('next')[0]?.type === 'toast') {
      learner.tap('quiz')
      if (isAsked()) continue
      learner.say('my answer')
      learner.tap('send')
    }
  }
}

/** Lets everybody try again, for as long as they like, and has no rules. */
export const withoutLimits = (release: Release): Release => ({
  ...release,
  id: uuidOf(9999),
  steps: release.steps.map(({ unlock: _unlock, ...step }) => {
    if (step.stepType === 'quiz')
      return { ...step, quiz: { ...step.quiz, settings: { ...step.quiz.settings, maxAttempts: 0 } } }
    if (step.stepType !== 'assignment') return step
    return { ...step, assignment: { ...step.assignment, maxAttempts: 0, cutOff: null } }
  }),
})
