import { expect, it } from 'vitest'

import { learnerReleaseSchema } from '../../contracts/learnerRelease.ts'
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
