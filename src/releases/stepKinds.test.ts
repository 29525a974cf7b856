import { describe, expect, it } from 'vitest'

import { locales } from '../contracts/locale.ts'
import { translate } from '../i18n/translate.ts'
import type { QuizSettings } from '../lesson/engine/quiz/quizTypes.ts'
import { buildAssignment } from '../lesson/testing/buildAssignment.ts'
import { buildQuiz } from '../lesson/testing/buildQuiz.ts'
import { buildRelease, type StepDraft } from '../lesson/testing/buildRelease.ts'
import { uuidOf } from '../lesson/testing/uuidOf.ts'
import type { Step } from '../payload-types.ts'
import { buildReleaseStep } from './buildReleaseStep.ts'
import { checkPublishable } from './checkPublishable.ts'
import { describeChanges } from './describeChanges.ts'

const stored = (changes: Partial<Step>) =>
  ({ id: uuidOf(1), title: ' Letters ', course: uuidOf(2), stepType: 'text', ...changes }) as Step
const courseOf = (...steps: StepDraft[]) =>
  buildRelease(1, steps, { title: 'A good title', description: 'A description of twenty characters.' })
const now = '2026-03-01T10:00:00.000Z'
const problemsOf = (step: StepDraft) =>
  checkPublishable(courseOf(step), { category: 'other', pricingModel: 'free', now })

describe('deadlines', () => {
  it('should not let a required assignment be published that nobody can hand in any more', () => {
    const due = (at: string, isRequired = true): StepDraft => ({
      ...{ id: uuidOf(1), stepType: 'assignment', isRequired },
      assignment: buildAssignment({ cutOff: { at } }),
    })
    const codes = (step: StepDraft) => problemsOf(step).map(({ code }) => code)
    expect(codes(due('2026-02-28T00:00:00.000Z'))).toContain('assignmentCutOffPast')
    expect(codes(due('2026-02-28T00:00:00.000Z', false))).not.toContain('assignmentCutOffPast')
    expect(codes(due('2026-03-02T00:00:00.000Z'))).not.toContain('assignmentCutOffPast')
  })
})

describe('buildReleaseStep', () => {
  it('should take over a quiz as it is asked, without spaces around its texts', () => {
    const quiz: Step['quiz'] = {
      passingPercentage: 50,
      isShuffled: true,
      questions: [
        {
          ...{ id: 'q', blockType: 'multiple', text: ' Which? ', media: uuidOf(7), explanation: ' ' },
          options: [
            { id: 'a', text: ' One ', isCorrect: true, explanation: ' Because ' },
            { id: 'b', text: 'Two', isCorrect: null },
          ],
        },
      ],
    }
    expect(buildReleaseStep(stored({ stepType: 'quiz', quiz, videoUrl: 'https://left.over' }))).toEqual({
      ...{ id: uuidOf(1), title: 'Letters', description: null, section: null, isRequired: true },
      ...{ estimatedDuration: null, content: null, stepType: 'quiz' },
      quiz: {
        passingPercentage: 50,
        isShuffled: true,
        questions: [
          {
            ...{ id: 'q', kind: 'multiple', text: 'Which?', media: uuidOf(7), explanation: null },
            options: [
              { id: 'a', text: 'One', isCorrect: true, explanation: 'Because' },
              { id: 'b', text: 'Two', isCorrect: false, explanation: null },
            ],
          },
        ],
      },
    })
  })

  it('should take over every kind of question, and seal ids that would tell an order', () => {
    const rows = (...texts: string[]) => texts.map((text, place) => ({ id: `row${place}`, text }))
    const quiz: Step['quiz'] = {
      questions: [
        { id: 't', blockType: 'text', text: 'T?', match: 'regex', answers: [{ text: ' a+ ' }], marks: 2 },
        { id: 'n', blockType: 'number', text: 'N?', value: 3.5, tolerance: null },
        { id: 'o', blockType: 'order', text: 'O?', items: rows('one', 'two', 'three') },
        {
          ...{ id: 'm', blockType: 'match', text: 'M?' },
          pairs: [
            { left: 'cat', right: 'animal' },
            { left: 'dog', right: ' animal ' },
            { left: ' ', right: 'plant' },
          ],
        },
        { id: 'f', blockType: 'file', text: 'F?', accepts: ['photo'], maxMegabytes: 2 },
        { id: 'v', blockType: 'voice', text: 'V?' },
      ],
    }
    const step = buildReleaseStep(stored({ stepType: 'quiz', quiz }))
    const [text, number, order, match, file, voice] = step.stepType === 'quiz' ? step.quiz.questions : []
    expect(text).toMatchObject({ kind: 'text', match: 'regex', answers: ['a+'], marks: 2 })
    expect(number).toMatchObject({ kind: 'number', value: 3.5, tolerance: 0 })
    expect(number).not.toHaveProperty('marks')
    if (order?.kind !== 'order' || match?.kind !== 'match') return expect.fail('other kinds')
    expect(order.items.map((item) => item.text)).toEqual(['one', 'two', 'three'])
    expect(JSON.stringify([order, match])).not.toContain('row')
    const ids = order.items.map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(match.rights.map((right) => right.text)).toEqual(['animal', 'plant'])
    expect(match.lefts.map((left) => [left.text, left.rightId])).toEqual([
      ['cat', match.rights[0]?.id],
      ['dog', match.rights[0]?.id],
    ])
    expect(file).toMatchObject({ kind: 'file', accepts: ['photo'], maxBytes: 2 * 2 ** 20 })
    expect(voice).toMatchObject({ kind: 'voice', maxSeconds: null })
  })

  it('should keep of the settings what differs from the defaults, and nothing of a plain quiz', () => {
    const plain: Step['quiz'] = { maxAttempts: 0, grading: 'highest', showAnswer: 'during', timeLimit: 0 }
    expect(buildReleaseStep(stored({ stepType: 'quiz', quiz: plain }))).toMatchObject({
      quiz: expect.not.objectContaining({ settings: expect.anything() }),
    })
    const quiz: Step['quiz'] = {
      ...{ ...plain, maxAttempts: 3, timeLimit: 1.5, timeUp: 'discard', hasPartialCredit: true },
      bands: [{ blockType: 'band', from: 50, text: ' Good ' }],
    }
    expect(buildReleaseStep(stored({ stepType: 'quiz', quiz }))).toMatchObject({
      quiz: {
        settings: {
          ...{ maxAttempts: 3, timeLimit: 90, timeUp: 'discard', hasPartialCredit: true },
          bands: [{ from: 50, text: 'Good' }],
        },
      },
    })
  })

  it('should tell questions and options apart that came without ids', () => {
    const question = { blockType: 'single' as const, text: 'Which?' }
    const options = [{ text: 'One', isCorrect: true }, { text: 'Two' }]
    const quiz = { questions: [{ ...question, options }, question] }
    const step = buildReleaseStep(stored({ stepType: 'quiz', quiz }))
    const questions = step.stepType === 'quiz' ? step.quiz.questions : []
    expect(new Set(questions.map(({ id }) => id)).size).toBe(2)
    const [first] = questions
    const ids = first !== undefined && 'options' in first ? first.options.map(({ id }) => id) : []
    expect(new Set(ids).size).toBe(2)
  })

  it('should take over where a video is, whether populated or not', () => {
    const video = { id: uuidOf(7) } as Step['video']
    expect(buildReleaseStep(stored({ stepType: 'video', video, videoUrl: ' ' }))).toMatchObject({
      ...{ stepType: 'video', video: uuidOf(7), videoUrl: null },
    })
  })
})

describe('the gate', () => {
  it('should let a quiz and a video through that need no text besides', () => {
    const quiz = buildQuiz([{}, { right: [0, 1] }])
    expect(problemsOf({ id: uuidOf(1), stepType: 'quiz', quiz })).toEqual([])
    expect(problemsOf({ id: uuidOf(1), stepType: 'video', videoUrl: 'https://example.org' })).toEqual([])
  })

  it('should say what keeps a quiz from being answered, question by question, in both languages', () => {
    const quiz = buildQuiz([
      { text: '' },
      { options: [{}] },
      { options: [{ text: 'Same' }, { text: 'Same' }] },
      { options: [{ text: '' }, {}] },
      { right: [] },
      { kind: 'single', right: [0, 1] },
      { options: Array.from({ length: 21 }, () => ({})) },
      { text: 'Long '.repeat(800) },
    ])
    const problems = problemsOf({ id: uuidOf(1), stepType: 'quiz', quiz, title: 'Letters' })
    expect(problems.map(({ code, values }) => [code, values.question])).toEqual([
      ['questionEmpty', 1],
      ['tooFewOptions', 2],
      ['optionsAlike', 3],
      ['optionEmpty', 4],
      ['nothingCorrect', 5],
      ['severalCorrect', 6],
      ['tooManyOptions', 7],
      ['questionTooLong', 8],
    ])
    for (const { code, field, stepId, values } of problems) {
      expect([field, stepId]).toEqual(['questions', uuidOf(1)])
      for (const locale of locales)
        expect(translate(locale, `gate.${code}`, values)).toContain(`${values.question}`)
    }
  })

  it('should say what other kinds of questions lack', () => {
    const texts = (...all: string[]) => all.map((text, place) => ({ id: `${text} ${place}`, text }))
    const lefts = (...all: string[]) => texts(...all).map((left) => ({ ...left, rightId: 'a 0' }))
    const quiz = buildQuiz([
      { kind: 'text', answers: [] },
      { kind: 'text', answers: ['\u200b'] },
      { kind: 'text', match: 'regex', answers: ['a('] },
      { kind: 'number', value: null },
      { kind: 'order', items: texts('a') },
      { kind: 'order', items: texts('a', '') },
      { kind: 'order', items: texts('a', 'a') },
      { kind: 'order', items: texts(...Array.from({ length: 21 }, (_, place) => `${place}`)) },
      { kind: 'match', lefts: lefts('x'), rights: texts('a', 'b') },
      { kind: 'match', lefts: lefts('x', 'x'), rights: texts('a', 'b') },
      { kind: 'match', lefts: lefts('x', 'y'), rights: texts('a') },
      { kind: 'match', lefts: lefts('x', 'y'), rights: texts('a', '') },
      { kind: 'file' },
      { kind: 'voice' },
    ])
    const problems = problemsOf({ id: uuidOf(1), stepType: 'quiz', quiz, title: 'Letters' })
    expect(problems.map(({ code, values }) => [values.question, code])).toEqual([
      [1, 'noAnswers'],
      [2, 'answerEmpty'],
      [3, 'badPattern'],
      [4, 'numberMissing'],
      [5, 'tooFewItems'],
      [6, 'itemEmpty'],
      [7, 'itemsAlike'],
      [8, 'tooManyItems'],
      [9, 'tooFewPairs'],
      [10, 'leftsAlike'],
      [11, 'rightsAllAlike'],
      [12, 'rightEmpty'],
    ])
    for (const { code, values } of problems)
      for (const locale of locales)
        expect(translate(locale, `gate.${code}`, values)).toContain(`${values.question}`)
  })

  it('should say which settings cannot be', () => {
    const problems = (settings: Partial<QuizSettings>, ...marks: number[]) =>
      problemsOf({
        ...{ id: uuidOf(1), stepType: 'quiz' as const },
        quiz: buildQuiz(
          marks.map((one) => ({ marks: one })),
          { settings },
        ),
      }).map(({ code, field }) => [code, field])
    const at = 'quizSettings'
    expect(problems({ pickCount: 3 }, 1, 1)).toEqual([['pickTooMany', at]])
    expect(problems({ pickCount: 1 }, 1, 2)).toEqual([['pickUnequal', at]])
    expect(problems({ pickCount: 2 }, 1, 2)).toEqual([])
    const bands = [
      { from: 5, text: '' },
      { from: 5, text: 'Good' },
    ]
    expect(problems({ bands }, 1)).toEqual([
      ['bandEmpty', at],
      ['bandsAlike', at],
    ])
  })

  it('should miss questions and a video', () => {
    expect(problemsOf({ id: uuidOf(1), stepType: 'quiz', quiz: buildQuiz([]) })).toMatchObject([
      { code: 'quizEmpty', field: 'questions' },
    ])
    expect(problemsOf({ id: uuidOf(1), stepType: 'video' })).toMatchObject([
      { code: 'videoMissing', field: 'videoFile' },
    ])
  })
})

describe('changes of a quiz', () => {
  it('should be named, those of a picture in it too', () => {
    const quiz = buildQuiz([{ media: uuidOf(7) }])
    const file = {
      ...{ id: uuidOf(7), hash: 'a'.repeat(64), kind: 'image' as const, mimeType: 'image/webp', alt: '' },
      ...{ filename: 'a.webp', bytes: 1, width: 1, height: 1, duration: null },
    }
    const before = {
      ...courseOf({ id: uuidOf(1), title: 'Quiz', stepType: 'quiz', quiz }),
      media: { [file.id]: file },
    }
    const replaced = { ...before, media: { [file.id]: { ...file, hash: 'b'.repeat(64) } } }
    expect(describeChanges(before, before).changed).toEqual([])
    expect(describeChanges(before, replaced).changed).toEqual(['Quiz'])
    // The database gives a step's files in any order.
    const other = { ...file, id: uuidOf(8) }
    const two = buildQuiz([{ media: file.id }, { media: other.id }])
    const withFiles = (files: (typeof file)[]) => ({
      ...courseOf({ id: uuidOf(1), title: 'Quiz', stepType: 'quiz', quiz: two }),
      media: Object.fromEntries(files.map((one) => [one.id, one])),
    })
    expect(describeChanges(withFiles([file, other]), withFiles([other, file])).changed).toEqual([])
    const [first] = quiz.questions
    const edited = { ...quiz, questions: [{ ...first!, explanation: 'New' }] }
    const after = courseOf({ id: uuidOf(1), title: 'Quiz', stepType: 'quiz', quiz: edited })
    expect(describeChanges(before, { ...after, media: before.media }).changed).toEqual(['Quiz'])
  })
})
