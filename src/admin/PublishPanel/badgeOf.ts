import type { MessageKey } from '../../i18n/en.ts'
import type { PublishingState } from '../../operations/courses/describePublishing.ts'
import type { Tone } from '../Panel/Panel.tsx'

/** The publishing state in a word. */
export const badgeOf = (state: PublishingState): { key: MessageKey; tone: Tone } => {
  if (state.isArchived) return { key: 'publish.badge.archived', tone: 'idle' }
  if (!state.isPublished) return { key: 'publish.badge.draft', tone: 'idle' }
  if (state.changes) return { key: 'publish.badge.changed', tone: 'waiting' }
  return { key: 'publish.badge.published', tone: 'good' }
}
