import type { Release, ReleaseStep } from '../engine/types.ts'
import { uuidOf } from './uuidOf.ts'

export type StepDraft = Partial<ReleaseStep> & { id: string }

/** A release with the given steps; what is left out has a plain value. */
export const buildRelease = (number: number, steps: StepDraft[], parts: Partial<Release> = {}): Release => ({
  id: uuidOf(9000 + number),
  courseId: uuidOf(8000),
  number,
  title: 'Основы TypeScript',
  description: 'Короткий курс о типах.',
  language: 'ru',
  estimatedDuration: null,
  steps: steps.map((step, index) => ({
    title: `Этап ${index + 1}`,
    description: null,
    section: null,
    stepType: 'text',
    isRequired: true,
    estimatedDuration: null,
    content: null,
    ...step,
  })),
  ...parts,
})
