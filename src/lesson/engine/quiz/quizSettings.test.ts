import { describe, expect, it } from 'vitest'

import { buildQuiz, type QuestionDraft } from '../../testing/buildQuiz.ts'
import { buildRelease } from '../../testing/buildRelease.ts'
import { Learner } from '../../testing/learner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import { recomputeProgress } from '../recomputeProgress.ts'
import type { QuizSettings } from './quizTypes.ts'

const quizStep = uuidOf(1)
const after = uuidOf(2)
const typed = (count: number): QuestionDraft[] =>
  Array.from({ length: count }, () => ({ kind: 'text' as const, answers: ['да'] }))

const releaseOf = (
  questions: QuestionDraft[],
  settings: Partial<QuizSettings>,
  { passingPercentage = 100, isRequired = true, number = 1 } = {},
) => {
  const quiz = buildQuiz(questions, { passingPercentage, settings })
  return buildRelease(number, [{ id: quizStep, stepType: 'quiz', quiz, isRequired }, { id: after }])
}
const inFrontOf = (...given: Parameters<typeof releaseOf>) => {
  const learner = new Learner(releaseOf(...given))
  learner.start()
  learner.tap('begin')
  return learner
}
/** One attempt, from where the learner is. */
const attempt = (learner: Learner, ...answers: string[]) => {
  learner.tap('quiz')
  for (const answer of answers) learner.say(answer)
  return learner.effects.at(-1)
}
const recordOf = (learner: Learner) => learner.state.steps[quizStep]?.quiz

describe('attempts', () => {
  it('should be counted, and come to an end that is told', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 2 })
    expect(learner.effects).toMatchObject([{ quiz: { next: 'begin', attemptsLeft: 2 } }])
    expect(attempt(learner, 'нет')).toMatchObject({ isPassed: false, attemptsLeft: 1, next: null })
    expect(attempt(learner, 'нет')).toMatchObject({ isPassed: false, attemptsLeft: 0, next: null })
    expect(learner.tap('quiz')).toEqual([{ type: 'toast', key: 'noAttemptsLeft' }])
    expect(learner.tap('next')).toEqual([{ type: 'toast', key: 'quizFirst' }])
    expect(learner.open(quizStep)).toMatchObject([{ quiz: { next: null, attemptsLeft: 0, canGoOn: false } }])
  })

  it('should be given anew by an author who raises their number', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 1 })
    attempt(learner, 'нет')
    learner.publish(releaseOf(typed(1), { maxAttempts: 2 }, { number: 2 }))
    expect(learner.open(quizStep)).toMatchObject([{ quiz: { next: 'again', attemptsLeft: 1 } }])
    expect(attempt(learner, 'да')).toMatchObject({ isPassed: true, next: 'next' })
  })

  it('should let those go on who used them up, where the author says so', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 1, whenFailed: 'continue' })
    expect(attempt(learner, 'нет')).toMatchObject({ isPassed: false, next: 'next' })
    expect(learner.state.steps[quizStep]?.completedAt).not.toBeNull()
    expect(learner.tap('next')).toMatchObject([{ stepId: after }])
    expect(learner.tap('next')).toMatchObject([{ type: 'completion', progress: { percent: 100 } }])
  })

  it('should let those go on whom the author lets go later', () => {
    const learner = inFrontOf(typed(1), { maxAttempts: 1 })
    attempt(learner, 'нет')
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
    attempt(learner, 'да')
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
    attempt(learner, 'нет', 'нет')
    attempt(learner, 'да', 'да')
    const shown = attempt(learner, 'да', 'нет')
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
    expect(attempt(learner, 'да')).toMatchObject({ attemptsLeft: 0, score: 66, best: 100 })
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
    expect(attempt(learner, 'да', 'нет')).toMatchObject({ percent: 62, isPassed: true, right: 1 })
    expect(attempt(learner, 'нет', 'нет')).toMatchObject({ percent: 0, isPassed: false })
    expect(attempt(learner, 'нет', 'да')).toMatchObject({ percent: 0 })
    expect(recomputeProgress(learner.facts).quizzes[quizStep]).toMatchObject({ best: 62, finished: 3 })
  })
})

describe('what is shown when', () => {
  const secret = 'Потому что секрет'
  const questions: QuestionDraft[] = [
    { right: [1], explanation: secret },
    { kind: 'text', answers: ['сокровенное'], explanation: secret },
  ]
  const take = (settings: Partial<QuizSettings>, option = 0, word = 'нет') => {
    const learner = inFrontOf(questions, settings)
    learner.tap('quiz')
    learner.act({ type: 'tap', tap: { action: 'answer', version: learner.state.version, option } })
    const [chosen] = learner.effects
    learner.say(word)
    return { learner, chosen, written: learner.effects[0], result: learner.effects.at(-1) }
  }
  const review = (learner: Learner, option = 0) =>
    learner.act({ type: 'tap', tap: { action: 'review', version: learner.state.version, option } })

  it('should tell nothing during an attempt that is to be told later, or never', () => {
    for (const when of ['afterAttempt', 'afterClose', 'never'] as const) {
      const all = { showCorrectness: when, showFeedback: when, showAnswer: when }
      const { chosen, written, result } = take(all)
      for (const told of [chosen, written]) {
        expect(told).toMatchObject({ isCorrect: null, credit: null, right: null, explanation: null })
        expect(told).toMatchObject({ correct: null, explanations: [] })
        expect(JSON.stringify(told)).not.toMatch(/секрет|сокровен/)
      }
      expect(result).toMatchObject({ canReview: when === 'afterAttempt' })
    }
  })

  it('should tell each thing by its own setting', () => {
    expect(take({ showAnswer: 'never' }).chosen).toMatchObject({
      ...{ isCorrect: false, correct: null, explanation: secret },
    })
    expect(take({ showFeedback: 'never' }).written).toMatchObject({
      ...{ isCorrect: false, right: ['сокровенное'], explanation: null },
    })
    expect(take({ showCorrectness: 'never' }).chosen).toMatchObject({ isCorrect: null, correct: [1] })
  })

  it('should let the answers be looked through after the attempt', () => {
    const { learner } = take({ showCorrectness: 'afterAttempt', showAnswer: 'afterClose' })
    expect(review(learner)).toMatchObject([
      {
        ...{ type: 'quizReview', page: 0, pages: 1, from: 0, isInPlace: false },
        items: [
          { questionId: 'q1', credit: 0, given: ['Ответ 1'], right: null, explanation: secret },
          { questionId: 'q2', credit: 0, given: ['нет'], right: null, explanation: secret },
        ],
      },
    ])
    // Nothing of the attempt before, while another one goes on.
    learner.tap('quiz')
    expect(review(learner)).toEqual([{ type: 'toast', key: 'nothingToReview' }])
  })

  it('should tell what is right when the quiz is passed, or no attempts are left', () => {
    const passed = take({ showAnswer: 'afterClose' }, 1, 'сокровенное')
    expect(review(passed.learner)).toMatchObject([
      { items: [{ right: ['Ответ 2'] }, { right: ['сокровенное'] }] },
    ])
    const { learner } = take({ showAnswer: 'afterClose', maxAttempts: 1 })
    expect(review(learner)).toMatchObject([{ items: [{ right: ['Ответ 2'] }, {}] }])
    expect(learner.open(quizStep)).toMatchObject([{ quiz: { canReview: true } }])
  })

  it('should keep no answers where nothing is shown later', () => {
    expect(take({}).learner.state.quiz).not.toHaveProperty('answers')
    expect(take({}).result).toMatchObject({ canReview: false })
  })

  it('should turn pages, and stay within them', () => {
    const learner = inFrontOf(typed(7), { showCorrectness: 'afterAttempt' })
    attempt(learner, ...Array.from({ length: 7 }, () => 'да'))
    expect(review(learner, 2)).toMatchObject([{ page: 1, pages: 2, from: 5, isInPlace: true }])
    expect(review(learner, 99)).toMatchObject([{ page: 1 }])
  })

  it('should say the words of the highest band that a result reaches', () => {
    const bands = [
      { from: 0, text: 'Повторите' },
      { from: 100, text: 'Отлично' },
      { from: 50, text: 'Хорошо' },
    ]
    const learner = inFrontOf(typed(2), { bands })
    expect(attempt(learner, 'нет', 'нет')).toMatchObject({ band: 'Повторите' })
    expect(attempt(learner, 'да', 'нет')).toMatchObject({ band: 'Хорошо' })
    expect(attempt(learner, 'да', 'да')).toMatchObject({ band: 'Отлично' })
    expect(attempt(inFrontOf(typed(1), { bands: bands.slice(1) }), 'нет')).toMatchObject({ band: null })
  })
})

describe('the time of an attempt', () => {
  const limited = (settings: Partial<QuizSettings> = {}, questions = typed(2)) => {
    const learner = inFrontOf(questions, { timeLimit: 60, ...settings }, { passingPercentage: 50 })
    learner.tap('quiz')
    return learner
  }
  const ring = (learner: Learner, number = 1) =>
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
    const late = (act: (learner: Learner) => void, questions = typed(2)) => {
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
      (learner: Learner) => learner.command('resume'),
      (learner: Learner) => learner.tap('quiz'),
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
