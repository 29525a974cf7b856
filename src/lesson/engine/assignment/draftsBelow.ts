import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import type { Turn } from '../turn.ts'
import type { Release } from '../release.ts'
import { assignmentOf } from './assignmentOf.ts'
import { draftEffect } from './draftEffect.ts'

/**
 * What is collected at a step that is being shown again: said anew below it, since what said it before stands above by
 * now.
 */
export const draftsBelow = (
  turn: Turn,
  { release, stepId }: { release: Release; stepId: string },
): { turn: Turn; effects: LessonEffect[] } => {
  const { drafts = {} } = turn.state
  const known = Object.hasOwn(drafts, stepId) ? drafts[stepId] : undefined
  if (known === undefined || known.items.length === 0 || assignmentOf(release, stepId) === null)
    return { turn, effects: [] }
  const draft = { ...known, revision: known.revision + 1, refusals: [], messageId: null }
  const shown = { ...turn, state: { ...turn.state, drafts: { ...drafts, [stepId]: draft } } }
  const about = { stepId, releaseId: release.id, draft }
  return { turn: shown, effects: [draftEffect(shown, about)] }
}
