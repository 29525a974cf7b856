import { expect, it } from 'vitest'

import { learnerReleaseSchema } from '../../contracts/learnerRelease.ts'
import { buildQuiz } from '../testing/buildQuiz.ts'
import { buildRelease } from '../testing/buildRelease.ts'
import { lexical } from '../testing/lexical.ts'
import { uuidOf } from '../testing/uuidOf.ts'
import { toLearnerRelease } from './toLearnerRelease.ts'
import type { Release } from './types.ts'

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

it('should keep where the video of a step is', () => {
  const step = { id: uuidOf(1), stepType: 'video' as const, videoUrl: 'https://example.org/v' }
  const shown = toLearnerRelease(buildRelease(1, [step]))
  expect(shown.steps[0]).toMatchObject({ video: null, videoUrl: 'https://example.org/v' })
})
