import type { LessonEffect } from '../../../contracts/lessonEffect.ts'
import type { Turn } from '../turn.ts'
import type { Draft, DraftItem } from '../learnerState.ts'

const countKinds = (items: readonly DraftItem[]) => {
  const counts = new Map<NonNullable<DraftItem['file']>['kind'] | 'text', number>()
  for (const { file } of items) {
    const kind = file?.kind ?? 'text'
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

/** What is collected so far. Its message is edited in place, so that an album makes one message and not ten. */
export const draftEffect = (
  { state }: Turn,
  { stepId, releaseId, draft }: { stepId: string; releaseId: string; draft: Draft },
  isInPlace = false,
): LessonEffect => ({
  type: 'draft',
  releaseId,
  version: state.version,
  stepId,
  revision: draft.revision,
  collected: countKinds(draft.items),
  refusals: draft.refusals ?? [],
  messageId: draft.messageId,
  isInPlace,
})
