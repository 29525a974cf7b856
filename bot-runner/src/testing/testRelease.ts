import { randomUUID } from 'node:crypto'

import type { LearnerRelease } from '../../../src/contracts/learnerRelease.ts'
import type { LessonEffect } from '../../../src/contracts/lessonEffect.ts'

const paragraph = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text, format: 0 }] }],
  },
})

/** A published course of text steps, `texts` being their contents. */
export const buildRelease = (texts: string[] = ['First words', 'Last words']): LearnerRelease => ({
  id: randomUUID(),
  courseId: randomUUID(),
  number: 1,
  title: 'A course',
  description: 'About everything',
  language: 'en',
  estimatedDuration: null,
  isProtected: false,
  media: {},
  steps: texts.map((text, index) => ({
    id: randomUUID(),
    title: `Step ${index + 1}`,
    section: null,
    isRequired: true,
    estimatedDuration: null,
    stepType: 'text',
    content: paragraph(text),
  })),
})

/** The view of one step, as the engine would show it. */
export const stepEffect = (release: LearnerRelease, index = 0, version = 1): LessonEffect => ({
  type: 'step',
  releaseId: release.id,
  version,
  stepId: release.steps[index]!.id,
  progress: { done: 0, total: release.steps.length, percent: 0 },
  isCompleted: false,
  hasBack: false,
  next: 'next',
})
