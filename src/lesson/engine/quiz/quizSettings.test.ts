import { describe, expect, it } from 'vitest'

import type { QuestionDraft } from '../../testing/buildQuiz.ts'
import { quizWithSettings } from '../../testing/quizWithSettings.ts'
import { recomputeProgress } from '../recomputeProgress.ts'

const { quizStep, after, typed, releaseOf, inFrontOf, recordOf } = quizWithSettings

describe('attempts', () => {
  it('should be counted, and come to an end that is told', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 2 })
    expect(learner.effects).toMatchObject([{ quiz: { next: 'begin', attemptsLeft: 2 } }])
    expect(learner.attempt('нет')).toMatchObject({ isPassed: false, attemptsLeft: 1, next: null })
    expect(learner.attempt('нет')).toMatchObject({ isPassed: false, attemptsLeft: 0, next: null })
    expect(learner.tap('quiz')).toEqual([{ type: 'toast', key: 'noAttemptsLeft' }])
    expect(learner.tap('next')).toEqual([{ type: 'toast', key: 'quizFirst' }])
    expect(learner.open(quizStep)).toMatchObject([{ quiz: { next: null, attemptsLeft: 0, canGoOn: false } }])
  })

  it('should be given anew by an author who raises their number', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 1 })
    learner.attempt('нет')
    learner.publish(releaseOf(typed(1), { maxAttempts: 2 }, { number: 2 }))
    expect(learner.open(quizStep)).toMatchObject([{ quiz: { next: 'again', attemptsLeft: 1 } }])
    expect(learner.attempt('да')).toMatchObject({ isPassed: true, next: 'next' })
  })

  it('should let those go on who used them up, where the author says so', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 1, whenFailed: 'continue' })
    expect(learner.attempt('нет')).toMatchObject({ isPassed: false, next: 'next' })
    expect(learner.state.steps[quizStep]?.completedAt).not.toBeNull()
    expect(learner.tap('next')).toMatchObject([{ stepId: after }])
    expect(learner.tap('next')).toMatchObject([{ type: 'completion', progress: { percent: 100 } }])
  })

  it('should let those go on whom the author lets go later', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 1 })
    learner.attempt('нет')
    learner.publish(releaseOf(typed(1), { maxAttempts: 1, whenFailed: 'continue' }, { number: 2 }))
    expect(learner.tap('next')).toMatchObject([{ stepId: after }])
    expect(learner.state.steps[quizStep]?.completedAt).not.toBeNull()
  })

  it('should not cost one when the author changes the quiz in the middle', () => {
    const learner = inFrontOf(typed(2), { maxAttempts: 1 })
    learner.tap('quiz')
    learner.say('да')
    learner.open(quizStep)
    learner.publish(releaseOf(typed(3), { maxAttempts: 1 }, { number: 2 }))
    learner.open(quizStep)
    expect(learner.tap('quiz')).toMatchObject([
      { type: 'notice', key: 'quizChanged' },
      { type: 'question', total: 3 },
    ])
  })

  it('should hold nobody who passed before they began the course anew', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 1 })
    learner.attempt('да')
    learner.command('restart')
    learner.tap('restart')
    learner.tap('begin')
    expect(learner.effects).toMatchObject([{ quiz: { next: null, canGoOn: true } }])
    expect(learner.tap('next')).toMatchObject([{ stepId: after }])
  })

  it.each([
    ['highest', 100],
    ['average', 50],
    ['first', 0],
    ['last', 50],
  ] as const)('should make the score by the %s', (grading, score) => {
    const learner = inFrontOf(typed(2), { grading })
    learner.attempt('нет', 'нет')
    learner.attempt('да', 'да')
    const shown = learner.attempt('да', 'нет')
    expect(shown).toMatchObject({ percent: 50, best: 100, grading, score })
    expect(recordOf(learner)).toMatchObject({ finished: 3, score })
    expect(recomputeProgress(learner.facts).quizzes[quizStep]).toEqual({ finished: 3, best: 100, score })
    // Whoever has passed has passed.
    expect(learner.state.steps[quizStep]?.completedAt).not.toBeNull()
  })

  it('should take over the record of long ago', () => {
    const learner = inFrontOf(typed(1), { grading: 'average', maxAttempts: 3 })
    const step = learner.state.steps[quizStep]!
    learner.state = {
      ...learner.state,
      steps: { [quizStep]: { ...step, quiz: { begun: 2, finished: 2, best: 50 } } },
    }
    expect(learner.attempt('да')).toMatchObject({ attemptsLeft: 0, score: 66, best: 100 })
  })

  it('should go on with an attempt of long ago', () => {
    const learner = inFrontOf(typed(2), {})
    learner.tap('quiz')
    learner.say('да')
    const { earned: _e, outOf: _o, ...old } = learner.state.quiz!
    learner.state = { ...learner.state, quiz: old }
    expect(learner.say('да').at(-1)).toMatchObject({ percent: 100, right: 2 })
    expect(recomputeProgress(learner.facts).quizzes[quizStep]).toMatchObject({ best: 100 })
  })
})

describe('questions', () => {
  it('should be picked anew for each attempt and learner, each one once', () => {
    const questions = Array.from({ length: 10 }, (): QuestionDraft => ({ kind: 'text', answers: ['да'] }))
    const learner = inFrontOf(questions, { pickCount: 4, areQuestionsShuffled: true })
    const take = () => {
      const ids: string[] = []
      learner.tap('quiz')
      for (let count = 0; count < 4; count += 1) {
        const asked = learner.effects.find((effect) => effect.type === 'question')
        expect(asked).toMatchObject({ index: count, total: 4 })
        ids.push(asked!.questionId)
        learner.say('да')
      }
      return ids
    }
    const [first, second] = [take(), take()]
    expect(learner.effects.at(-1)).toMatchObject({ type: 'quizResult', right: 4, total: 4, percent: 100 })
    expect(new Set(first).size).toBe(4)
    expect(first).not.toEqual(second)
  })

  it('should keep their order where they are picked and not shuffled', () => {
    const learner = inFrontOf(typed(9), { pickCount: 5 })
    learner.tap('quiz')
    const ids: string[] = []
    while (learner.state.view === 'question') {
      ids.push(learner.effects.find((effect) => effect.type === 'question')!.questionId)
      learner.say('да')
    }
    expect(ids).toEqual(ids.toSorted())
  })

  it('should be worth their marks, and wrong ones cost what the author says, never below nothing', () => {
    const questions = [{ ...typed(1)[0], marks: 3 } as QuestionDraft, ...typed(1)]
    const learner = inFrontOf(questions, { negativeMarks: 50 }, { passingPercentage: 62 })
    expect(learner.attempt('да', 'нет')).toMatchObject({ percent: 62, isPassed: true, right: 1 })
    expect(learner.attempt('нет', 'нет')).toMatchObject({ percent: 0, isPassed: false })
    expect(learner.attempt('нет', 'да')).toMatchObject({ percent: 0 })
    expect(recomputeProgress(learner.facts).quizzes[quizStep]).toMatchObject({ best: 62, finished: 3 })
  })
})
