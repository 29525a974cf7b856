import { describe, expect, it } from 'vitest'

import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import { buildQuiz, type QuestionDraft } from '../../testing/buildQuiz.ts'
import { buildRelease } from '../../testing/buildRelease.ts'
import { Learner } from '../../testing/learner.ts'
import { uuidOf } from '../../testing/uuidOf.ts'
import type { Quiz } from './quizTypes.ts'

type Question = Extract<LessonEffect, { type: 'question' }>

const quizStep = uuidOf(1)

const begin = (questions: QuestionDraft[], parts: Partial<Omit<Quiz, 'questions'>> = {}) => {
  const quiz = buildQuiz(questions, parts)
  const learner = new Learner(buildRelease(1, [{ id: quizStep, stepType: 'quiz', quiz }, { id: uuidOf(2) }]))
  learner.start()
  learner.tap('begin')
  learner.tap('quiz')
  return learner
}
const asked = (learner: Learner): Question =>
  learner.effects.find((effect): effect is Question => effect.type === 'question') ??
  expect.fail(`no question, but ${learner.effects.map(({ type }) => type).join()}`)
const choose = (learner: Learner, action: 'select' | 'deselect', option: number) =>
  learner.act({ type: 'tap', tap: { action, version: learner.state.version, option } })
const result = (learner: Learner) => learner.effects.find(({ type }) => type === 'quizResult')

describe('a question that is answered in words', () => {
  it('should be asked without buttons, and take the next message as the answer', () => {
    const learner = begin([{ kind: 'text', explanation: 'Столица' }, {}])
    expect(asked(learner)).toMatchObject({ questionId: 'q1', options: [], poll: null })
    expect(learner.say(' сеул\u200b ')).toMatchObject([
      {
        ...{ type: 'quizFeedback', isCorrect: true, credit: 1, given: ['сеул\u200b'], right: null },
        ...{ options: [], correct: null, explanation: 'Столица', after: 'message' },
      },
      { type: 'question', index: 1 },
    ])
    expect(learner.facts.at(-1)).toMatchObject({
      type: 'quiz_answered',
      data: { text: 'сеул\u200b', isCorrect: true },
    })
  })

  it('should say what is right to a wrong answer, but never tell a pattern', () => {
    expect(begin([{ kind: 'text', answers: ['Сеул', 'Seoul'] }]).say('Токио')[0]).toMatchObject({
      ...{ isCorrect: false, right: ['Сеул', 'Seoul'] },
    })
    expect(begin([{ kind: 'text', match: 'regex', answers: ['с.ул'] }]).say('Токио')[0]).toMatchObject({
      ...{ isCorrect: false, right: null },
    })
  })

  it('should refuse what is no answer, and count nothing', () => {
    const learner = begin([{ kind: 'text' }])
    const { state } = learner
    const refused = (reason: string) => [{ type: 'answerRefused', questionId: 'q1', reason }]
    expect(learner.sendFile('photo')).toMatchObject(refused('needsText'))
    for (const blank of ['\u200b\u200e ', '\u2800', '\ufe0f\uffa0', '\u0001'])
      expect(learner.say(blank)).toMatchObject(refused('needsText'))
    expect(learner.say('x'.repeat(501))).toMatchObject(refused('textTooLong'))
    expect(
      learner.act({ type: 'message', kind: 'other', text: null, file: null, messageId: 1 }),
    ).toMatchObject(refused('needsText'))
    expect(learner.state.quiz).toEqual(state.quiz)
    expect(learner.countFacts('quiz_answered')).toBe(0)
  })

  it('should not take words that come while the learner is elsewhere, or for buttons', () => {
    const learner = begin([{ kind: 'text' }])
    learner.start()
    expect(learner.say('Сеул')).toEqual([{ type: 'notice', key: 'textNotExpected' }])
    learner.tap('resume')
    learner.command('contents')
    expect(learner.say('Сеул')[0]).toMatchObject({ type: 'quizFeedback', isCorrect: true })
    expect(learner.say('Сеул')).toEqual([{ type: 'notice', key: 'textNotExpected' }])
    expect(begin([{}]).say('q1o1')).toEqual([{ type: 'notice', key: 'textNotExpected' }])
  })
})

describe('a question that is answered with a number', () => {
  it('should take it in any usual way of writing', () => {
    for (const [written, isCorrect] of [
      ['3,5', true],
      ['3.50', true],
      ['3.49', false],
    ] as const)
      expect(begin([{ kind: 'number' }]).say(written)[0]).toMatchObject({ isCorrect })
    expect(begin([{ kind: 'number', tolerance: 0.1 }]).say('3.6')[0]).toMatchObject({ isCorrect: true })
  })

  it('should ask again when it cannot be read', () => {
    const learner = begin([{ kind: 'number' }])
    expect(learner.say('about three')).toMatchObject([{ type: 'answerRefused', reason: 'needsNumber' }])
    expect(learner.say('3')[0]).toMatchObject({ isCorrect: false, right: ['3.5'] })
  })
})

describe('a question that is answered with a file', () => {
  it('should be right with a file that fits, whose names are kept', () => {
    const learner = begin([{ kind: 'file', accepts: ['photo', 'document'] }])
    expect(learner.say('here')).toMatchObject([{ type: 'answerRefused', reason: 'needsFile' }])
    expect(learner.sendFile('voice')).toMatchObject([{ reason: 'needsFile' }])
    expect(learner.sendFile('photo', { bytes: 2 ** 20 + 1 })).toMatchObject([{ reason: 'fileTooLarge' }])
    expect(learner.sendFile('photo', { name: 'a.jpg' })[0]).toMatchObject({
      isCorrect: true,
      given: ['a.jpg'],
    })
    expect(learner.facts.find(({ type }) => type === 'quiz_answered')?.data).toMatchObject({
      ...{ fileKind: 'photo', fileId: 'photo id', fileUniqueId: 'photo', fileName: 'a.jpg' },
    })
  })

  it('should be right with a voice message that is not too long', () => {
    const learner = begin([{ kind: 'voice', maxSeconds: 60 }])
    expect(learner.sendFile('audio')).toMatchObject([{ reason: 'needsVoice' }])
    expect(learner.sendFile('voice', { duration: 61 })).toMatchObject([{ reason: 'voiceTooLong' }])
    expect(learner.sendFile('voice', { duration: 60 })[0]).toMatchObject({ isCorrect: true })
    expect(result(learner)).toMatchObject({ percent: 100 })
  })
})

describe('items to put in order', () => {
  const orderOf = (learner: Learner) => asked(learner).options

  it('should be shown in another order, tapped one by one, taken back, and submitted when all are', () => {
    const learner = begin([{ kind: 'order' }])
    const shown = orderOf(learner)
    expect(shown.toSorted()).toEqual(['q1i1', 'q1i2', 'q1i3'])
    const place = (id: string) => shown.indexOf(id)
    choose(learner, 'select', place('q1i2'))
    choose(learner, 'select', place('q1i2'))
    expect(asked(learner).selected).toEqual([place('q1i2')])
    expect(learner.tap('submit')).toEqual([{ type: 'toast', key: 'notAllChosen' }])
    choose(learner, 'deselect', place('q1i2'))
    choose(learner, 'deselect', place('q1i2'))
    for (const id of ['q1i1', 'q1i2', 'q1i3']) choose(learner, 'select', place(id))
    expect(asked(learner).selected).toEqual(['q1i1', 'q1i2', 'q1i3'].map(place))
    // Only the last one can be taken back.
    choose(learner, 'deselect', place('q1i1'))
    expect(asked(learner).selected).toHaveLength(3)
    expect(learner.tap('submit')[0]).toMatchObject({
      ...{ isCorrect: true, given: ['1. Пункт 1', '2. Пункт 2', '3. Пункт 3'], right: null },
    })
  })

  it('should be shown in an order that tells nothing of the right one', () => {
    const items = Array.from({ length: 6 }, (_, place) => ({ id: `i${place}`, text: `${place}` }))
    const orders = Array.from({ length: 40 }, (_, learnerNumber) => {
      const learner = begin([{ kind: 'order', items }])
      learner.id = `learner ${learnerNumber}`
      learner.command('resume')
      return orderOf(learner).join()
    })
    expect(new Set(orders).size).toBeGreaterThan(30)
    expect(orders.filter((order) => order === 'i0,i1,i2,i3,i4,i5').length).toBeLessThan(3)
  })

  it('should count each that stands in its place, where parts count', () => {
    const learner = begin([{ kind: 'order' }], { settings: { hasPartialCredit: true } })
    const shown = orderOf(learner)
    for (const id of ['q1i2', 'q1i1', 'q1i3']) choose(learner, 'select', shown.indexOf(id))
    expect(learner.tap('submit')).toMatchObject([{ isCorrect: false, credit: 1 / 3 }, { percent: 33 }])
  })
})

describe('what belongs together', () => {
  const pick = (learner: Learner, left: number, id: string) =>
    choose(learner, 'select', left * 3 + asked(learner).options.indexOf(id))

  it('should be asked one after another, a second tap saying nothing of the next', () => {
    const learner = begin([{ kind: 'match' }])
    pick(learner, 0, 'q1r1')
    pick(learner, 0, 'q1r2')
    expect(learner.state.quiz?.open?.selected).toEqual(['q1r1'])
    pick(learner, 1, 'q1r3')
    choose(learner, 'deselect', 0)
    expect(learner.state.quiz?.open?.selected).toEqual(['q1r1', 'q1r3'])
    choose(learner, 'deselect', 1)
    choose(learner, 'deselect', 1)
    expect(learner.state.quiz?.open?.selected).toEqual(['q1r1'])
    pick(learner, 1, 'q1r2')
    expect(learner.tap('submit')).toEqual([{ type: 'toast', key: 'notAllChosen' }])
    learner.command('resume')
    pick(learner, 2, 'q1r3')
    expect(choose(learner, 'select', 99)).toEqual([{ type: 'toast', key: 'questionClosed' }])
    expect(learner.tap('submit')[0]).toMatchObject({
      ...{ isCorrect: true, given: ['Левое 1 — Правое 1', 'Левое 2 — Правое 2', 'Левое 3 — Правое 3'] },
    })
  })

  it('should say which pairs are right to those who have them wrong', () => {
    const learner = begin([{ kind: 'match' }], { settings: { hasPartialCredit: true } })
    pick(learner, 0, 'q1r1')
    pick(learner, 1, 'q1r1')
    pick(learner, 2, 'q1r1')
    expect(learner.tap('submit')).toMatchObject([
      { credit: 1 / 3, right: ['Левое 1 — Правое 1', 'Левое 2 — Правое 2', 'Левое 3 — Правое 3'] },
      { percent: 33 },
    ])
  })
})
