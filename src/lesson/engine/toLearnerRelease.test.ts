import { expect, it } from 'vitest'

import { learnerReleaseSchema } from '../../contracts/learnerRelease.ts'
import { buildQuiz } from '../testing/buildQuiz.ts'
import { buildRelease } from '../testing/buildRelease.ts'
import { lexical } from '../testing/lexical.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { toLearnerRelease } from './toLearnerRelease.ts'
import type { Release } from './release.ts'

it('should keep what is shown and nothing else', () => {
  const content = { ...lexical.content(lexical.paragraph(lexical.text('Текст'))), author: 'secret' }
  const step = { id: uuidOf(1), description: 'secret', content, answers: ['secret'], section: 'Начало' }
  const release = { ...buildRelease(3, [step, { id: uuidOf(2) }]), editorNotes: 'secret' } as Release
  const shown = toLearnerRelease(release)
  expect(learnerReleaseSchema.strict().parse(shown)).toEqual(shown)
  expect(JSON.stringify(shown)).not.toContain('secret')
  expect(shown.steps[0]).toEqual({
    id: uuidOf(1),
    title: 'Этап 1',
    section: 'Начало',
    isRequired: true,
    estimatedDuration: null,
    stepType: 'text',
    content: { root: content.root },
  })
})

it('should keep nothing of a quiz that tells which options are right, or why', () => {
  const options = [{ explanation: 'secret' }, { explanation: 'secret', text: 'Да' }]
  const quiz = buildQuiz([{ options, explanation: 'secret', right: [1] }, { right: [0, 2] }], {
    passingPercentage: 50,
    isShuffled: true,
  })
  const shown = toLearnerRelease(buildRelease(1, [{ id: uuidOf(1), stepType: 'quiz', quiz }]))
  expect(JSON.stringify(shown)).not.toMatch(/secret|isCorrect|explanation/)
  expect(learnerReleaseSchema.parse(shown)).toEqual(shown)
  expect(shown.steps[0]).toMatchObject({
    quiz: {
      questions: [
        { id: 'q1', kind: 'single', options: [{ id: 'q1o1' }, { id: 'q1o2', text: 'Да' }] },
        { id: 'q2', kind: 'multiple' },
      ],
      passingPercentage: 50,
    },
  })
})

it('should keep nothing of any kind of question that tells the answer', () => {
  const named = (...texts: string[]) => texts.map((text) => ({ id: `id of ${text}`, text }))
  const order = named('один', 'два', 'три', 'четыре', 'пять')
  const rights = named('кот', 'пёс', 'конь')
  const quiz = buildQuiz(
    [
      { kind: 'text', answers: ['secret'], explanation: 'secret', marks: 3 },
      { kind: 'number', value: 777, tolerance: 0.125 },
      { kind: 'order', items: order },
      {
        kind: 'match',
        rights,
        lefts: rights.map(({ id }, place) => ({ id: `l${place}`, text: 'x', rightId: id })),
      },
      { kind: 'file', accepts: ['photo'] },
      { kind: 'voice', maxSeconds: 30 },
      { options: [{ media: uuidOf(7) }, {}], explanation: 'secret' },
    ],
    { settings: { maxAttempts: 2, timeLimit: 60, pickCount: 3, bands: [{ from: 0, text: 'secret' }] } },
  )
  const shown = toLearnerRelease(buildRelease(1, [{ id: uuidOf(1), stepType: 'quiz', quiz }]))
  expect(learnerReleaseSchema.parse(shown)).toEqual(shown)
  expect(JSON.stringify(shown)).not.toMatch(/secret|777|0\.125|rightId|isCorrect|explanation|bands/)
  const step = shown.steps[0]!
  if (step.stepType !== 'quiz') return expect.fail('no quiz')
  expect(step.quiz).toMatchObject({ asked: 3, maxAttempts: 2, timeLimit: 60, timeUp: 'submit' })
  const [text, , ordered, matched, file, voice, choice] = step.quiz.questions
  expect(text).toMatchObject({ kind: 'text', marks: 3 })
  // The same things in another order, which does not follow from theirs.
  for (const [given, told] of [
    [order, ordered?.kind === 'order' ? ordered.items : []],
    [rights, matched?.kind === 'match' ? matched.rights : []],
  ] as const) {
    expect(told.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      given.toSorted((a, b) => a.id.localeCompare(b.id)),
    )
    expect(told).not.toEqual(given)
  }
  expect([file, voice]).toMatchObject([{ accepts: ['photo'] }, { maxSeconds: 30 }])
  expect(choice).toMatchObject({ options: [{ media: uuidOf(7) }, {}] })
})

it('should keep where the video of a step is', () => {
  const step = { id: uuidOf(1), stepType: 'video' as const, videoUrl: 'https://example.org/v' }
  const shown = toLearnerRelease(buildRelease(1, [step]))
  expect(shown.steps[0]).toMatchObject({ video: null, videoUrl: 'https://example.org/v' })
})
