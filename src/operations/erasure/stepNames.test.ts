import { describe, expect, it } from 'vitest'

import type { QuizQuestion } from '../../lesson/engine/quiz/quizTypes.ts'
import { buildRelease } from '../../lesson/testing/buildRelease.ts'
import { uuidOf } from '../../lesson/testing/uuidOf.ts'
import { createStepNames } from './stepNames.ts'

const shared = { media: null, explanation: null }
const named = (id: string, text: string) => ({ id, text })
const questions: QuizQuestion[] = [
  {
    ...{ ...shared, id: 'q1', kind: 'single', text: 'Which?' },
    options: [
      { ...named('o1', 'This'), isCorrect: true, explanation: null },
      { ...named('o2', 'That'), isCorrect: false, explanation: null },
    ],
  },
  {
    ...{ ...shared, id: 'q2', kind: 'order', text: 'In order' },
    items: [named('i1', 'Seed'), named('i2', 'Tree')],
  },
  {
    ...{ ...shared, id: 'q3', kind: 'match', text: 'Capitals' },
    lefts: [
      { ...named('l1', 'France'), rightId: 'r1' },
      { ...named('l2', 'Spain'), rightId: 'r2' },
    ],
    rights: [named('r1', 'Paris'), named('r2', 'Madrid')],
  },
  { ...shared, id: 'q4', kind: 'text', text: 'Say it', match: 'exact', answers: ['it'] },
]
const quiz = { questions, passingPercentage: 0, isShuffled: false }
const release = buildRelease(1, [{ id: uuidOf(1), stepType: 'quiz', quiz }])

const told = async (data: Record<string, unknown>) => {
  const names = await createStepNames([release.id], async () => release)
  return names.dataOf({ stepId: uuidOf(1), releaseId: release.id, data })
}

describe('createStepNames', () => {
  it.each([
    ['q1', ['o2'], 'Which?', ['That']],
    ['q2', ['i2', 'i1'], 'In order', ['1. Tree', '2. Seed']],
    ['q3', ['r2', 'r1'], 'Capitals', ['France — Madrid', 'Spain — Paris']],
  ])('should say in words what was answered to %s', async (question, options, text, answer) => {
    expect(await told({ question, options, mark: 1 })).toEqual({ question: text, answer, mark: 1 })
  })

  it('should leave as it is what was written', async () => {
    expect(await told({ question: 'q4', text: 'that' })).toEqual({ question: 'Say it', text: 'that' })
  })

  it('should leave alone what is about no question', async () => {
    expect(await told({ attempt: 1 })).toEqual({ attempt: 1 })
  })
})
