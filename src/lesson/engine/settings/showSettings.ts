import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import type { LearnerSettings } from '../../../contracts/learnerSettings.ts'
import { answer, type Turn } from '../turn.ts'
import type { AdvanceResult } from '../advanceResult.ts'

type Shown = Pick<
  Extract<LessonEffect, { type: 'settings' }>,
  'page' | 'region' | 'candidates' | 'note' | 'isInPlace'
>

/** Shows a page of the settings, after `change` has been made. Not a view. */
export const showSettings = (
  turn: Turn,
  shown: Shown,
  change: Partial<LearnerSettings> = {},
): AdvanceResult => {
  const isChanged = Object.keys(change).length > 0
  const settings = { ...turn.settings, ...change }
  const records = isChanged ? [...turn.records, { type: 'settings' as const, change }] : turn.records
  return answer(
    { ...turn, settings, records },
    { type: 'settings', version: turn.state.version, settings, now: turn.now, ...shown },
  )
}
