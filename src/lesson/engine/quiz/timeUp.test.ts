import { describe, expect, it } from 'vitest'

import type { QuizTaker } from '../../testing/quizTaker.ts'
import { quizWithSettings } from '../../testing/quizWithSettings.ts'
import { recomputeProgress } from '../recomputeProgress.ts'
import type { QuizSettings } from './quizTypes.ts'

const { quizStep, typed, inFrontOf, recordOf } = quizWithSettings

describe('the time of an attempt', () => {
  const limited = (settings: Partial<QuizSettings> = {}, questions = typed(2)) => {
    const learner = inFrontOf(questions, { timeLimit: 60, ...settings }, { passingPercentage: 50 })
    learner.tap('quiz')
    return learner
  }
  const ring = (learner: QuizTaker, number = 1) =>
    learner.act({ type: 'timeUp', kind: 'quizTime', stepId: quizStep, attempt: number })

  it('should be told, and waited for', () => {
    const learner = limited()
    const dueAt = new Date(learner.now + 62_000).toISOString()
    expect(learner.effects).toMatchObject([{ type: 'question', secondsLeft: 60 }])
    expect(learner.records).toEqual([
      { type: 'timer', kind: 'quizTime', stepId: quizStep, attempt: 1, dueAt },
    ])
    learner.wait(45)
    expect(learner.command('resume')).toMatchObject([{ secondsLeft: 15 }])
    expect(learner.records).toHaveLength(1)
    learner.open(quizStep)
    expect(learner.effects).toMatchObject([{ quiz: { next: 'continue', secondsLeft: 15 } }])
  })

  it('should close polls when it is over', () => {
    const learner = limited({}, [{}, {}])
    expect(learner.effects).toMatchObject([{ poll: { closesIn: 60 } }])
    learner.wait(57)
    expect(learner.command('resume')).toMatchObject([{ secondsLeft: 3, poll: { closesIn: null } }])
    expect(inFrontOf([{}], {}).tap('quiz')).toMatchObject([{ secondsLeft: null, poll: { closesIn: null } }])
  })

  it('should count what was answered when it ends', () => {
    const learner = limited()
    learner.say('да')
    learner.wait(62)
    const { version } = learner.state
    expect(ring(learner)).toMatchObject([
      { type: 'quizResult', ended: 'timeUp', percent: 50, right: 1, total: 2, isPassed: true },
    ])
    expect(learner.state).toMatchObject({ view: 'quizResult', version: version + 1 })
    expect(recordOf(learner)).toMatchObject({ finished: 1, best: 50 })
    expect(learner.facts.findLast(({ type }) => type === 'quiz_finished')?.data).toMatchObject({
      ...{ attempt: 1, ended: 'timeUp', score: 50, isPassed: true },
    })
    expect(recomputeProgress(learner.facts).quizzes[quizStep]).toMatchObject({ finished: 1, best: 50 })
    // It comes once, whatever comes late.
    expect(ring(learner)).toEqual([])
    expect(learner.say('да')).toEqual([{ type: 'notice', key: 'textNotExpected' }])
  })

  it('should count nothing when it ends, where the author says so, but use up the attempt', () => {
    const learner = limited({ timeUp: 'discard', maxAttempts: 2 })
    learner.say('да')
    learner.wait(62)
    expect(ring(learner)).toMatchObject([
      { type: 'quizResult', ended: 'discarded', percent: 0, isPassed: null, score: null, attemptsLeft: 1 },
    ])
    expect(recordOf(learner)).toMatchObject({ finished: 0, best: null, discarded: 1 })
    expect(recomputeProgress(learner.facts).quizzes).toEqual({})
  })

  it('should not end before it is over, nor for another attempt', () => {
    const learner = limited()
    learner.wait(61)
    expect(ring(learner)).toEqual([])
    learner.wait(1)
    expect(ring(learner, 2)).toEqual([])
    expect(learner.state.view).toBe('question')
  })

  it('should end an attempt by whatever comes too late, whether it was noticed before or not', () => {
    const ends = [{ type: 'quizResult', ended: 'timeUp', right: 0 }]
    const late = (act: (learner: QuizTaker) => void, questions = typed(2)) => {
      const learner = limited({}, questions)
      learner.wait(62)
      act(learner)
      return learner.effects
    }
    expect(late((learner) => learner.say('да'))).toMatchObject(ends)
    expect(late((learner) => learner.command('resume'))).toMatchObject(ends)
    const tap = { action: 'answer' as const, option: 0 }
    expect(
      late((learner) => learner.act({ type: 'tap', tap: { ...tap, version: learner.state.version } }), [{}]),
    ).toMatchObject(ends)
    expect(
      late(
        (learner) => {
          learner.learnPoll(learner.polls[0]!)
          learner.vote('poll 1', 0)
        },
        [{}],
      ),
    ).toMatchObject(ends)
  })

  it('should be told to whoever comes back too late, with where they may go', () => {
    for (const comeBack of [
      (learner: QuizTaker) => learner.command('resume'),
      (learner: QuizTaker) => learner.tap('quiz'),
    ]) {
      const learner = limited()
      learner.open(quizStep)
      learner.wait(62)
      expect(comeBack(learner)).toMatchObject([
        { type: 'quizTimeUp', percent: 0, isPassed: false },
        { type: 'step', stepId: quizStep, quiz: { next: 'again' } },
      ])
    }
  })

  it('should tell a learner who is elsewhere, and leave them there', () => {
    const learner = limited()
    learner.say('да')
    learner.start()
    const { version, view } = learner.state
    learner.wait(62)
    expect(ring(learner)).toEqual([
      { type: 'quizTimeUp', releaseId: learner.newest().id, stepId: quizStep, percent: 50, isPassed: true },
    ])
    expect(learner.state).toMatchObject({ version, view })
    expect(learner.tap('resume')).toMatchObject([
      { type: 'step', isCompleted: true, quiz: { next: 'again' } },
    ])
  })
})
